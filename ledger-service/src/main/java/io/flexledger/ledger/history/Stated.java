package io.flexledger.ledger.history;

import io.flexledger.contracts.id.EventId;
import java.time.Instant;

/**
 * One version of a fact as it was published.
 *
 * @param statedAt   when its statement was generated
 * @param artifact   the statement, to tell apart two of the same second
 * @param superseded a newer version of the same query was already published
 * @param json       the event
 */
public record Stated(EventId id, Instant statedAt, String artifact, boolean superseded, String json) {}
