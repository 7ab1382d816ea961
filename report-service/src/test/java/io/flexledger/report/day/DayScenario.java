package io.flexledger.report.day;

import static io.flexledger.report.day.Market.HKD;
import static io.flexledger.report.day.Market.hkd;
import static io.flexledger.report.day.Market.newYork;
import static io.flexledger.report.day.Market.usd;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.EntryDetail.MarkSource;
import io.flexledger.contracts.journal.EntryDetail.Recognition;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Holding;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.report.day.LedgerDay.Previous;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The vocabulary tests build a report day in: amounts in the currency of the trade, times by the clock in New York. */
public final class DayScenario {

    private static final ArtifactId STATEMENT = ArtifactId.of("5e".repeat(32));

    private final AccountId account;
    private final LocalDate date;
    private final List<JournalEntry> entries = new ArrayList<>();
    private @Nullable NavSnapshot official;
    private @Nullable NavSnapshot calculated;
    private @Nullable NavSnapshot live;
    private @Nullable Previous previous;

    private DayScenario(AccountId account, LocalDate date) {
        this.account = account;
        this.date = date;
    }

    public static DayScenario on(String account, String date) {
        return new DayScenario(AccountId.of(account), LocalDate.parse(date));
    }

    public EventId event(String transaction) {
        return EventId.of(account, "fill", transaction);
    }

    private Source source() {
        return new Source(STATEMENT, "DAILY", "Trades", entries.size() + 1);
    }

    /** A leg whose proceeds follow from quantity, price and multiplier. */
    public Leg leg(
            String transaction,
            Instrument instrument,
            String quantity,
            String price,
            String commission,
            FxRate rate,
            boolean closes,
            @Nullable String brokerRealized) {
        var units = Quantity.of(quantity);
        var unit = usd(price);
        var proceeds = unit.times(units).times(instrument.multiplier()).negated();
        return new Leg(
                event(transaction),
                source(),
                new FillIds(transaction, null, null, null),
                instrument,
                units,
                unit,
                proceeds,
                usd(commission),
                usd("0"),
                rate,
                closes ? units.abs() : Quantity.ZERO,
                closes ? Quantity.ZERO : units.abs(),
                brokerRealized == null ? null : usd(brokerRealized),
                null);
    }

    public static Disposal disposal(
            Leg closing,
            EventId lot,
            String openedOn,
            LocalDate closedOn,
            String openPrice,
            String carry,
            String realizedBroker,
            String realizedEconomic) {
        var at = Instant.EPOCH;
        return new Disposal(
                closing.instrument().id(),
                lot,
                at,
                LocalDate.parse(openedOn),
                closing.event(),
                at,
                closedOn,
                closing.quantity().negated(),
                usd(openPrice),
                usd(carry),
                closing.price(),
                usd("0"),
                usd(realizedBroker),
                usd(realizedEconomic),
                true);
    }

    /** An execution at a time in New York, and what it did to cash and marked value in its own currency. */
    public DayScenario trade(String at, Leg leg, String impact, Disposal... closed) {
        return add(
                newYork(at),
                true,
                new EntryDetail.Traded(leg),
                List.of(closed),
                impact(impact, leg.rate()),
                leg.event());
    }

    public DayScenario assignment(String at, Leg option, Leg shares, String impact, Disposal... closed) {
        var detail = new EntryDetail.Delivered(
                EntryDetail.DeliveryKind.ASSIGNMENT, List.of(option), shares, Recognition.NOTES);
        return add(newYork(at), true, detail, List.of(closed), impact(impact, option.rate()), option.event());
    }

    public DayScenario expiry(String at, Leg leg, String impact, Disposal... closed) {
        var detail = new EntryDetail.Expired(leg, Recognition.NOTES);
        return add(newYork(at), true, detail, List.of(closed), impact(impact, leg.rate()), leg.event());
    }

    public DayScenario cash(String at, String type, Money amount, FxRate rate, String description, boolean external) {
        var detail = new EntryDetail.CashBooked(type, amount, rate, description, null, external, false);
        return add(newYork(at), true, detail, List.of(), List.of(new Impact(amount, rate)), event(type + at));
    }

