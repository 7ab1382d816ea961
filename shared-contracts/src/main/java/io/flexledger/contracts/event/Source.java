package io.flexledger.contracts.event;

import io.flexledger.contracts.id.ArtifactId;

/**
 * The broker's row a fact was read from, down to its place in the bytes.
 *
 * @param query   name of the Flex query that produced the statement
 * @param section element that holds the row, such as {@code Trades}
 * @param ordinal place of the row within its statement, counted from 1 over all sections
 */
public record Source(ArtifactId artifact, String query, String section, int ordinal) {}
