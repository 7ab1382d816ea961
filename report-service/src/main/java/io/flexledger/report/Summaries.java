package io.flexledger.report;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.adapter.db.EventTable;
import io.flexledger.report.adapter.db.NavTable;
import io.flexledger.report.summary.EntryTotals;
import io.flexledger.report.summary.Summary;
import io.flexledger.report.summary.TimeWeightedReturn;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The days of a period, from what is stored of them. */
@ApplicationScoped
public class Summaries {

    private final Pool pool;
    private final EventTable events;
    private final NavTable navs;
    private final ReportConfig config;

    Summaries(Pool pool, EventTable events, NavTable navs, ReportConfig config) {
        this.pool = pool;
        this.events = events;
        this.navs = navs;
        this.config = config;
    }

    /** A day the gateway alone knows of comes last and is provisional. */
    public Summary of(AccountId account, LocalDate from, LocalDate to) {
        var byDay = new TreeMap<LocalDate, Map<Kind, NavSnapshot>>();
        var start = navs.before(pool, account, from).orElse(from);
        for (var snapshot : navs.between(pool, account, start, to, null)) {
            byDay.computeIfAbsent(snapshot.date(), _ -> new EnumMap<>(Kind.class))
                    .put(snapshot.kind(), snapshot);
        }
        var totals = events.totals(pool, account, from, to);
        var told = navs.newestTold(pool, account).orElse(LocalDate.MIN);
        var days = new ArrayList<Summary.Day>();
        Map<Kind, NavSnapshot> before = Map.of();
        byDay.entrySet().removeIf(day -> isOverrun(day.getKey(), day.getValue(), told));
        for (var entry : byDay.entrySet()) {
            if (!entry.getKey().isBefore(from) && isReported(entry.getValue())) {
                var sum = totals.getOrDefault(entry.getKey(), EntryTotals.NONE);
                days.add(day(entry.getKey(), entry.getValue(), before.get(Kind.OFFICIAL), sum));
            }
            before = entry.getValue();
        }
        return Summary.of(account, base(account, byDay.values().stream().toList()), days);
    }

    /** The broker's value of the day before the first statement is where the account starts, not a day of its own. */
    private static boolean isReported(Map<Kind, NavSnapshot> snapshots) {
        return snapshots.containsKey(Kind.CALCULATED) || snapshots.containsKey(Kind.LIVE);
    }

    /** What the gateway said of a day without a report, such as a Saturday, is part of the next day that has one. */
    private static boolean isOverrun(LocalDate date, Map<Kind, NavSnapshot> snapshots, LocalDate told) {
        return snapshots.keySet().equals(Set.of(Kind.LIVE)) && date.isBefore(told);
    }

    private static Summary.Day day(
            LocalDate date, Map<Kind, NavSnapshot> snapshots, @Nullable NavSnapshot before, EntryTotals totals) {
        var official = snapshots.get(Kind.OFFICIAL);
        var calculated = snapshots.get(Kind.CALCULATED);
        var best = official != null ? official : calculated != null ? calculated : snapshots.get(Kind.LIVE);
        if (best == null) {
            throw new IllegalStateException("a day without any snapshot: " + date);
        }
        var twr = official == null ? null : official.twrPercent();
        return new Summary.Day(
                date,
                opening(official, before, calculated),
                best.total(),
                best.kind(),
                totals,
                twr == null ? null : TimeWeightedReturn.fraction(twr));
    }

    /** As the day itself is told from: the broker's word on it, else on the day before, else the ledger's. */
    private static @Nullable Money opening(
            @Nullable NavSnapshot official, @Nullable NavSnapshot before, @Nullable NavSnapshot calculated) {
        if (official != null && official.opening() != null) {
            return official.opening();
        }
        if (before != null) {
            return before.total();
        }
        return calculated == null ? null : calculated.opening();
    }

    private CurrencyCode base(AccountId account, List<Map<Kind, NavSnapshot>> days) {
        return days.isEmpty()
                ? AccountSettings.of(config, account).currency()
                : days.getFirst().values().iterator().next().total().currency();
    }
}
