package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.CanonicalEvent;

/** What a row is. */
public sealed interface Verdict {

    record Stated(CanonicalEvent event) implements Verdict {}

    /** @param policy why it is not a fact of its own */
    record Evidence(String policy) implements Verdict {}

    /** @param cause what this version does not know */
    record Unmapped(String cause) implements Verdict {}
}
