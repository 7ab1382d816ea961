package io.flexledger.ledger.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.ledger.provisional.HeardFill;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fill the gateway told, and what became of it.
 *
 * @param event       its versions are at {@code /ledger/events/{id}}
 * @param execution   the broker's execution id, its revision included
 * @param reportDate  the day it was dated to
 * @param day         the day it counts on
 * @param confirmedBy the statement's fill
 * @param leftOut     why the day cannot be folded with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProvisionalFillView(
        AccountId account,
        EventId event,
        @Nullable String execution,
        LocalDate reportDate,
        Instant occurredAt,
        Status status,
        @Nullable LocalDate day,
        @Nullable EventId confirmedBy,
        @Nullable String leftOut,
        InstrumentId instrument,
        String name,
        Quantity quantity,
        Money price,
        @Nullable Money commission) {

    /** What became of it. */
    public enum Status {
        /** Heard, and its account not folded since. */
        WAITING,
        /** Counts on its own day. */
        BOOKED,
        /** Counts on the day after its own, which was told in full without it. */
        CARRIED,
        /** A statement states it, by its execution id or by a fill without one that looks the same. */
        CONFIRMED,
        /** The gateway tells it no more: it does not count. */
        TAKEN_BACK,
        /** No statement states it: it does not count, and a person should look. */
        UNCONFIRMED
    }

    /** @param next cursor of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<ProvisionalFillView> items, @Nullable String next) {}

    static ProvisionalFillView of(HeardFill heard) {
        var fill = heard.fill();
        var placement = heard.placement();
        var standing = placement == null ? null : placement.standing(fill.id(), fill.account(), heard.reportDate());
        return new ProvisionalFillView(
                fill.account(),
                fill.id(),
                fill.ids().execId(),
                heard.reportDate(),
                fill.occurredAt(),
                standing == null
                        ? Status.WAITING
                        : Status.valueOf(standing.status().name()),
                standing == null ? null : standing.day(),
                standing == null ? null : standing.confirmedBy(),
                heard.leftOut(),
                fill.instrument().id(),
                fill.instrument().spoken(),
                fill.quantity(),
                fill.price(),
                fill.commission());
    }
}
