package io.flexledger.report;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.live.GatewayStatus;
import io.flexledger.report.adapter.db.AlertTable;
import io.flexledger.report.adapter.db.GatewayTable;
import io.flexledger.report.adapter.db.LiveFillTable;
import io.flexledger.report.adapter.db.NavTable;
import io.flexledger.report.adapter.db.Notices;
import io.flexledger.report.adapter.db.PositionTable;
import io.flexledger.report.alert.AlertSearch;
import io.flexledger.report.holding.KnownAccount;
import io.flexledger.report.live.CurrentNav;
import io.flexledger.report.live.Hearing;
import io.flexledger.report.live.LiveFill;
import io.flexledger.report.live.LiveMessage;
import io.flexledger.report.live.Notice;
import io.flexledger.report.narrative.Clocks;
import io.flexledger.report.narrative.FillTelling;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of the day that runs, now and as it changes. */
@ApplicationScoped
public class RunningDay {

    /** More fills than anyone reads on a page; a day of a person has fewer. */
    private static final int FILLS = 500;

    /** What a page shows of them, and makes anew with each one that comes. */
    private static final int NEWEST = 50;

    /** More open ones than anyone leaves so. */
    private static final int OPEN_ALERTS = 50;

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Pool pool;
    private final NavTable navs;
    private final PositionTable positions;
    private final LiveFillTable fills;
    private final GatewayTable gateways;
    private final AlertTable alerts;
    private final Notices notices;
    private final ReportConfig config;

    RunningDay(
            Pool pool,
            NavTable navs,
            PositionTable positions,
            LiveFillTable fills,
            GatewayTable gateways,
            AlertTable alerts,
            Notices notices,
            ReportConfig config) {
        this.pool = pool;
        this.navs = navs;
        this.positions = positions;
        this.fills = fills;
        this.gateways = gateways;
        this.alerts = alerts;
        this.notices = notices;
        this.config = config;
    }

    /** Hears what is stored anywhere until the database ends the session; blocks. */
    public void listen(Runnable listening, Consumer<Notice> heard) throws InterruptedException {
        notices.listen(listening, heard);
    }

    /** How well the gateway of an account is heard; of any account, the newest word there is. */
    public Hearing hearing(@Nullable AccountId account) {
        var limits =
                new Hearing.Limits(config.live().staleAfter(), config.live().silentAfter());
        return Hearing.of(gateways.all(pool), account, Instant.now(), limits);
    }

    /** The best value there is of an account now. */
    public Optional<CurrentNav> nav(AccountId account) {
        var newest = new CurrentNav.Newest(
                navs.last(pool, account, LAST, Kind.OFFICIAL).orElse(null),
                navs.last(pool, account, LAST, Kind.CALCULATED).orElse(null),
                navs.last(pool, account, LAST, Kind.LIVE).orElse(null));
        var best = CurrentNav.best(newest);
        return best == null
                ? Optional.empty()
                : CurrentNav.of(newest, closeBefore(account, best.date()).orElse(null));
    }

    private Optional<NavSnapshot> closeBefore(AccountId account, LocalDate date) {
        return navs.before(pool, account, date).flatMap(day -> {
            var closes = navs.between(pool, account, day, day, null);
            return closes.stream()
                    .filter(close -> close.kind() == Kind.OFFICIAL)
                    .findFirst()
                    .or(() -> closes.stream()
                            .filter(close -> close.kind() == Kind.CALCULATED)
                            .findFirst());
        });
    }

    /** Executions of a report day, newest first; of the day that runs and later ones where none is named. */
    public List<LiveFill> fills(AccountId account, @Nullable LocalDate date) {
        if (date != null) {
            return fills.between(pool, account, date, date, FILLS);
        }
        return today(account)
                .map(today -> fills.between(pool, account, today, LAST, FILLS))
                .orElse(List.of());
    }

    private Optional<LocalDate> today(AccountId account) {
        return navs.last(pool, account, LAST, Kind.LIVE).map(NavSnapshot::date).or(() -> fills.newest(pool, account));
    }

