package io.flexledger.ingestor.adapter.schedule;

import io.flexledger.ingestor.Backfills;
import io.flexledger.ingestor.DueJobs;
import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.Repair;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.jboss.logging.Logger;

/** When things happen by themselves; each waits for its last turn to end. */
@ApplicationScoped
class Timetable {

    private static final Logger LOG = Logger.getLogger(Timetable.class);

    private final Repair repair;
    private final WatchedFolder folder;
    private final DueJobs jobs;
    private final Backfills backfills;
    private final IngestorConfig config;
    private final SchedulerHealth health;

    Timetable(
            Repair repair,
            WatchedFolder folder,
            DueJobs jobs,
            Backfills backfills,
            IngestorConfig config,
            SchedulerHealth health) {
        this.repair = repair;
        this.folder = folder;
        this.jobs = jobs;
        this.backfills = backfills;
        this.config = config;
        this.health = health;
    }

    /** Once at the start, while requests are served already. */
    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("repair-at-start").start(() -> {
            try {
                repair.run();
            } catch (RuntimeException e) {
                LOG.warn("Interrupted files could not be looked up; the next turn will", e);
            }
        });
    }

    @Scheduled(
            every = "${ingestor.repair.every}",
            delayed = "${ingestor.repair.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    @RunOnVirtualThread
    void repair() {
        repair.run();
    }

    @Scheduled(
            every = "${ingestor.watch.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    @RunOnVirtualThread
    void watch() {
        folder.look();
    }

    /** Fetches what is due, and goes on with backfills that were interrupted. */
    @Scheduled(
            every = "${ingestor.schedule.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    @RunOnVirtualThread
    void fetch() {
        backfills.resume();
        if (config.schedule().enabled()) {
            jobs.look();
            health.looked(Instant.now());
        }
    }
}
