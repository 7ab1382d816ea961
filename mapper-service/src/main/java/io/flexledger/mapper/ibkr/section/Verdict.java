package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.CanonicalEvent;
import java.util.List;

/** What a row is. */
public sealed interface Verdict {

    /** @param consequences facts of their own that the same row states; told only where the event is */
    record Stated(CanonicalEvent event, List<CanonicalEvent> consequences) implements Verdict {

        Stated(CanonicalEvent event) {
            this(event, List.of());
        }
    }

    /** @param policy why it is not a fact of its own */
    record Evidence(String policy) implements Verdict {}

    /** @param cause what this version does not know */
    record Unmapped(String cause) implements Verdict {}
}
