package io.flexledger.ingestor.adapter.rest.run;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.adapter.rest.run.IngestionRun.RunType;
import io.flexledger.ingestor.adapter.rest.run.IngestionRun.Status;
import io.flexledger.ingestor.fetch.Ending;
import io.flexledger.ingestor.fetch.FetchLog;
import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.StageEntry;
import io.flexledger.ingestor.intake.Origin;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Keeps fetches among the other runs, counts them, and logs one line for each. */
@ApplicationScoped
class PanacheFetchLog implements FetchLog {

    private static final Logger LOG = Logger.getLogger(PanacheFetchLog.class);

    private static final String OPEN = "status = started and origin = FLEX";

    private final EventLoop eventLoop;
    private final RunStages stages;
    private final FetchEnds ends;
    private final MeterRegistry meters;
    private final Pace pace;

    PanacheFetchLog(EventLoop eventLoop, RunStages stages, FetchEnds ends, MeterRegistry meters, Pace pace) {
        this.eventLoop = eventLoop;
        this.stages = stages;
        this.ends = ends;
        this.meters = meters;
        this.pace = pace;
    }

    @Override
    public long start(FetchOrder order) {
        var query = order.query();
        var run = new IngestionRun();
        run.origin = Origin.FLEX;
        run.runType = order.trigger() == FetchOrder.Trigger.SCHEDULED ? RunType.scheduled : RunType.manual;
        run.status = Status.started;
        run.queryId = query.id();
        run.query = query.name();
        run.role = query.role().text();
        run.accountId = query.account().value();
        run.fromDate = order.from();
        run.toDate = order.to();
        run.backfillId = order.backfill();
        run.startedAt = pace.now();
        return eventLoop.await(() -> Panache.withTransaction(() -> run.<IngestionRun>persist())).id;
    }

    @Override
    public void stages(long run, List<StageEntry> entries) {
        stages.write(run, entries);
    }

    @Override
    public void kept(long run, String file) {
        eventLoop.await(() -> Panache.withTransaction(
                () -> IngestionRun.<IngestionRun>findById(run).invoke(found -> found.fileId = file)));
    }

    @Override
    public void end(long run, Ending ending) {
        var ended = ends.end(run, ending, pace.now());
        var status = ending.success() ? Status.success : Status.failed;
        var counts = ending.counts();
        var error = ending.error();
        meters.counter("ledger.ingest.runs", "status", status.name()).increment();
        meters.timer("ledger.ingest.duration").record(Duration.between(ended.startedAt(), ended.endedAt()));
        LOG.infof(
                "Run ended: run=%d status=%s query=%s file=%s new=%d duplicate=%d rejected=%d error=%s",
                run,
                status,
                ended.query(),
                ended.file(),
                counts == null ? 0 : counts.added(),
                counts == null ? 0 : counts.known(),
                counts == null ? 0 : counts.rejected(),
                error == null ? null : error.code());
    }

    @Override
    public Optional<Long> active(AccountId account) {
        return eventLoop
                .await(() -> Panache.withSession(
                        () -> IngestionRun.<IngestionRun>list(OPEN + " and accountId = ?1", account.value())))
                .stream()
                .map(run -> run.id)
                .findFirst();
    }

    @Override
    public List<AccountId> withOpenRuns() {
        return eventLoop.await(() -> Panache.withSession(() -> IngestionRun.<IngestionRun>list(OPEN))).stream()
                .map(run -> AccountId.of(run.accountId))
                .distinct()
                .toList();
    }

    @Override
    public int closeInterrupted(AccountId account) {
        return ends.endAll(account, Ending.INTERRUPTED, pace.now());
    }
}