    /**
     * The fills of the day that runs.
     *
     * @param newest newest first
     * @param count  of all
     */
    public record Fills(List<LiveFill> newest, long count) {}

    private Fills newest(AccountId account) {
        return today(account)
                .map(today ->
                        new Fills(fills.between(pool, account, today, LAST, NEWEST), fills.count(pool, account, today)))
                .orElse(new Fills(List.of(), 0));
    }

    /** How an account stands now, for one look. */
    public record AccountNow(AccountId account, Hearing hearing, Optional<CurrentNav> nav, Fills fills, Clocks clocks) {

        /** Whether there is anything to say of a running day: a live value, or a gateway that is listened to. */
        public boolean isLive() {
            var status = hearing.status();
            return nav.filter(now -> now.value().kind() == Kind.LIVE).isPresent()
                    || (status != null
                            && status.state() != GatewayStatus.State.DISABLED
                            && status.accounts().contains(account));
        }
    }

    public AccountNow accountNow(AccountId account) {
        var hearing = hearing(account);
        var told = new AccountNow(
                account,
                hearing,
                nav(account),
                new Fills(List.of(), 0),
                AccountSettings.of(config, account).clocks());
        return told.isLive() ? new AccountNow(account, hearing, told.nav(), newest(account), told.clocks()) : told;
    }

    /**
     * All there is to know at first: how the gateway is heard, open alerts, values, and the day's fills, oldest first.
     */
    public List<LiveMessage> everything(@Nullable AccountId account) {
        var all = new ArrayList<LiveMessage>(statuses());
        alerts.list(pool, new AlertSearch(account, null, true), OPEN_ALERTS).reversed().stream()
                .map(LiveMessage.Alerted::of)
                .forEach(all::add);
        for (var one : account == null ? accounts() : List.of(account)) {
            value(one).ifPresent(all::add);
            messages(one, fills(one, null).reversed()).forEach(all::add);
        }
        return all;
    }

    private List<AccountId> accounts() {
        return navs.accounts(pool).stream().map(KnownAccount::account).toList();
    }

    public List<LiveMessage.Status> statuses() {
        var hearing = hearing(null);
        return gateways.all(pool).stream()
                .map(status -> LiveMessage.Status.of(status, hearing))
                .toList();
    }

    public Optional<LiveMessage.Nav> value(AccountId account) {
        return nav(account).map(nav -> LiveMessage.Nav.of(nav, hearing(account)));
    }

    /** Fills of an account as they are now, in the order they are named. */
    public List<LiveMessage.Fill> told(AccountId account, List<EventId> events) {
        return messages(account, fills.find(pool, account, events));
    }

    /** Fills as they are told to whoever asks. */
    public List<LiveMessage.Fill> messages(AccountId account, List<LiveFill> executions) {
        var clocks = AccountSettings.of(config, account).clocks();
        return executions.stream()
                .map(fill -> LiveMessage.Fill.of(fill, FillTelling.of(fill, clocks)))
                .toList();
    }

    /** What a notice is about, as it is now. A day is told by its name alone. */
    public List<LiveMessage> told(Notice notice) {
        return switch (notice) {
            case Notice.Status _ -> List.copyOf(statuses());
            case Notice.Nav nav ->
                value(nav.account()).stream().map(LiveMessage.class::cast).toList();
            case Notice.Fill fill -> List.copyOf(told(fill.account(), List.of(fill.event())));
            case Notice.Position position ->
                positions.find(pool, position.account(), position.instrument().value()).stream()
                        .<LiveMessage>map(LiveMessage.Position::of)
                        .toList();
            case Notice.Alert alert ->
                alerts.find(pool, alert.id()).stream()
                        .<LiveMessage>map(LiveMessage.Alerted::of)
                        .toList();
            case Notice.Day day -> List.of(new LiveMessage.Day(day.account(), day.date()));
        };
    }
}
