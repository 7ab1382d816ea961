package io.flexledger.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What every event has in common: which fact, of which day, stated when, by which row.
 *
 * @param reportDate  statement day on which the broker books it; the accounting day
 * @param occurredAt  when it happened at the venue, not when we learned of it
 * @param timed       whether the broker stated a time of day; else {@code occurredAt} is the start of the day in
 *                    New York
 * @param statedAt    the statement's {@code whenGenerated}: orders the versions of one fact, whatever their arrival
 * @param superseded  a newer version was already published when this one, older, arrived late
 * @param provisional stated by the Gateway and not yet by a statement
 */
public record Fact(
        EventId id,
        AccountId account,
        LocalDate reportDate,
        Instant occurredAt,
        boolean timed,
        Instant statedAt,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean superseded,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean provisional,
        Source source) {

    /** The same, as another time stated it. */
    public Fact asOf(Instant otherTime) {
        return new Fact(id, account, reportDate, occurredAt, timed, otherTime, superseded, provisional, source);
    }

    public Fact asSuperseded() {
        return new Fact(id, account, reportDate, occurredAt, timed, statedAt, true, provisional, source);
    }
}
