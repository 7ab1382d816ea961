package io.flexledger.mapper.version;

import io.flexledger.contracts.event.CanonicalEvent;
import java.time.temporal.ChronoUnit;

/** An event with its content, which is what two statements are compared by. */
public record StatedEvent(CanonicalEvent event, EventContent content) {

    /** Writes the events of one statement, one after the other. */
    public static final class Writer {

        private final ContentJson json = new ContentJson();

        public StatedEvent state(CanonicalEvent event) {
            return new StatedEvent(event, EventContent.of(event, json));
        }
    }

    /** To the microsecond, as the memory keeps it. */
    public FactVersion version() {
        var fact = event.fact();
        var statedAt = fact.statedAt().truncatedTo(ChronoUnit.MICROS);
        return new FactVersion(content.hash(), statedAt, fact.source().artifact());
    }

    /** The event as published. */
    public byte[] json(boolean superseded) {
        return content.json(superseded ? event.fact().asSuperseded() : event.fact());
    }
}
