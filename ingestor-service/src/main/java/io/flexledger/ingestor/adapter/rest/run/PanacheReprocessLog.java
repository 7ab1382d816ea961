package io.flexledger.ingestor.adapter.rest.run;

import io.flexledger.ingestor.adapter.rest.run.IngestionRun.RunType;
import io.flexledger.ingestor.adapter.rest.run.IngestionRun.Status;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.ReprocessLog;
import io.flexledger.ingestor.fetch.StageEntry;
import io.flexledger.ingestor.intake.Origin;
import io.flexledger.ingestor.intake.Scope;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Keeps what was published again among the other runs. The statements count as duplicates: all are known. */
@ApplicationScoped
class PanacheReprocessLog implements ReprocessLog {

    private static final Logger LOG = Logger.getLogger(PanacheReprocessLog.class);

    private final EventLoop eventLoop;
    private final RunStages stages;
    private final RunOwner owner;
    private final Pace pace;

    PanacheReprocessLog(EventLoop eventLoop, RunStages stages, RunOwner owner, Pace pace) {
        this.eventLoop = eventLoop;
        this.stages = stages;
        this.owner = owner;
        this.pace = pace;
    }

    @Override
    public long start(Scope scope) {
        var run = new IngestionRun();
        run.origin = Origin.REPROCESS;
        run.runType = RunType.of(run.origin);
        run.status = Status.started;
        run.query = scope.query();
        run.fromDate = scope.day();
        run.toDate = scope.day();
        run.startedAt = pace.now();
        run.owner = owner.id();
        return eventLoop.await(() -> Panache.withTransaction(() -> run.<IngestionRun>persist())).id;
    }

    @Override
    public void stages(long run, List<StageEntry> entries) {
        stages.write(run, entries);
    }

    @Override
    public void end(long id, int statements) {
        end(id, statements, run -> run.status = Status.success);
    }

    /** Tries once; where the database is gone, the next start closes the run. */
    @Override
    public void broken(long id, int statements, Throwable fault) {
        try {
            end(id, statements, run -> {
                run.status = Status.failed;
                run.errorCode = "INTERNAL_ERROR";
                run.errorMessage = "It broke after %d statements: %s."
                        .formatted(statements, fault.getClass().getSimpleName());
                run.nextStep = "Ask for it again: what was published twice does no harm.";
            });
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
        }
    }

    private void end(long id, int statements, Consumer<IngestionRun> change) {
        eventLoop.await(() -> Panache.withTransaction(
                () -> IngestionRun.<IngestionRun>findById(id).invoke(run -> {
                    run.forgetError();
                    run.duplicateCount = statements;
                    run.endedAt = pace.now();
                    change.accept(run);
                })));
        LOG.infof("Published again: run=%d statements=%d", id, statements);
    }
}
