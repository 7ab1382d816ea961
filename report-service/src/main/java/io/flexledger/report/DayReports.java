package io.flexledger.report;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.report.adapter.db.EventTable;
import io.flexledger.report.adapter.db.NavTable;
import io.flexledger.report.adapter.upstream.Upstream;
import io.flexledger.report.bridge.Bridge;
import io.flexledger.report.bridge.Unexplained;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.FigureId;
import io.flexledger.report.holding.KnownAccount;
import io.flexledger.report.narrative.Clocks;
import io.flexledger.report.narrative.DayReport;
import io.flexledger.report.narrative.Narrator;
import io.flexledger.report.story.Story;
import io.flexledger.report.trace.DayFigures;
import io.flexledger.report.trace.Trace;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a day, tells it, and traces what it shows. */
@ApplicationScoped
public class DayReports {

    private final Pool pool;
    private final EventTable events;
    private final NavTable navs;
    private final Upstream upstream;
    private final ReportConfig config;

    DayReports(Pool pool, EventTable events, NavTable navs, Upstream upstream, ReportConfig config) {
        this.pool = pool;
        this.events = events;
        this.navs = navs;
        this.upstream = upstream;
        this.config = config;
    }

    /** Report days on both sides of a date, whether or not the date is one itself. */
    public record Neighbours(Optional<LocalDate> previous, Optional<LocalDate> next) {}

    public Neighbours neighbours(AccountId account, LocalDate date) {
        return new Neighbours(
                navs.before(pool, account, date).filter(day -> isReported(account, day)),
                navs.after(pool, account, date)
                        .or(() -> navs.running(pool, account).filter(day -> day.isAfter(date))));
    }

    /** The newest day of an account, the running one among them. */
    public LocalDate newest(KnownAccount known) {
        return navs.running(pool, known.account())
                .filter(day -> day.isAfter(known.last()))
                .orElse(known.last());
    }

    /** The broker's value of the day before the first statement is where the account starts, not a day of its own. */
    private boolean isReported(AccountId account, LocalDate date) {
        return !navs.between(pool, account, date, date, Kind.CALCULATED).isEmpty();
    }

    /** Empty where nothing was published for the day. */
    public Optional<DayReport> find(AccountId account, LocalDate date) {
        return findDay(account, date).map(day -> report(account, day));
    }

    /** Empty where no page of the day shows such a figure. */
    public Optional<Trace> trace(FigureId id) {
        return id.home()
                .flatMap(home -> findDay(home.account(), home.date()))
                .flatMap(day -> Optional.ofNullable(
                                DayFigures.of(day, report(day.account(), day)).get(id))
                        .map(figure -> Trace.of(day, figure, upstream.rows())));
    }

    /**
     * A day the broker and the ledger both value.
     *
     * @param at    of the broker's value
     * @param first whether no day before it is known
     */
    public record Closed(Instant at, boolean first, Unexplained unexplained) {}

    /** Empty while the day is not closed. */
    public Optional<Closed> closed(AccountId account, LocalDate date) {
        return findDay(account, date)
                .filter(day -> day.calculated() != null)
                .flatMap(day -> Optional.ofNullable(day.official()).flatMap(official -> {
                    var settings = AccountSettings.of(config, account);
                    var calendar = new MarketCalendar(settings.clocks().market());
                    var bridge = Bridge.of(day, Story.tell(day, calendar, settings.rules()));
                    return Optional.ofNullable(bridge.unexplained())
                            .map(unexplained -> new Closed(official.asOf(), day.previous() == null, unexplained));
                }));
    }

    /** The clocks a figure's account is told by. */
    public Clocks clocks(Figure figure) {
        var account = figure.id().home().orElseThrow().account();
        return AccountSettings.of(config, account).clocks();
    }

    private DayReport report(AccountId account, LedgerDay day) {
        var settings = AccountSettings.of(config, account);
        return Narrator.report(day, settings.clocks(), settings.rules());
    }

    private Optional<LedgerDay> findDay(AccountId account, LocalDate date) {
        var entries = events.day(pool, account, date);
        var before = navs.before(pool, account, date);
        var snapshots = navs.between(pool, account, before.orElse(date), date, null);
        var official = find(snapshots, date, Kind.OFFICIAL);
        var calculated = find(snapshots, date, Kind.CALCULATED);
        var live = find(snapshots, date, Kind.LIVE);
        if (entries.isEmpty() && calculated == null && live == null) {
            return Optional.empty();
        }
        var previous = before.map(day -> new LedgerDay.Previous(
                        day, find(snapshots, day, Kind.OFFICIAL), find(snapshots, day, Kind.CALCULATED)))
                .orElse(null);
        var base = base(account, entries, Stream.of(official, calculated, live));
        return Optional.of(new LedgerDay(account, date, base, entries, official, calculated, live, previous));
    }

    private static @Nullable NavSnapshot find(List<NavSnapshot> snapshots, LocalDate date, Kind kind) {
        return snapshots.stream()
                .filter(s -> s.date().equals(date) && s.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    /** As the account's value is stated; else what its entries are converted to; else the setting. */
    private CurrencyCode base(AccountId account, List<JournalEntry> entries, Stream<@Nullable NavSnapshot> values) {
        return Stream.concat(
                        values.flatMap(Stream::ofNullable)
                                .map(snapshot -> snapshot.total().currency()),
                        entries.stream()
                                .flatMap(e -> e.impacts().stream())
                                .map(i -> i.rate().to()))
                .findFirst()
                .orElseGet(() -> AccountSettings.of(config, account).currency());
    }
}
