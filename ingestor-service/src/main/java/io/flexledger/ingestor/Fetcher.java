package io.flexledger.ingestor;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.fetch.Ending;
import io.flexledger.ingestor.fetch.FetchLog;
import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.Locks;
import io.flexledger.ingestor.fetch.Locks.Lock;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.Pauses;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Starts fetches, at most one for each account at a time, and ends those that crashes left open. */
@ApplicationScoped
public class Fetcher {

    private static final Logger LOG = Logger.getLogger(Fetcher.class);

    // Each holds a connection for its lock, and another while it waits for its turn.
    private static final int AT_ONCE = 4;

    private static final Ending NOT_RECORDED = Ending.failed(new Ending.Reason(
            "INTERNAL_ERROR", "The run could not be recorded.", "Look at the service's log for the run's id.", true));

    private final Locks locks;
    private final FetchLog log;
    private final Pauses pauses;
    private final FetchStages stages;
    private final Pace pace;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Fetcher(Locks locks, FetchLog log, Pauses pauses, FetchStages stages, Pace pace) {
        this.locks = locks;
        this.log = log;
        this.pauses = pauses;
        this.stages = stages;
        this.pace = pace;
    }

    /** Returns the run's id as soon as it has begun; the rest, and what follows on it, happens on a thread of its own. */
    public long start(FetchOrder order, Consumer<Ending> then) throws RunActiveException, FlexPausedException {
        var begun = begin(order);
        Thread.ofVirtual().name("run-" + begun.run()).start(() -> carryOut(begun, order, then));
        return begun.run();
    }

    /** Whoever waits for the run's end is told of every end, that by an error of the machine as well. */
    private void carryOut(Begun begun, FetchOrder order, Consumer<Ending> then) {
        var ended = NOT_RECORDED;
        try {
            ended = carryOut(begun, order);
        } finally {
            then.accept(ended);
        }
    }

    /** Returns when the run has ended. */
    public Ending fetch(FetchOrder order) throws RunActiveException, FlexPausedException {
        return carryOut(begin(order), order);
    }

    private record Begun(long run, Lock lock) {}

    private Begun begin(FetchOrder order) throws RunActiveException, FlexPausedException {
        var pause = pauses.find(order.query(), pace.now());
        if (pause.isPresent() && !(order.isByHand() && pause.get().unattended())) {
            throw new FlexPausedException(order.query(), pause.get());
        }
        if (!places.tryAcquire()) {
            throw new RunActiveException(AT_ONCE);
        }
        try {
            var lock = lock(order.query().account());
            try {
                return new Begun(log.start(order), lock);
            } catch (RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (RunActiveException | RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private Lock lock(AccountId account) throws RunActiveException {
        var lock = locks.tryLock(lockOf(account))
                .orElseThrow(() ->
                        new RunActiveException(account, log.active(account).orElse(null)));
        try {
            log.closeInterrupted(account);
            return lock;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private Ending carryOut(Begun begun, FetchOrder order) {
        try (var lock = begun.lock()) {
            var ended = stages.run(begun.run(), order, lock);
            log.end(begun.run(), ended);
            return ended;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Run could not be recorded: run=%d", begun.run()); // the next run of the account closes it
            return NOT_RECORDED;
        } finally {
            places.release();
        }
    }

    /** Nobody works on an open run whose account's lock is free. */
    void closeInterrupted(@Observes StartupEvent event) {
        for (var account : log.withOpenRuns()) {
            locks.tryLock(lockOf(account)).ifPresent(lock -> {
                try (lock) {
                    LOG.warnf("Interrupted fetches closed: runs=%d", log.closeInterrupted(account));
                }
            });
        }
    }

    private static String lockOf(AccountId account) {
        return "runs of " + account;
    }
}
