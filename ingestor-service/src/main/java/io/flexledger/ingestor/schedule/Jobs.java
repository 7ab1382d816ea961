package io.flexledger.ingestor.schedule;

import static java.util.stream.Collectors.joining;

import io.flexledger.ingestor.period.JobPeriod;
import io.flexledger.ingestor.period.Role;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is configured for a query, as jobs. A schedule is written as one of
 *
 * <ul>
 *   <li>nothing: the jobs that its role has by default
 *   <li>{@code off}: no jobs
 *   <li>a cron expression, {@code 0 18 * * TUE-SAT}, or {@code every 5 minutes} for confirms: the first of the default jobs
 *       runs then, the others as they do by default
 *   <li>a list, {@code daily; weekly = 0 20 * * SAT; quarterly = 0 6 1 1,4,7,10 * Europe/Zurich last-100-days}: these jobs
 *       and no others. What is left out of a job is as it is by default.
 * </ul>
 */
public final class Jobs {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final int MINUTES = 15;
    private static final Pattern EVERY = Pattern.compile("every (\\d{1,3}) minutes");
    private static final Pattern LISTED = Pattern.compile("([a-z][a-z0-9-]*)(?:\\s*=\\s*(.+))?");
    private static final Pattern CRON = Pattern.compile("[\\d*].*");
    private static final Pattern ZONE = Pattern.compile("(.+)\\s([A-Z][a-z]+/[\\w/+-]+|UTC)");
    private static final Pattern PERIOD = Pattern.compile("(.+)\\s(month-to-date|today|last-\\S+)");

    private Jobs() {}

    /**
     * The jobs of a query.
     *
     * @param query  its name
     * @param period days the first job asks for; null for what it asks for by default
     */
    public static List<Job> of(String query, Role role, String schedule, @Nullable JobPeriod period) {
        var text = schedule.strip();
        if (text.equals("off")) {
            return List.of();
        }
        var defaults = new ArrayList<>(defaults(query, role));
        if (period != null) {
            defaults.set(0, with(defaults.getFirst(), period));
        }
        var every = EVERY.matcher(text);
        if (every.matches()) {
            defaults.set(0, with(defaults.getFirst(), every(Integer.parseInt(every.group(1)), role)));
        } else if (CRON.matcher(text).matches()) {
            defaults.set(0, changed(defaults.getFirst(), text));
        } else if (!text.isEmpty()) {
            return listed(text, defaults);
        }
        return List.copyOf(defaults);
    }

    private static List<Job> defaults(String query, Role role) {
        if (role == Role.CONFIRMS) {
            return List.of(new Job(
                    query, "intraday", every(MINUTES, role), NEW_YORK, Occasion.MARKET_HOURS, new JobPeriod.Today()));
        }
        return List.of(
                hongKong(query, "daily", "0 17 * * TUE-SAT", Occasion.ALWAYS, new JobPeriod.MonthToDate()),
                // Rows of a month still move on the first days of the next; the ninth is late enough for three of them.
                hongKong(query, "last-month", "30 17 1-9 * *", Occasion.FIRST_BUSINESS_DAYS, new JobPeriod.LastMonth()),
                hongKong(query, "weekly", "0 18 * * SAT", Occasion.ALWAYS, new JobPeriod.LastDays(90)),
                hongKong(query, "monthly", "0 0 18 ? * SUN#1", Occasion.ALWAYS, new JobPeriod.LastDays(365)));
    }

    private static Job hongKong(String query, String name, String cron, Occasion occasion, JobPeriod period) {
        return new Job(query, name, Cron.parse(cron), HONG_KONG, occasion, period);
    }

    /** From the hour of the opening to the one after the closing. */
    private static Cron every(int minutes, Role role) {
        if (role != Role.CONFIRMS) {
            throw new IllegalArgumentException("a %s report is made once a day: 'every %d minutes' is for confirms"
                    .formatted(role.text(), minutes));
        }
        if (minutes < 1 || minutes > 60 || 60 % minutes != 0) {
            throw new IllegalArgumentException("an hour cannot be divided into parts of %d minutes".formatted(minutes));
        }
        return Cron.parse("%s 9-17 * * MON-FRI".formatted(minutes == 60 ? "0" : "*/" + minutes));
    }

    private static List<Job> listed(String text, List<Job> defaults) {
        var names = new HashSet<String>();
        var jobs = new ArrayList<Job>();
        for (var entry : text.split(";", -1)) {
            var form = LISTED.matcher(entry.strip());
            if (!form.matches()) {
                throw new IllegalArgumentException("no job: '%s' in the schedule '%s'".formatted(entry.strip(), text));
            }
            if (!names.add(form.group(1))) {
                throw new IllegalArgumentException("two jobs '%s' in the schedule '%s'".formatted(form.group(1), text));
            }
            jobs.add(job(form.group(1), form.group(2), defaults));
        }
        return List.copyOf(jobs);
    }

    private static Job job(String name, @Nullable String change, List<Job> defaults) {
        var known = defaults.stream().filter(job -> job.name().equals(name)).findFirst();
        if (change == null) {
            return known.orElseThrow(() -> new IllegalArgumentException("no job '%s' by default; there are %s"
                    .formatted(name, defaults.stream().map(Job::name).collect(joining(", ")))));
        }
        var model = defaults.getFirst();
        return changed(
                known.orElseGet(() ->
                        new Job(model.query(), name, model.cron(), model.zone(), Occasion.ALWAYS, model.period())),
                change);
    }

    /** @param change a cron expression, and behind it a zone, a period or both */
    private static Job changed(Job job, String change) {
        var rest = change.strip();
        var period = PERIOD.matcher(rest);
        var result = job;
        if (period.matches()) {
            result = with(result, JobPeriod.parse(period.group(2)));
            rest = period.group(1).strip();
        }
        var zone = ZONE.matcher(rest);
        if (zone.matches()) {
            result = with(result, zone(zone.group(2)));
            rest = zone.group(1);
        }
        return with(result, Cron.parse(rest));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time zone: '%s'".formatted(text), e);
        }
    }

    private static Job with(Job job, Cron cron) {
        return new Job(job.query(), job.name(), cron, job.zone(), job.occasion(), job.period());
    }

    private static Job with(Job job, ZoneId zone) {
        return new Job(job.query(), job.name(), job.cron(), zone, job.occasion(), job.period());
    }

    private static Job with(Job job, JobPeriod period) {
        return new Job(job.query(), job.name(), job.cron(), job.zone(), job.occasion(), period);
    }
}
