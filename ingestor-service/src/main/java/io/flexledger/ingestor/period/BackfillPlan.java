package io.flexledger.ingestor.period;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is fetched to fill a range of days. Each day of the range is either a trading day or skipped.
 *
 * @param tradingDays  days with a statement, in order
 * @param completeDays those of them that are there already
 * @param skipped      all other days, in order, with the reason
 * @param chunks       requests that cover every missing trading day once; each begins and ends with a missing day, and may
 *                     fetch complete ones between them again
 */
public record BackfillPlan(
        LocalDate from,
        LocalDate to,
        List<LocalDate> tradingDays,
        List<LocalDate> completeDays,
        List<Skipped> skipped,
        List<Period> chunks) {

    /** Twenty years. */
    private static final int MAX_DAYS = 7305;

    public BackfillPlan {
        tradingDays = List.copyOf(tradingDays);
        completeDays = List.copyOf(completeDays);
        skipped = List.copyOf(skipped);
        chunks = List.copyOf(chunks);
    }

    /** A day without a statement. The reason is for people: {@code Saturday}, {@code not complete yet}. */
    public record Skipped(LocalDate date, String reason) {}

    /** @param complete trading days that need not be asked for again; empty to fetch all of them */
    public static BackfillPlan of(LocalDate from, LocalDate to, Set<LocalDate> complete, Instant at, ReportDays days) {
        Period.requireOrder(from, to);
        long length = DAYS.between(from, to) + 1;
        if (length > MAX_DAYS) {
            throw new InvalidPeriodException(
                    "%s to %s are %d days, and a backfill covers at most %d".formatted(from, to, length, MAX_DAYS));
        }
        var horizon = new Horizon(days, days.today(at), days.lastReady(at));
        var trading = new ArrayList<LocalDate>();
        var skipped = new ArrayList<Skipped>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            var reason = horizon.reason(day);
            if (reason.isEmpty()) {
                trading.add(day);
            } else {
                skipped.add(new Skipped(day, reason));
            }
        }
        var missing = trading.stream().filter(day -> !complete.contains(day)).toList();
        var known = trading.stream().filter(complete::contains).toList();
        return new BackfillPlan(from, to, trading, known, skipped, chunks(missing));
    }

    private record Horizon(ReportDays days, LocalDate today, LocalDate lastReady) {

        /** Empty for a day that can be fetched. */
        String reason(LocalDate day) {
            if (day.isAfter(today)) {
                return "in the future";
            }
            return days.calendar().reason(day).orElse(day.isAfter(lastReady) ? "not complete yet" : "");
        }
    }

    /** As long as they may be, one after the other: no other division needs fewer requests. */
    private static List<Period> chunks(List<LocalDate> missing) {
        var chunks = new ArrayList<Period>();
        for (int first = 0; first < missing.size(); ) {
            var from = missing.get(first);
            int last = first;
            while (last + 1 < missing.size() && DAYS.between(from, missing.get(last + 1)) < Period.MAX_DAYS) {
                last++;
            }
            chunks.add(new Period(from, missing.get(last)));
            first = last + 1;
        }
        return chunks;
    }
}
