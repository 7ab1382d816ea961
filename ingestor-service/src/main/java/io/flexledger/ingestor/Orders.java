package io.flexledger.ingestor;

import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.FetchOrder.Trigger;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.period.InvalidPeriodException;
import io.flexledger.ingestor.period.JobPeriod;
import io.flexledger.ingestor.period.Period;
import io.flexledger.ingestor.period.Role;
import jakarta.enterprise.context.ApplicationScoped;

/** What is asked for where nobody says which days. */
@ApplicationScoped
public class Orders {

    private final FlexSettings settings;
    private final Days days;

    Orders(FlexSettings settings, Days days) {
        this.settings = settings;
        this.days = days;
    }

    /**
     * What the query's first job would ask for now.
     *
     * @throws InvalidPeriodException where that is nothing
     */
    public FetchOrder usual(FlexQuery query) {
        var configured = settings.queries().stream()
                .filter(one -> one.query().equals(query))
                .findFirst()
                .orElseThrow();
        if (configured.saved()) {
            return new FetchOrder(query, null, null, Trigger.MANUAL, null);
        }
        var usual =
                configured.jobs().stream().findFirst().map(job -> job.period()).orElseGet(() -> byRole(query));
        return of(query, days.period(usual, query));
    }

    /** @throws InvalidPeriodException where the broker can have no report */
    public FetchOrder of(FlexQuery query, Period period) {
        days.requireAskable(period);
        return new FetchOrder(query, period.from(), period.to(), Trigger.MANUAL, null);
    }

    private static JobPeriod byRole(FlexQuery query) {
        return query.role() == Role.CONFIRMS ? new JobPeriod.Today() : new JobPeriod.MonthToDate();
    }
}
