package io.flexledger.report.story;

import io.flexledger.calendar.Session;
import io.flexledger.contracts.money.Money;
import java.time.Instant;

/**
 * One block of the story and the running net asset value around it.
 *
 * @param number from 1, in the order told
 * @param impact in base, unrounded; printed rounded half-up once
 */
public record Told(int number, Session session, Happening happening, Money impact, Nav before, Nav after) {

    public Instant start() {
        return happening.entries().getFirst().occurredAt();
    }

    public Instant end() {
        return happening.entries().getLast().occurredAt();
    }
}
