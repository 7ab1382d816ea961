package io.flexledger.ledger.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.ledger.provisional.HeardFill;
import io.flexledger.ledger.provisional.Placement.Alike;
import io.flexledger.ledger.provisional.Placement.Booked;
import io.flexledger.ledger.provisional.Placement.Carried;
import io.flexledger.ledger.provisional.Placement.Confirmed;
import io.flexledger.ledger.provisional.Placement.TakenBack;
import io.flexledger.ledger.provisional.Placement.Unconfirmed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fill the Gateway told, and what became of it.
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
        /** The Gateway tells it no more: it does not count. */
        TAKEN_BACK,
        /** No statement states it: it does not count, and a person should look. */
        UNCONFIRMED
    }

    /** @param next cursor of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<ProvisionalFillView> items, @Nullable String next) {}

    static ProvisionalFillView of(HeardFill heard) {
        return switch (heard.placement()) {
            case null -> of(heard, Status.WAITING, null, null);
            case Booked(var day) -> of(heard, Status.BOOKED, day, null);
            case Carried(var day) -> of(heard, Status.CARRIED, day, null);
            case Confirmed(var by) -> of(heard, Status.CONFIRMED, null, by);
            case Alike(var by) -> of(heard, Status.CONFIRMED, null, by);
            case TakenBack _ -> of(heard, Status.TAKEN_BACK, null, null);
            case Unconfirmed _ -> of(heard, Status.UNCONFIRMED, null, null);
        };
    }

    private static ProvisionalFillView of(
            HeardFill heard, Status status, @Nullable LocalDate day, @Nullable EventId confirmedBy) {
        var fill = heard.fill();
        return new ProvisionalFillView(
                fill.account(),
                fill.id(),
                fill.ids().execId(),
                heard.reportDate(),
                fill.occurredAt(),
                status,
                day,
                confirmedBy,
                heard.leftOut(),
                fill.instrument().id(),
                fill.instrument().spoken(),
                fill.quantity(),
                fill.price(),
                fill.commission());
    }
}
