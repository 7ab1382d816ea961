package io.flexledger.report;

import io.flexledger.report.adapter.broker.Backlog;
import io.flexledger.report.adapter.db.AlertTable;
import io.flexledger.report.alert.Spells;
import io.flexledger.report.alert.Watch;
import io.flexledger.transport.Lease;
import io.flexledger.transport.Outbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks again and again, on one replica: the one with the lease. Not while records wait to be read, since half of what
 * came is no ground to judge by; nor before its own words of earlier times are back.
 */
@ApplicationScoped
public class AlertRounds {

    private static final Logger LOG = Logger.getLogger(AlertRounds.class);

    /** A rebuild takes that long, and little else does. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Pool pool;
    private final Backlog backlog;
    private final Outlook outlook;
    private final AlertDesk desk;
    private final AlertTable alerts;
    private final AlertMeters meters;
    private final Outbox outbox;
    private @Nullable Lease lease;
    private Spells spells = Spells.NONE;
    private boolean well = true;
    private Instant lookedAt = Instant.now();
    private boolean behind;

    AlertRounds(
            Pool pool,
            Backlog backlog,
            Outlook outlook,
            AlertDesk desk,
            AlertTable alerts,
            AlertMeters meters,
            Outbox outbox) {
        this.pool = pool;
        this.backlog = backlog;
        this.outlook = outlook;
        this.desk = desk;
        this.alerts = alerts;
        this.meters = meters;
        this.outbox = outbox;
    }

    @Scheduled(
            every = "${report.alerts.every}",
            delayed = "${report.alerts.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    @RunOnVirtualThread
    void look() throws InterruptedException {
        try {
            round();
            meters.open(alerts.openByKind(pool));
            if (!well) {
                LOG.info("Alerts are looked for again");
            }
            well = true;
        } catch (RuntimeException failure) {
            if (well) {
                LOG.warn("Alerts are not looked for until this is over", failure);
            }
            well = false;
        }
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        giveUp();
    }

    /** Returns whether it looked: it has the lease, and there was nothing left to read. */
    public synchronized boolean round() throws InterruptedException {
        var own = lead();
        var now = AlertDesk.now();
        if (own == null || !isReadBy(now)) {
            return false;
        }
        var look = Watch.look(outlook.at(now), outlook.limits());
        var connection = own.connection();
        var transaction = connection.beginAndAwait();
        try {
            var step = desk.take(connection, spells, look, now);
            transaction.commitAndAwait();
            spells = step.spells();
            outbox.wake();
            meters.raised(step.raised());
            step.raised()
                    .forEach(alert -> LOG.infof(
                            "Alert raised: alert=%s kind=%s account=%s", alert.id(), alert.kind(), alert.account()));
        } catch (RuntimeException | Error failure) {
            transaction.rollback().onFailure().recoverWithNull().await().indefinitely();
            throw failure;
        }
        return true;
    }

    /** What stays unread for long keeps everything from being told, so somebody must know of it. */
    private boolean isReadBy(Instant now) throws InterruptedException {
        if (backlog.isRead()) {
            lookedAt = now;
            behind = false;
            return true;
        }
        if (!behind && now.isAfter(lookedAt.plus(LONG))) {
            LOG.warnf("Alerts are not looked for while records are unread: since=%s", lookedAt);
            behind = true;
        }
        return false;
    }

    /** The lease, where it is this replica's; what is changed over its connection cannot be once it is lost. */
    private @Nullable Lease lead() {
        if (lease != null) {
            try {
                lease.check();
                return lease;
            } catch (RuntimeException lost) {
                giveUp();
                throw lost;
            }
        }
        var wanted = Lease.open(pool, "alerts");
        if (wanted.acquire()) {
            lease = wanted;
            lookedAt = Instant.now();
            return wanted;
        }
        wanted.close();
        return null;
    }

    private synchronized void giveUp() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
        spells = Spells.NONE;
    }
}
