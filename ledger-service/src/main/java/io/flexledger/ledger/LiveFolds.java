package io.flexledger.ledger;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ledger.adapter.db.AccountTable;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.Transactions;
import io.flexledger.transport.outage.Backoff;
import io.flexledger.transport.outage.Outage;
import io.flexledger.transport.outage.Part;
import io.flexledger.transport.outage.Troubles;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Folds accounts of which provisional fills alone changed, on a thread of its own and never back to back: a burst of
 * fills costs some folds, not one each. What is left to do is in the database, so nothing is lost with the process; the
 * account's row is locked for as long as a fold takes, which keeps out the consumer and every other replica.
 */
@ApplicationScoped
public class LiveFolds {

    private static final Part PART = Part.inbox("provisional fills");
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Pool pool;
    private final AccountTable accounts;
    private final AccountFold fold;
    private final Outbox outbox;
    private final Troubles troubles;
    private final Duration pause;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean started;
    private @Nullable Thread thread;

    LiveFolds(
            Pool pool, AccountTable accounts, AccountFold fold, Outbox outbox, Troubles troubles, LedgerConfig config) {
        this.pool = pool;
        this.accounts = accounts;
        this.fold = fold;
        this.outbox = outbox;
        this.troubles = troubles;
        this.pause = config.live().pause();
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("live-folds").start(this::run);
    }

    /** Lets the fold it is in come to its end. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (thread != null) {
            thread.join(STOP);
        }
    }

    private void run() {
        var backoff = new Backoff();
        try {
            var rest = pause;
            while (!stopping.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                rest = round(backoff);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Folds every account that waits, once; returns how long to rest. */
    private Duration round(Backoff backoff) {
        long start = System.nanoTime();
        var rest = pause;
        try {
            if (!started) {
                accounts.retryLive(pool);
                started = true;
            }
            foldEach(accounts.live(pool));
            troubles.over(PART);
            backoff.reset();
        } catch (RuntimeException | Error failure) { // even then: fills nobody folds would go unnoticed
            report(failure);
            rest = longer(rest, backoff.next());
        }
        return longer(rest, Duration.ofNanos(2 * (System.nanoTime() - start)));
    }

    /** One that fails does not keep the others waiting. */
    private void foldEach(List<AccountId> waiting) {
        RuntimeException failed = null;
        for (var account : waiting) {
            if (stopping.getCount() == 0) {
                break;
            }
            try {
                Transactions.run(pool, tx -> {
                    if (accounts.tryLive(tx, account)) {
                        fold.run(tx, account);
                    }
                });
                outbox.wake();
            } catch (RuntimeException failure) {
                if (failed == null) {
                    failed = failure;
                } else {
                    failed.addSuppressed(failure);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private void report(Throwable failure) {
        if (Outage.caused(failure)) {
            troubles.waiting(PART, failure);
        } else {
            troubles.stopped(PART, failure);
        }
    }
}
