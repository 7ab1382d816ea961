package io.flexledger.contracts.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flexledger.contracts.id.AccountId;
import java.time.Instant;

/**
 * Absolute state under one key, published by the ledger. Publishing twice is harmless: a reader drops any
 * {@code version} that is not above the one it has.
 */
public sealed interface Projection permits JournalEntry, PositionUpdate, NavSnapshot {

    AccountId account();

    /** Counts the states of this key from 1. */
    long version();

    /** The instant the state stands for. */
    Instant asOf();

    /** The record key. */
    @JsonIgnore
    String key();

    /** Wire name and version of the shape, such as {@code nav-snapshot.v1}. */
    @JsonIgnore
    String type();
}
