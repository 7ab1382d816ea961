package io.flexledger.ingestor.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A cron expression: five fields as in crontab, six or seven as in Quartz, where seconds come first and days of the week
 * can be counted ({@code SUN#1}).
 *
 * <p>Its times are those of a clock on the wall. One that a change of clocks skips comes an hour later, and one that it
 * repeats comes once.
 */
public final class Cron {

    /** More than a change of clocks takes. */
    private static final int MARGIN_HOURS = 3;

    /** Where a search ends that nothing satisfies. */
    private static final int HORIZON_YEARS = 2;

    private static final CronParser CRONTAB =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private static final CronParser QUARTZ =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

    private final String text;
    private final ExecutionTime times;

    private Cron(String text, ExecutionTime times) {
        this.text = text;
        this.times = times;
    }

    public static Cron parse(String text) {
        var fields = text.strip().split("\\s+");
        var parser = fields.length == 5 ? CRONTAB : QUARTZ;
        var plain = String.join(" ", fields);
        try {
            return new Cron(plain, ExecutionTime.forCron(parser.parse(plain).validate()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no cron expression: '%s'; %s".formatted(plain, e.getMessage()), e);
        }
    }

    /** The first time after an instant that is accepted. */
    Optional<Instant> next(Instant after, ZoneId zone, Predicate<Instant> accepts) {
        var start = local(after, zone).minusHours(MARGIN_HOURS);
        return search(
                start,
                zone,
                local -> times.nextExecution(local.atZone(ZoneOffset.UTC))
                        .map(next -> next.toLocalDateTime())
                        .orElse(local),
                time -> time.isAfter(after) && accepts.test(time));
    }

    /** The last time at an instant, or before it, that is accepted. */
    Optional<Instant> last(Instant at, ZoneId zone, Predicate<Instant> accepts) {
        var start = local(at, zone).plusHours(MARGIN_HOURS);
        return search(
                start,
                zone,
                local -> times.lastExecution(local.atZone(ZoneOffset.UTC))
                        .map(last -> last.toLocalDateTime())
                        .orElse(local),
                time -> !time.isAfter(at) && accepts.test(time));
    }

    /** @param step leads to the neighbouring time; to where it was when there is none */
    private static Optional<Instant> search(
            LocalDateTime start, ZoneId zone, UnaryOperator<LocalDateTime> step, Predicate<Instant> accepts) {
        var earliest = start.minusYears(HORIZON_YEARS);
        var latest = start.plusYears(HORIZON_YEARS);
        var before = start;
        for (var local = step.apply(start); !local.equals(before); local = step.apply(local)) {
            if (local.isBefore(earliest) || local.isAfter(latest)) {
                return Optional.empty();
            }
            var time = local.atZone(zone).toInstant();
            if (accepts.test(time)) {
                return Optional.of(time);
            }
            before = local;
        }
        return Optional.empty();
    }

    private static LocalDateTime local(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDateTime();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cron cron && cron.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The expression. */
    @Override
    public String toString() {
        return text;
    }
}
