package io.flexledger.contracts.event;

import io.flexledger.contracts.id.ArtifactId;

/**
 * The broker's row a fact was read from, down to its place in the bytes; or the gateway's message it was heard in.
 *
 * @param artifact hash of the statement, or of the message's bytes
 * @param query   name of the Flex query that produced the statement; {@code gateway} for a message
 * @param section element that holds the row, such as {@code Trades}; {@code execDetails} and the like for a message
 * @param ordinal place of the row within its statement, counted from 1 over all sections; a message's number as kept
 */
public record Source(ArtifactId artifact, String query, String section, int ordinal) {}
