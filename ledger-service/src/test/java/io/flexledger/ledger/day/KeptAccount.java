package io.flexledger.ledger.day;

import static io.flexledger.ledger.day.Facts.ACCOUNT;
import static io.flexledger.ledger.day.Facts.HKD;
import static io.flexledger.ledger.day.Facts.USD;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.BrokerClaim.CashStated;
import io.flexledger.contracts.event.BrokerClaim.NavChangeStated;
import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.CashEvent.InterestAccrual;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.ledger.book.AccountState;
import io.flexledger.ledger.history.History;
import io.flexledger.ledger.history.Stated;
import io.flexledger.ledger.provisional.Lookalikes;
import io.flexledger.ledger.provisional.OpenFill;
import io.flexledger.ledger.provisional.Placement;
import io.flexledger.ledger.provisional.Placement.Alike;
import io.flexledger.ledger.provisional.Placement.Booked;
import io.flexledger.ledger.provisional.Placement.Carried;
import io.flexledger.ledger.provisional.Placement.Confirmed;
import io.flexledger.ledger.provisional.Placement.TakenBack;
import io.flexledger.ledger.provisional.Placement.Unconfirmed;
import io.flexledger.ledger.provisional.StatementReach;
import io.flexledger.ledger.provisional.StatementReach.Span;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account kept in memory the way the service keeps it in tables: facts come one by one, and a fold begins at the
 * checkpoint before the first day that changed.
 */
final class KeptAccount {

    static final LedgerPolicy CONFIGURED = policy(Map.of(USD, new BigDecimal("7.8")));

    private final LedgerPolicy policy;
    private final Map<EventId, Map<Instant, Stated>> versions = new HashMap<>();
    private final Map<EventId, LocalDate> firstDays = new HashMap<>();
    private final Map<EventId, CanonicalEvent> current = new TreeMap<>();
    private final Map<EventId, Placement> places = new TreeMap<>();
    private final TreeMap<LocalDate, DayFold.Result> days = new TreeMap<>();
    private @Nullable LocalDate dirtyFrom;

    KeptAccount(LedgerPolicy policy) {
        this.policy = policy;
    }

    static LedgerPolicy policy(Map<CurrencyCode, BigDecimal> rates) {
        return new LedgerPolicy(
                rates,
                day -> day.atTime(16, 0).atZone(ZoneId.of("America/New_York")).toInstant());
    }

    /** All at once. */
    static KeptAccount of(List<? extends CanonicalEvent> events) {
        var account = new KeptAccount(CONFIGURED);
        events.forEach(account::take);
        account.fold();
        return account;
    }

    KeptAccount then(CanonicalEvent... events) {
        List.of(events).forEach(this::take);
        fold();
        return this;
    }

    void take(CanonicalEvent event) {
        var fact = event.fact();
        var version = new Stated(
                fact.id(),
                fact.statedAt(),
                fact.source().artifact().sha256(),
                false,
                new String(ContractJson.write(event), StandardCharsets.UTF_8));
        var known = versions.computeIfAbsent(fact.id(), _ -> new HashMap<>());
        if (!version.equals(known.put(fact.statedAt(), version))) {
            current.put(fact.id(), History.current(known.values()).getFirst());
            dirtyFrom = earlier(dirtyFrom, firstDays.merge(fact.id(), fact.reportDate(), KeptAccount::earlier));
        }
    }

    private static LocalDate earlier(@Nullable LocalDate a, LocalDate b) {
        return a == null || b.isBefore(a) ? b : a;
    }

    void fold() {
        var stated = current.values().stream()
                .filter(event -> !event.fact().provisional())
                .toList();
        var booked = new ArrayList<Fill>();
        var unconfirmed = new ArrayList<Fill>();
        var reach = reach(stated);
        var alike = alike(stated);
        for (var event : current.values()) {
            if (event.fact().provisional()) {
                var fill = (Fill) event;
                switch (place(fill, statedBy(fill, stated), alike.get(fill.id()), reach)) {
                    case Booked(var day) -> booked.add(ProvisionalFills.onDay(fill, day));
                    case Carried(var day) -> booked.add(ProvisionalFills.onDay(fill, day));
                    case Unconfirmed(var day) -> unconfirmed.add(ProvisionalFills.onDay(fill, day));
                    case Confirmed _, Alike _, TakenBack _ -> {}
                }
            }
        }
        if (dirtyFrom == null) {
            return;
        }
        var from = dirtyFrom;
        var checkpoint = days.headMap(from).values().stream()
                .filter(day -> day.after().day() != null && !day.entries().isEmpty())
                .reduce((_, last) -> last)
                .map(DayFold.Result::after);
        days.tailMap(checkpoint.isPresent() ? from : LocalDate.EPOCH).clear();
        var all = new ArrayList<CanonicalEvent>(stated);
        all.addAll(booked);
        var state = checkpoint.orElseGet(() -> AccountState.empty(ACCOUNT, HKD));
        for (var facts : DayFacts.byDay(all, unconfirmed)
                .tailMap(checkpoint.isPresent() ? from : LocalDate.EPOCH)
                .values()) {
            var result = DayFold.fold(state, facts, Surroundings.of(all), null, policy);
            days.put(facts.date(), result);
            state = result.after();
        }
        dirtyFrom = null;
    }

