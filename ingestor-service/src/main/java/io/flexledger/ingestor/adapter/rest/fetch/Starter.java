package io.flexledger.ingestor.adapter.rest.fetch;

import static io.flexledger.ingestor.adapter.rest.ProblemType.FLEX_PAUSED;
import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_PERIOD;
import static io.flexledger.ingestor.adapter.rest.ProblemType.RUN_ALREADY_ACTIVE;

import io.flexledger.ingestor.Fetcher;
import io.flexledger.ingestor.FlexPausedException;
import io.flexledger.ingestor.Orders;
import io.flexledger.ingestor.RunActiveException;
import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.period.InvalidPeriodException;
import io.flexledger.ingestor.period.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Starts runs for callers, and tells them why not. */
@ApplicationScoped
class Starter {

    private final Fetcher fetcher;
    private final Orders orders;
    private final Pace pace;

    Starter(Fetcher fetcher, Orders orders, Pace pace) {
        this.fetcher = fetcher;
        this.orders = orders;
        this.pace = pace;
    }

    /** What its first job would ask for. */
    long start(FlexQuery query) {
        try {
            return start(orders.usual(query));
        } catch (InvalidPeriodException e) {
            throw INVALID_PERIOD.because(String.valueOf(e.getMessage()));
        }
    }

    long start(FlexQuery query, Period period) {
        try {
            return start(orders.of(query, period));
        } catch (InvalidPeriodException e) {
            throw INVALID_PERIOD.because(String.valueOf(e.getMessage()));
        }
    }

    private long start(FetchOrder order) {
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
