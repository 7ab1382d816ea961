package io.flexledger.ingestor.adapter.rest.run;

import io.flexledger.ingestor.fetch.Locks;
import io.flexledger.ingestor.fetch.Locks.Lock;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** This process, as its runs name it. It holds a lock for as long as it lives; where that is free, it is gone. */
@ApplicationScoped
class RunOwner {

    private static final Logger LOG = Logger.getLogger(RunOwner.class);

    private final Locks locks;
    private final String id = UUID.randomUUID().toString();
    private @Nullable Lock lock;

    RunOwner(Locks locks) {
        this.locks = locks;
    }

    /** To be written into a run that begins now. */
    String id() {
        hold();
        return id;
    }

    /** Takes the lock, and takes it again where it was lost with its connection. */
    @Scheduled(
            every = "10s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    @RunOnVirtualThread
    synchronized void hold() {
        if (lock == null || isLost(lock)) {
            lock = locks.tryLock(lockOf(id)).orElse(null); // the database may not have noticed the loss yet
        }
    }

    private static boolean isLost(Lock lock) {
        try {
            lock.verify();
            return false;
        } catch (RuntimeException e) {
            LOG.warn("The lock of this process was lost with its connection", e);
            lock.close();
            return true;
        }
    }

    /** Does the work if the process of that name is gone. */
    void ifGone(String owner, Runnable work) {
        locks.tryLock(lockOf(owner)).ifPresent(free -> {
            try (free) {
                work.run();
            }
        });
    }

    private static String lockOf(String owner) {
        return "process " + owner;
    }
}
