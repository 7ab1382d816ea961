package io.flexledger.report;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.adapter.db.AlertTable;
import io.flexledger.report.adapter.db.NavTable;
import io.flexledger.report.adapter.db.PositionTable;
import io.flexledger.report.alert.Known;
import io.flexledger.report.holding.KnownAccount;
import io.flexledger.report.live.Hearing;
import io.flexledger.report.summary.SummaryRow;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How every account stands at a moment, and which of its days do not add up. */
@ApplicationScoped
class AccountOutlook {

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Pool pool;
    private final NavTable navs;
    private final PositionTable positions;
    private final AlertTable alerts;
    private final Summaries summaries;
    private final DayReports reports;
    private final ReportConfig config;

    AccountOutlook(
            Pool pool,
            NavTable navs,
            PositionTable positions,
            AlertTable alerts,
            Summaries summaries,
            DayReports reports,
            ReportConfig config) {
        this.pool = pool;
        this.navs = navs;
        this.positions = positions;
        this.alerts = alerts;
        this.summaries = summaries;
        this.reports = reports;
        this.config = config;
    }

    List<Known.Account> accounts(Instant now, List<Hearing> heard) {
        return all().map(account -> account(account, now, heard)).toList();
    }

    private Stream<AccountId> all() {
        return navs.accounts(pool).stream().map(KnownAccount::account);
    }

    private Known.Account account(AccountId account, Instant now, List<Hearing> heard) {
        var live = navs.last(pool, account, LAST, NavSnapshot.Kind.LIVE).orElse(null);
        var statuses = heard.stream()
                .flatMap(hearing -> Optional.ofNullable(hearing.status()).stream())
                .toList();
        var limits =
                new Hearing.Limits(config.live().staleAfter(), config.live().silentAfter());
        return new Known.Account(
                account,
                AccountSettings.of(config, account).clocks().market(),
                positions.openOrClosedSince(pool, account, live == null ? LAST : live.date()),
                live,
                live != null && !Hearing.of(statuses, account, now, limits).isStale(live.asOf()));
    }

    /** Of days from a date on, and of those somebody was told of; the sums say which are worth a closer look. */
    List<Known.Break> breaks(LocalDate from) {
        var days = new LinkedHashSet<Day>();
        all().forEach(account -> summaries.of(account, from, LAST).rows().stream()
                .filter(row -> isOff(row.unexplained()))
                .map(SummaryRow::date)
                .forEach(date -> days.add(new Day(account, date))));
        alerts.goingOn(pool, Kind.RECONCILIATION_BREAK).stream().map(Day::of).forEach(days::add);
        return days.stream().flatMap(day -> unexplained(day).stream()).toList();
    }

    private static boolean isOff(@Nullable Money unexplained) {
        return unexplained != null && !unexplained.rounded().isZero();
    }

    private Optional<Known.Break> unexplained(Day day) {
        return reports.closed(day.account, day.date)
                .map(closed ->
                        new Known.Break(day.account, day.date, closed.at(), closed.first(), closed.unexplained()));
    }

    /** A report day of an account; an alert's subject is both. */
    private record Day(AccountId account, LocalDate date) {
        static Day of(Alert alert) {
            int at = alert.subject().lastIndexOf('/');
            return new Day(
                    AccountId.of(alert.subject().substring(0, at)),
                    LocalDate.parse(alert.subject().substring(at + 1)));
        }
    }
}