    public DayScenario interestAccrued(String amount, FxRate rate) {
        var detail = new EntryDetail.InterestAccrued(usd(amount), usd("0"), usd(amount), rate);
        return add(close(), true, detail, List.of(), impact(amount, rate), event("interest" + date));
    }

    public DayScenario statedOnly(String component, String amount) {
        var money = hkd(amount);
        return closing(
                new EntryDetail.StatedOnly(component, money), new Impact(money, FxRate.identity(HKD)), component);
    }

    public DayScenario marked(Instrument instrument, String quantity, String from, String to, FxRate rate) {
        var units = Quantity.of(quantity);
        var detail = new EntryDetail.Marked(instrument, units, usd(from), usd(to), rate, MarkSource.OPEN_POSITIONS);
        var change = usd(to).minus(usd(from)).times(units).times(instrument.multiplier());
        return closing(detail, new Impact(change, rate), "mark" + instrument.id());
    }

    public DayScenario translated(String balance, FxRate from, FxRate to, String amount) {
        var money = hkd(amount);
        var detail = new EntryDetail.Translated(usd(balance), from, to, money);
        return closing(detail, new Impact(money, FxRate.identity(HKD)), "fx");
    }

    private DayScenario closing(EntryDetail detail, Impact impact, String name) {
        return add(close(), true, detail, List.of(), List.of(impact), event(name + date));
    }

    private Instant close() {
        return newYork(date + "T16:00:00");
    }

    private static List<Impact> impact(String amount, FxRate rate) {
        return List.of(new Impact(usd(amount), rate));
    }

    public DayScenario add(
            Instant at, boolean timed, EntryDetail detail, List<Disposal> closed, List<Impact> impacts, EventId id) {
        entries.add(new JournalEntry(
                id,
                account,
                date,
                at,
                timed,
                entries.size() + 1,
                1,
                detail,
                List.of(),
                closed,
                impacts,
                List.of(id),
                List.of(source()),
                List.of()));
        return this;
    }

    public DayScenario official(
            String opening, String total, Map<String, String> components, Map<String, String> changes) {
        official = snapshot(
                NavSnapshot.Kind.OFFICIAL, hkd(total), hkd(opening), money(components), money(changes), List.of());
        return this;
    }

    public DayScenario calculated(String opening, String total, Map<String, String> components, Holding... holdings) {
        calculated = snapshot(
                NavSnapshot.Kind.CALCULATED,
                hkd(total),
                hkd(opening),
                money(components),
                new TreeMap<>(),
                List.of(holdings));
        return this;
    }

    /** Changes the ledger's value. */
    public DayScenario ledger(UnaryOperator<NavSnapshot> change) {
        calculated = change.apply(Objects.requireNonNull(calculated));
        return this;
    }

    /** Changes the entry told last. */
    public DayScenario last(UnaryOperator<JournalEntry> change) {
        entries.add(change.apply(entries.removeLast()));
        return this;
    }

    /** The gateway's last word on the day. */
    public DayScenario live(NavSnapshot value) {
        live = value;
        return this;
    }

    public DayScenario after(LedgerDay day) {
        previous = new Previous(day.date(), day.official(), day.calculated());
        return this;
    }

    public DayScenario previous(Previous day) {
        previous = day;
        return this;
    }

    public LocalDate date() {
        return date;
    }

    private NavSnapshot snapshot(
            NavSnapshot.Kind kind,
            Money total,
            Money opening,
            SortedMap<String, Money> components,
            SortedMap<String, Money> changes,
            List<Holding> holdings) {
        return new NavSnapshot(
                account,
                date,
                kind,
                close(),
                1,
                total,
                opening,
                components,
                changes,
                null,
                List.of(),
                List.of(),
                holdings,
                null,
                List.of(),
                List.of(new Source(STATEMENT, "DAILY", "EquitySummaryInBase", 900)));
    }

    private static SortedMap<String, Money> money(Map<String, String> amounts) {
        var money = new TreeMap<String, Money>();
        amounts.forEach((name, amount) -> money.put(name, hkd(amount)));
        return money;
    }

    public LedgerDay day() {
        return new LedgerDay(account, date, HKD, entries, official, calculated, live, previous);
    }
}
