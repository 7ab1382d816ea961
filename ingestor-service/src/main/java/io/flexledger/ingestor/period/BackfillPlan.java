package io.flexledger.ingestor.period;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is fetched to fill a range of days. Each day of the range is either a trading day or skipped.
 *
 * @param tradingDays  days with a statement, in order
 * @param completeDays those of them that need not be asked for, or not again
 * @param skipped      all other days, in order, with the reason
 * @param chunks       requests that cover every missing trading day once, and the holidays beside it: what expired the day
 *                     before is booked there. Each begins and ends with such a day, and may fetch complete ones between
 *                     them again
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

    /**
     * Days that need no request. Only days of a range that is not too long are asked about.
     *
     * @param complete trading days that were told before; none to fetch all of them
     * @param asked    days of the requests that the backfill has made, whatever they brought
     */
    public record Done(Predicate<LocalDate> complete, Predicate<LocalDate> asked) {

        boolean contains(LocalDate day) {
            return complete.test(day) || asked.test(day);
        }

        /** Whether a trading day was missing when the backfill began. */
        boolean wasMissing(LocalDate day) {
            return !complete.test(day) || asked.test(day);
        }
    }

    public static BackfillPlan of(LocalDate from, LocalDate to, Done done, Instant at, ReportDays days) {
        Period.requireOrder(from, to);
        long length = DAYS.between(from, to) + 1;
        if (length > MAX_DAYS) {
            throw new InvalidPeriodException(
                    "%s to %s are %d days, and a backfill covers at most %d".formatted(from, to, length, MAX_DAYS));
        }
        var horizon = new Horizon(days, at);
        var trading = new TreeSet<LocalDate>();
        var skipped = new ArrayList<Skipped>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            var reason = horizon.reason(day);
            if (reason.isEmpty()) {
                trading.add(day);
            } else {
                skipped.add(new Skipped(day, reason));
            }
        }
        var known = trading.stream().filter(done::contains).toList();
        var wanted = from.datesUntil(to.plusDays(1))
                .filter(horizon::hasReport)
                .filter(day -> trading.contains(day) ? !done.contains(day) : isWanted(day, trading, done))
                .toList();
        return new BackfillPlan(from, to, List.copyOf(trading), known, skipped, chunks(wanted));
    }

    /** Trading days that are still to be asked for. */
    public List<LocalDate> missing() {
        var known = Set.copyOf(completeDays);
        return tradingDays.stream().filter(day -> !known.contains(day)).toList();
    }

    private record Horizon(ReportDays days, Instant at) {

        /** Empty for a day that can be fetched. */
        String reason(LocalDate day) {
            if (day.isAfter(days.today(at))) {
                return "in the future";
            }
            return days.calendar().reason(day).orElse(isReady(day) ? "" : "not complete yet");
        }

        /** The broker makes a report of every day from Monday to Friday, holidays included. */
        boolean hasReport(LocalDate day) {
            return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && isReady(day);
        }

        private boolean isReady(LocalDate day) {
            var ready = day.plusDays(1)
                    .atTime(days.readyAt())
                    .atZone(days.calendar().zone());
            return !ready.toInstant().isAfter(at);
        }
    }

    /** A holiday's report is never known to be complete, and so comes with that of a trading day beside it. */
    private static boolean isWanted(LocalDate holiday, NavigableSet<LocalDate> trading, Done done) {
        var before = trading.lower(holiday);
        var after = trading.higher(holiday);
        return !done.asked().test(holiday)
                && ((before != null && done.wasMissing(before)) || (after != null && done.wasMissing(after)));
    }

    /** As long as they may be, one after the other: no other division needs fewer requests. */
    private static List<Period> chunks(List<LocalDate> wanted) {
        var chunks = new ArrayList<Period>();
        for (int first = 0; first < wanted.size(); ) {
            var from = wanted.get(first);
            int last = first;
            while (last + 1 < wanted.size() && DAYS.between(from, wanted.get(last + 1)) < Period.MAX_DAYS) {
                last++;
            }
            chunks.add(new Period(from, wanted.get(last)));
            first = last + 1;
        }
        return chunks;
    }
}
