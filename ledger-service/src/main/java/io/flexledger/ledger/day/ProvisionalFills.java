package io.flexledger.ledger.day;

import static java.util.Comparator.comparing;

import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.journal.Caveat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the gateway alone told of a day.
 *
 * @param booked      counted on this day, whichever day they were dated to
 * @param unconfirmed dated to this day, not counted, and flagged
 */
public record ProvisionalFills(List<Fill> booked, List<Fill> unconfirmed) {

    private static final Comparator<Fill> ORDER = comparing(Fill::occurredAt)
            .thenComparing(fill -> String.valueOf(fill.ids().execId()))
            .thenComparing(Fill::id);

    public static final ProvisionalFills NONE = new ProvisionalFills(List.of(), List.of());

    /** As they happened, however they came. */
    public ProvisionalFills {
        booked = booked.stream().sorted(ORDER).toList();
        unconfirmed = unconfirmed.stream().sorted(ORDER).toList();
    }

    /** The fill as one of this report day. */
    public static Fill onDay(Fill fill, LocalDate day) {
        var fact = fill.fact();
        return fill.with(new Fact(
                fact.id(),
                fact.account(),
                day,
                fact.occurredAt(),
                fact.timed(),
                fact.statedAt(),
                fact.superseded(),
                fact.provisional(),
                fact.source()));
    }

    ProvisionalFills withBooked(List<Fill> others) {
        return new ProvisionalFills(others, unconfirmed);
    }

    /** What the day's value has to say of them. */
    List<Caveat> caveats() {
        var caveats = new ArrayList<Caveat>();
        if (!booked.isEmpty()) {
            caveats.add(new Caveat(
                    "PROVISIONAL_DAY",
                    "%d of the day's fills are told by the Gateway alone; a statement will confirm or replace them"
                            .formatted(booked.size())));
        }
        for (var fill : unconfirmed) {
            caveats.add(new Caveat(
                    "UNCONFIRMED_FILL",
                    spoken(fill) + " was told by the Gateway and is in no statement: it is left out"));
        }
        return caveats;
    }

    /** What an entry made from this event has to say. */
    static List<Caveat> caveats(CanonicalEvent event) {
        if (!(event instanceof Fill fill) || !fill.fact().provisional()) {
            return List.of();
        }
        var caveats = new ArrayList<Caveat>();
        caveats.add(new Caveat("PROVISIONAL_FILL", "told by the Gateway, and not yet by a statement"));
        if (fill.commission() == null) {
            caveats.add(new Caveat("COMMISSION_PENDING", "the commission is not known yet and counts as zero"));
        }
        return caveats;
    }

    /** The execution as a person names it. */
    static String spoken(Fill fill) {
        return "execution %s, %s %s at %s"
                .formatted(
                        fill.ids().execId(), fill.quantity(), fill.instrument().spoken(), fill.price());
    }
}
