package io.flexledger.ingestor.adapter.schedule;

import io.flexledger.ingestor.Repair;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** When things happen by themselves; each waits for its last turn to end. */
@ApplicationScoped
class Timetable {

    private final Repair repair;
    private final WatchedFolder folder;

    Timetable(Repair repair, WatchedFolder folder) {
        this.repair = repair;
        this.folder = folder;
    }

    /** The first turn comes right after the start. */
    @Scheduled(
            every = "${ingestor.repair.every}",
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
}
