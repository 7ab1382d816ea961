package io.flexledger.ingestor.adapter.rest.run;

import io.flexledger.ingestor.adapter.rest.run.IngestionRun.RunType;
import io.flexledger.ingestor.adapter.rest.run.IngestionRun.Status;
import io.flexledger.ingestor.intake.Origin;
import io.flexledger.ingestor.intake.Outcome;
import io.flexledger.ingestor.intake.Reception;
import io.flexledger.ingestor.intake.RunLog;
import io.flexledger.ingestor.refusal.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps runs as entities, counts them, and logs one line for each. */
@ApplicationScoped
class PanacheRunLog implements RunLog {

    private static final Logger LOG = Logger.getLogger(PanacheRunLog.class);

    private static final String OPEN = "status = started and origin <> FLEX";

    private static final String CLOSE = """
            status = failed, endedAt = ?1, errorCode = 'INTERRUPTED', version = version + 1,
            errorMessage = 'The service stopped before the run ended. A file that was kept is finished by itself.'
            where status = started and origin <> FLEX and coalesce(owner, '') = ?2
            """;

    private final EventLoop eventLoop;
    private final RunOwner owner;
    private final MeterRegistry meters;
    private final Clock clock = Clock.systemUTC();

    PanacheRunLog(EventLoop eventLoop, RunOwner owner, MeterRegistry meters) {
        this.eventLoop = eventLoop;
        this.owner = owner;
        this.meters = meters;
    }

    /** Nobody works on an open run whose owner is gone. */
    void closeInterrupted(@Observes StartupEvent event) {
        owner.hold();
        owners().forEach(one -> owner.ifGone(one, () -> close(one)));
    }

    /** Of open runs; a run that names none is of a process from before there were owners. */
    private List<String> owners() {
        return eventLoop.await(() -> Panache.withSession(() -> IngestionRun.<IngestionRun>list(OPEN))).stream()
                .map(run -> Objects.requireNonNullElse(run.owner, ""))
                .distinct()
                .toList();
    }

    private void close(String gone) {
        int closed =
                eventLoop.await(() -> Panache.withTransaction(() -> IngestionRun.update(CLOSE, clock.instant(), gone)));
        LOG.warnf("Interrupted runs closed: runs=%d", closed);
    }

    @Override
    public long start(Origin origin, @Nullable String name) {
        var run = new IngestionRun();
        run.origin = origin;
        run.runType = RunType.of(origin);
        run.status = Status.started;
        run.fileName = name;
        run.startedAt = clock.instant();
        run.owner = owner.id();
        return eventLoop.await(() -> Panache.withTransaction(() -> run.<IngestionRun>persist())).id;
    }

    @Override
    public void end(Reception.Kept kept) {
        var result = kept.result();
        end(kept.run(), run -> {
            run.fileId = kept.file().sha256();
            run.newCount = Math.toIntExact(result.count(Outcome.NEW));
            run.duplicateCount = Math.toIntExact(result.count(Outcome.DUPLICATE));
            run.rejectedCount = Math.toIntExact(result.count(Outcome.REJECTED));
            run.status = result.isAccepted() ? Status.success : Status.failed;
            result.firstRefusal().ifPresent(refusal -> describe(run, refusal));
        });
    }

    @Override
    public void end(Reception.NotKept notKept) {
        end(notKept.run(), run -> {
            run.status = Status.failed;
            describe(run, notKept.refusal());
        });
    }

    /** Tries once; where the database is gone, the next start closes the run. */
    @Override
    public void broken(long id, Throwable fault) {
        try {
            end(id, run -> {
                run.status = Status.failed;
                run.errorCode = "INTERNAL_ERROR";
                run.errorMessage = fault.getClass().getSimpleName();
            });
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
        }
    }

    private static void describe(IngestionRun run, Refusal refusal) {
        run.errorCode = refusal.code().name();
        run.errorMessage = refusal.detail();
    }

    private void end(long id, Consumer<IngestionRun> change) {
        var ended = eventLoop.await(() -> Panache.withTransaction(() -> changed(id, run -> {
            run.forgetError();
            change.accept(run);
            run.endedAt = clock.instant();
        })));
        meters.counter("ledger.ingest.runs", "status", ended.status.name()).increment();
        meters.timer("ledger.ingest.duration").record(Duration.between(ended.startedAt, ended.endedAt));
        LOG.infof(
                "Run ended: run=%d status=%s origin=%s file=%s new=%d duplicate=%d rejected=%d error=%s",
                ended.id,
                ended.status,
                ended.origin,
                ended.fileId,
                ended.newCount,
                ended.duplicateCount,
                ended.rejectedCount,
                ended.errorCode);
    }

    private static Uni<IngestionRun> changed(long id, Consumer<IngestionRun> change) {
        return IngestionRun.<IngestionRun>findById(id).invoke(change);
    }
}
