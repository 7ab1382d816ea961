package io.flexledger.ledger.day;

import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.Posting;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.book.Booking;
import io.flexledger.ledger.book.Booking.BookedLeg;
import io.flexledger.ledger.book.Books;
import io.flexledger.ledger.book.CashType;
import io.flexledger.ledger.book.Movement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries of one report day as they are written, numbered in order, their effect priced in base. */
final class Journal {

    private final AccountId account;
    private final LocalDate date;
    private final Instant close;
    private final CurrencyCode base;
    private final List<JournalEntry> entries = new ArrayList<>();

    Journal(AccountId account, LocalDate date, Instant close, CurrencyCode base) {
        this.account = account;
        this.date = date;
        this.close = close;
        this.base = base;
    }

    Instant close() {
        return close;
    }

    List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** Sum of what the entries so far did in one currency. */
    Money impacts(CurrencyCode currency) {
        return impactsIn(currency).map(Impact::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** The same, each priced at its own entry's rate. */
    Money impactsInBase(CurrencyCode currency) {
        return impactsIn(currency).map(Impact::base).reduce(Money.zero(base), Money::plus);
    }

    private Stream<Impact> impactsIn(CurrencyCode currency) {
        return entries.stream()
                .flatMap(entry -> entry.impacts().stream())
                .filter(impact -> impact.amount().currency().equals(currency));
    }

    void opening(OpeningBalances opening, List<Posting> postings) {
        var detail = new EntryDetail.Opening(
                opening.cash(), opening.accruals(), opening.holdings().size());
        var id = EventId.of(account, "entry-opening", account.value());
        add(new Line(
                id, close, false, detail, postings, List.of(), List.of(), List.of(), List.of(), opening.caveats()));
    }

    void movement(Booking booking, DayRates rates) {
        var movement = booking.movement();
        var legs = booking.legs().stream().map(leg -> leg(leg, rates)).toList();
        var row = rowRate(movement);
        var impacts = booking.impacts().stream()
                .map(amount -> new Impact(amount, rates.get(row, amount.currency())))
                .toList();
        add(new Line(
                EventId.of(account, "entry", movement.fact().id().toString()),
                movement.fact().occurredAt(),
                movement.fact().timed(),
                detail(movement, legs, rates),
                booking.postings(),
                booking.disposals(),
                impacts,
                facts(movement).map(Journal::id).toList(),
                facts(movement).map(Journal::source).toList(),
                Stream.concat(
                                booking.caveats().stream(),
                                facts(movement).flatMap(event -> ProvisionalFills.caveats(event).stream()))
                        .toList()));
    }

    /** @param key names the line within its kind and day */
    void atClose(EntryDetail detail, String kind, String key, Books.Change change, FxRate rate, List<Source> sources) {
        var impacts = change.impacts().stream()
                .filter(amount -> !amount.isZero())
                .map(amount -> new Impact(amount, rate))
                .toList();
        var id = EventId.of(account, "entry-" + kind, date + "/" + key);
        add(new Line(id, close, true, detail, change.postings(), List.of(), impacts, List.of(), sources, List.of()));
    }

    /** An entry but for what all entries of the day share. */
    private record Line(
            EventId id,
            Instant at,
            boolean timed,
            EntryDetail detail,
            List<Posting> postings,
            List<Disposal> disposals,
            List<Impact> impacts,
            List<EventId> events,
            List<Source> sources,
            List<Caveat> caveats) {}

    private void add(Line line) {
        entries.add(new JournalEntry(
                line.id,
                account,
                date,
                line.at,
                line.timed,
                entries.size() + 1,
                0,
                line.detail,
                line.postings,
                line.disposals,
                line.impacts,
                line.events,
                line.sources,
                line.caveats));
    }

    private static EntryDetail detail(Movement movement, List<Leg> legs, DayRates rates) {
        return switch (movement) {
            case Movement.Execution _ -> new EntryDetail.Traded(legs.getFirst());
            case Movement.Cancellation cancellation ->
                new EntryDetail.Cancelled(
                        legs.getFirst(),
                        cancellation.original() == null
                                ? null
                                : cancellation.original().id());
            case Movement.Expiry expiry -> new EntryDetail.Expired(legs.getFirst(), expiry.recognition());
            case Movement.Delivery delivery ->
                new EntryDetail.Delivered(
                        delivery.kind(),
                        legs.subList(0, delivery.options().size()),
                        delivery.shares() == null ? null : legs.getLast(),
                        delivery.recognition());
            case Movement.Cash cash -> booked(cash, rates);
        };
    }

    private static EntryDetail.CashBooked booked(Movement.Cash cash, DayRates rates) {
        var flow = cash.flow();
        return new EntryDetail.CashBooked(
                flow.cashType(),
                flow.amount(),
                rates.get(flow.fxRate(), flow.amount().currency()),
                flow.description(),
                flow.instrument(),
                CashType.of(flow.cashType()).isExternal(),
                cash.inferred());
    }

    private static Leg leg(BookedLeg leg, DayRates rates) {
        var fill = leg.fill();
        return new Leg(
                fill.id(),
                fill.fact().source(),
                fill.ids(),
                fill.instrument(),
                fill.quantity(),
                fill.price(),
                fill.proceeds(),
                fill.charges().commission(),
                fill.charges().taxes(),
                rates.get(fill.fxRate(), fill.price().currency()),
                leg.closed(),
                leg.opened(),
                fill.broker().realized(),
                fill.broker().markToMarket());
    }

    private static @Nullable FxRate rowRate(Movement movement) {
        return switch (movement) {
            case Movement.Execution execution -> execution.fill().fxRate();
            case Movement.Expiry expiry -> expiry.fill().fxRate();
            case Movement.Cancellation cancellation -> cancellation.cancel().fxRate();
            case Movement.Delivery delivery -> delivery.options().getFirst().fxRate();
            case Movement.Cash cash -> cash.flow().fxRate();
        };
    }

    private static Stream<CanonicalEvent> facts(Movement movement) {
        return switch (movement) {
            case Movement.Execution execution -> Stream.of(execution.fill());
            case Movement.Expiry expiry -> Stream.of(expiry.fill());
            case Movement.Cancellation cancellation -> Stream.of(cancellation.cancel());
            case Movement.Delivery delivery ->
                Stream.concat(delivery.options().stream(), Stream.ofNullable(delivery.shares()));
            case Movement.Cash cash -> Stream.of(cash.flow());
        };
    }

    private static EventId id(CanonicalEvent event) {
        return event.id();
    }

    private static Source source(CanonicalEvent event) {
        return event.fact().source();
    }
}
