package io.flexledger.ingestor;

import io.flexledger.ingestor.fetch.Coverage;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.period.BackfillPlan;
import io.flexledger.ingestor.period.BackfillPlan.Done;
import io.flexledger.ingestor.period.InvalidPeriodException;
import io.flexledger.ingestor.period.JobPeriod;
import io.flexledger.ingestor.period.Period;
import io.flexledger.ingestor.period.ReportDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Predicate;

/** Which days a query has told, and which it should tell now. */
@ApplicationScoped
public class Days {

    private final Coverage coverage;
    private final Pace pace;
    private final ReportDays days = ReportDays.newYork(ReportDays.READY_AT);

    Days(Coverage coverage, Pace pace) {
        this.coverage = coverage;
        this.pace = pace;
    }

    public NavigableSet<LocalDate> complete(FlexQuery query) {
        return days.complete(coverage.of(query));
    }

    /** The last of them; absent before the first report. */
    public Optional<LocalDate> completeTo(FlexQuery query) {
        var complete = complete(query);
        return complete.isEmpty() ? Optional.empty() : Optional.of(complete.last());
    }

    /** The last day whose report should be there now. */
    public LocalDate wanted() {
        return days.lastReady(pace.now());
    }

    public boolean isComplete(FlexQuery query, LocalDate day) {
        return complete(query).contains(day);
    }

    /** @throws InvalidPeriodException where no report can be about the days */
    public void requireAskable(Period period) {
        days.requireAskable(period, pace.now());
    }

    /** What a job asks for now. */
    public Period period(JobPeriod period, FlexQuery query) {
        return period.on(pace.now(), days, complete(query));
    }

    /** @param asked days that need not be asked for, though they may not be complete */
    public BackfillPlan plan(FlexQuery query, LocalDate from, LocalDate to, Predicate<LocalDate> asked) {
        return BackfillPlan.of(from, to, new Done(complete(query)::contains, asked), pace.now(), days);
    }
}
