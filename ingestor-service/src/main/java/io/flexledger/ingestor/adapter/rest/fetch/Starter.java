package io.flexledger.ingestor.adapter.rest.fetch;

import static io.flexledger.ingestor.adapter.rest.ProblemType.FLEX_PAUSED;
import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_PERIOD;
import static io.flexledger.ingestor.adapter.rest.ProblemType.RUN_ALREADY_ACTIVE;

import io.flexledger.ingestor.Days;
import io.flexledger.ingestor.Fetcher;
import io.flexledger.ingestor.FlexPausedException;
import io.flexledger.ingestor.RunActiveException;
import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.FetchOrder.Trigger;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.period.InvalidPeriodException;
import io.flexledger.ingestor.period.JobPeriod;
import io.flexledger.ingestor.period.Period;
import io.flexledger.ingestor.period.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Starts runs for callers, and tells them why not. */
@ApplicationScoped
class Starter {

    private final Fetcher fetcher;
    private final Days days;
    private final FlexSettings settings;
    private final Pace pace;

    Starter(Fetcher fetcher, Days days, FlexSettings settings, Pace pace) {
        this.fetcher = fetcher;
        this.days = days;
        this.settings = settings;
        this.pace = pace;
    }

    /** What its first job would ask for. */
    long start(FlexQuery query) {
        var configured = settings.queries().stream()
                .filter(one -> one.query().equals(query))
                .findFirst()
                .orElseThrow();
        if (configured.saved()) {
            return start(query, null);
        }
        var period =
                configured.jobs().stream().findFirst().map(job -> job.period()).orElseGet(() -> usual(query));
        return start(query, period(period, query));
    }

    private Period period(JobPeriod period, FlexQuery query) {
        try {
            return days.period(period, query);
        } catch (InvalidPeriodException e) {
            throw INVALID_PERIOD.because(String.valueOf(e.getMessage()));
        }
    }

    private static JobPeriod usual(FlexQuery query) {
        return query.role() == Role.CONFIRMS ? new JobPeriod.Today() : new JobPeriod.MonthToDate();
    }

    /** @param period absent for the one saved with the query */
    long start(FlexQuery query, @Nullable Period period) {
        var order = new FetchOrder(
                query,
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                Trigger.MANUAL,
                null);
        try {
            return fetcher.start(order, _ -> {});
        } catch (RunActiveException e) {
            throw RUN_ALREADY_ACTIVE.because(String.valueOf(e.getMessage()));
        } catch (FlexPausedException e) {
            throw FLEX_PAUSED.because(
                    String.valueOf(e.getMessage()),
                    Duration.between(pace.now(), e.pause().notBefore()));
        }
    }
}
