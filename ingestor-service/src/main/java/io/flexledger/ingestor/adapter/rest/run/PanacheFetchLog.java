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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Keeps fetches among the other runs, counts them, and logs one line for each. */
@ApplicationScoped
class PanacheFetchLog implements FetchLog {

    private static final Logger LOG = Logger.getLogger(PanacheFetchLog.class);

    private static final String OPEN = "status = started and origin = FLEX";

    private static final String CLOSE = """
            status = failed, endedAt = ?1, errorCode = 'INTERRUPTED', version = version + 1,
            errorMessage = 'The service stopped before the run ended.',
            nextStep = 'Nothing is lost: run the query again, or wait for its next turn.'
            where status = started and origin = FLEX and accountId = ?2
            """;

    private final EventLoop eventLoop;
    private final RunStages stages;
    private final MeterRegistry meters;
    private final Pace pace;

    PanacheFetchLog(EventLoop eventLoop, RunStages stages, MeterRegistry meters, Pace pace) {
        this.eventLoop = eventLoop;
        this.stages = stages;
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
    public void end(long id, Ending ending) {
        var ended = eventLoop.await(() -> Panache.withTransaction(
                () -> IngestionRun.<IngestionRun>findById(id).invoke(run -> describe(run, ending, pace.now()))));
        meters.counter("ledger.ingest.runs", "status", ended.status.name()).increment();
        meters.timer("ledger.ingest.duration").record(Duration.between(ended.startedAt, ended.endedAt));
        LOG.infof(
                "Run ended: run=%d status=%s query=%s file=%s new=%d duplicate=%d rejected=%d error=%s",
                ended.id,
                ended.status,
                ended.query,
                ended.fileId,
                ended.newCount,
                ended.duplicateCount,
                ended.rejectedCount,
                ended.errorCode);
    }

    private static void describe(IngestionRun run, Ending ending, Instant now) {
        run.status = ending.success() ? Status.success : Status.failed;
        run.endedAt = now;
        run.missingSections = ending.missing().toArray(String[]::new);
        run.canonicalSkipReason = ending.skipped();
        var counts = ending.counts();
        if (counts != null) {
            run.newCount = counts.added();
            run.duplicateCount = counts.known();
            run.rejectedCount = counts.rejected();
            run.deduplicated = counts.isDuplicate();
        }
        var error = ending.error();
        if (error != null) {
            run.errorCode = error.code();
            run.errorMessage = error.message();
            run.nextStep = error.nextStep();
        }
        var mapping = ending.mapping();
        if (mapping != null) {
            run.canonicalInputRowCount = mapping.rows();
            run.canonicalDurationMs = mapping.millis();
        }
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
        return eventLoop.await(
                () -> Panache.withTransaction(() -> IngestionRun.update(CLOSE, pace.now(), account.value())));
    }
}
