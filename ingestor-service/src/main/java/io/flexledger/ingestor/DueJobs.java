package io.flexledger.ingestor;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.ingestor.fetch.Ending;
import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.FetchOrder.Trigger;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.FlexSettings.ConfiguredQuery;
import io.flexledger.ingestor.fetch.JobLog;
import io.flexledger.ingestor.fetch.JobState;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.period.InvalidPeriodException;
import io.flexledger.ingestor.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the scheduled jobs that are due: one whose time was missed runs once, one that did not bring its day runs again
 * before its next time.
 */
@ApplicationScoped
public class DueJobs {

    private static final Logger LOG = Logger.getLogger(DueJobs.class);
    private static final Duration AGAIN = Duration.ofMinutes(30);
    private static final Duration BUSY = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 12;

    private final FlexSettings settings;
    private final JobLog log;
    private final Fetcher fetcher;
    private final Days days;
    private final Pace pace;
    private final MarketCalendar calendar = MarketCalendar.newYork();

    DueJobs(FlexSettings settings, JobLog log, Fetcher fetcher, Days days, Pace pace) {
        this.settings = settings;
        this.log = log;
        this.fetcher = fetcher;
        this.days = days;
        this.pace = pace;
    }

    /**
     * A job with when it ran and when it will.
     *
     * @param next absent where that is years away
     */
    public record Listed(
            FlexQuery query,
            Job job,
            JobState state,
            @Nullable Instant next) {}

    public List<Listed> list() {
        var now = pace.now();
        return settings.queries().stream()
                .flatMap(query -> query.jobs().stream().map(job -> listed(query.query(), job, now)))
                .toList();
    }

    private Listed listed(FlexQuery query, Job job, Instant now) {
        var state = log.find(query, job, now);
        return new Listed(
                query,
                job,
                state,
                state.retryAt() == null ? job.next(now, calendar).orElse(null) : state.retryAt());
    }

    /** One look; whatever is due has begun when it returns. */
    public void look() {
        for (var query : settings.queries()) {
            for (var job : query.jobs()) {
                try {
                    look(query, job);
                } catch (RuntimeException e) {
                    LOG.warnf(e, "Job could not be started: query=%s job=%s", job.query(), job.name());
                }
            }
        }
    }

    private void look(ConfiguredQuery query, Job job) {
        var now = pace.now();
        var state = log.find(query.query(), job, now);
        dueFor(job, state, now).ifPresent(time -> {
            boolean again = time.equals(state.ranFor());
            // A crash leaves the time of another try.
            var claimed = new JobState(time, now, null, now.plus(AGAIN), again ? state.attempts() : 0);
            if (log.claim(query.query(), job, state, claimed)) {
                start(query, job, claimed);
            }
        });
    }

    private Optional<Instant> dueFor(Job job, JobState state, Instant now) {
        var due = job.due(state.ranFor(), now, calendar);
        if (due.isPresent()) {
            return due;
        }
        var retryAt = state.retryAt();
        return retryAt != null && !retryAt.isAfter(now) ? Optional.of(state.ranFor()) : Optional.empty();
    }

    private void start(ConfiguredQuery configured, Job job, JobState state) {
        var query = configured.query();
        try {
            var period = days.period(job.period(), query);
            // The broker may answer with the day before. What tells of today is never complete while it matters.
            boolean bringsDay = period.to().equals(days.wanted());
            var order = configured.saved()
                    ? new FetchOrder(query, null, null, Trigger.SCHEDULED, null)
                    : new FetchOrder(query, period.from(), period.to(), Trigger.SCHEDULED, null);
            long run = fetcher.start(
                    order,
                    ending -> ended(query, job, state, bringsDay && !days.isComplete(query, period.to()), ending));
            log.started(query, job, run);
        } catch (RunActiveException _) {
            log.retry(query, job, pace.now().plus(BUSY), state.attempts());
        } catch (FlexPausedException e) {
            log.retry(query, job, e.pause().notBefore(), state.attempts());
        } catch (InvalidPeriodException e) {
            LOG.warnf(
                    "Job has nothing to ask for: query=%s job=%s reason=%s", query.name(), job.name(), e.getMessage());
            log.retry(query, job, null, 0);
        }
    }

    /** @param lacksDay whether the last day that should be there is not, whatever the run has brought */
    private void ended(FlexQuery query, Job job, JobState state, boolean lacksDay, Ending ending) {
        int attempts = state.attempts() + 1;
        boolean again = ending.mayPass() || (ending.success() && lacksDay);
        if (again && attempts < ATTEMPTS) {
            log.retry(query, job, pace.now().plus(AGAIN), attempts);
        } else {
            log.retry(query, job, null, 0);
        }
    }
}
