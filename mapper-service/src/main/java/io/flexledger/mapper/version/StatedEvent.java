package io.flexledger.mapper.version;

import io.flexledger.contracts.event.CanonicalEvent;
import java.time.temporal.ChronoUnit;

/** An event with its content, which is what two statements are compared by. */
public record StatedEvent(CanonicalEvent event, EventContent content) {

    public static StatedEvent of(CanonicalEvent event) {
        return new StatedEvent(event, EventContent.of(event));
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