    private static @Nullable EventId statedBy(Fill fill, List<CanonicalEvent> stated) {
        var base = fill.ids().execution();
        return stated.stream()
                .filter(event -> base != null
                        && event instanceof Fill other
                        && base.equals(other.ids().execution()))
                .map(CanonicalEvent::id)
                .min(EventId::compareTo)
                .orElse(null);
    }

    private Map<EventId, EventId> alike(List<CanonicalEvent> stated) {
        var heard = fills(current.values()).stream()
                .filter(fill ->
                        fill.fact().provisional() && !fill.fact().superseded() && statedBy(fill, stated) == null)
                .toList();
        var nameless = fills(stated).stream().filter(Lookalikes::isNameless).toList();
        return Lookalikes.of(heard, nameless, KeptAccount::nextWeekday);
    }

    private static List<Fill> fills(Collection<CanonicalEvent> events) {
        return events.stream()
                .filter(Fill.class::isInstance)
                .map(Fill.class::cast)
                .toList();
    }

    private Placement place(Fill fill, @Nullable EventId statedBy, @Nullable EventId alike, StatementReach reach) {
        var open =
                new OpenFill(fill.id(), fill.reportDate(), fill.fact().superseded(), statedBy, places.get(fill.id()));
        var placement = open.place(alike, reach, KeptAccount::nextWeekday).placement();
        Placement.firstChanged(open.before(), placement).ifPresent(day -> dirtyFrom = earlier(dirtyFrom, day));
        places.put(fill.id(), placement);
        return placement;
    }

    private static StatementReach reach(List<CanonicalEvent> stated) {
        var first = stated.stream()
                .filter(event -> switch (event) {
                    case Fill _, FillCancelled _, CashFlow _, InterestAccrual _ -> true;
                    case PositionStated _, CashStated _, NavChangeStated _ -> true;
                    default -> false;
                })
                .map(CanonicalEvent::reportDate)
                .min(LocalDate::compareTo)
                .orElse(null);
        return StatementReach.of(
                first,
                stated.stream()
                        .filter(NavStated.class::isInstance)
                        .map(CanonicalEvent::reportDate)
                        .toList(),
                stated.stream()
                        .filter(event -> event instanceof StatementRead read
                                && read.sections().containsKey("Trades"))
                        .map(event -> new Span(event.reportDate(), event.reportDate()))
                        .toList());
    }

    static LocalDate nextWeekday(LocalDate date) {
        return date.plusDays(date.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
    }

    Placement place(Fill fill) {
        return Objects.requireNonNull(places.get(fill.id()));
    }

    Map<LocalDate, DayFold.Result> days() {
        return days;
    }

    DayFold.Result day(String date) {
        return Objects.requireNonNull(days.get(LocalDate.parse(date)), date);
    }

    NavSnapshot calculated(String date) {
        return day(date).snapshots().getLast();
    }

    List<String> caveats(String date) {
        return calculated(date).caveats().stream().map(Caveat::code).toList();
    }

    List<JournalEntry> entries() {
        return days.values().stream().flatMap(day -> day.entries().stream()).toList();
    }

    /** Entries made from this fill. */
    List<JournalEntry> entries(Fill fill) {
        return entries().stream()
                .filter(entry -> entry.events().contains(fill.id()))
                .toList();
    }

    Quantity held(Instrument instrument) {
        return holdings().stream()
                .filter(holding -> holding.instrument().id().equals(instrument.id()))
                .map(holding -> holding.book().quantity())
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Of every instrument held. */
    Map<InstrumentId, Quantity> quantities() {
        var quantities = new TreeMap<InstrumentId, Quantity>();
        holdings()
                .forEach(holding ->
                        quantities.put(holding.instrument().id(), holding.book().quantity()));
        return quantities;
    }

    List<AccountState.Holding> holdings() {
        return days.isEmpty() ? List.of() : days.lastEntry().getValue().after().holdings();
    }

    /** All that anyone is told. */
    List<Object> published() {
        return days.values().stream()
                .<Object>flatMap(day -> Stream.of(day.entries(), day.positions(), day.snapshots())
                        .flatMap(List::stream))
                .toList();
    }
}
