package io.flexledger.ingestor;

import io.flexledger.ingestor.fetch.Locks;
import io.flexledger.ingestor.fetch.Locks.Lock;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.ReprocessLog;
import io.flexledger.ingestor.fetch.Stage;
import io.flexledger.ingestor.fetch.Timeline;
import io.flexledger.ingestor.intake.KeptStatements;
import io.flexledger.ingestor.intake.KeptStatements.Place;
import io.flexledger.ingestor.intake.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Publishes statements that were kept again, so that they are read once more; nothing is downloaded. A reader that knows
 * what they say says nothing new. One at a time, a batch in memory.
 */
@ApplicationScoped
public class Reprocessing {

    private static final Logger LOG = Logger.getLogger(Reprocessing.class);

    private final KeptStatements kept;
    private final ReprocessLog log;
    private final Locks locks;
    private final Pace pace;

    Reprocessing(KeptStatements kept, ReprocessLog log, Locks locks, Pace pace) {
        this.kept = kept;
        this.log = log;
        this.locks = locks;
        this.pace = pace;
    }

    /** Returns the run's id at once, and goes on by itself; absent while another one goes on. */
    public Optional<Long> start(Scope scope) {
        return locks.tryLock("reprocess").map(lock -> start(scope, lock));
    }

    private long start(Scope scope, Lock lock) {
        try {
            long run = log.start(scope);
            Thread.ofVirtual().name("reprocess-" + run).start(() -> carryOut(run, scope, lock));
            return run;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void carryOut(long run, Scope scope, Lock lock) {
        int statements = 0;
        try (lock) {
            var timeline = new Timeline(pace::now, (_, entries) -> log.stages(run, entries));
            timeline.start(Stage.PUBLISH);
            for (var account : kept.accounts(scope)) {
                var last = Place.BEGIN;
                for (int sent = 1; sent > 0; ) {
                    var batch = kept.publish(account, scope, last);
                    sent = batch.statements();
                    last = batch.last();
                    statements += sent;
                }
            }
            timeline.succeed(Stage.PUBLISH, Map.of("inserted_row_count", 0, "dedup_row_count", statements));
            log.end(run, statements);
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "Reprocessing broke: run=%d statements=%d", run, statements);
            log.broken(run, statements, e);
        }
    }
}
