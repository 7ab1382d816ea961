package io.flexledger.realtime;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.realtime.adapter.gateway.GatewayConnection;
import io.flexledger.realtime.provisional.ReportDays;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.realtime.session.check.GatewayCheck;
import io.flexledger.realtime.session.question.Asked;
import io.flexledger.transport.Lease;
import io.flexledger.transport.outage.Outage;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The service's table of contents: of all processes on one schema one connects and listens, the others stand by. What
 * it hears goes over the {@link GatewayDesk} to the {@link FillDesk} and the {@link LiveDesk}.
 */
@ApplicationScoped
public class Gateway {

    private static final Logger LOG = Logger.getLogger(Gateway.class);

    private static final Duration STANDBY = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(15);
    /** Beyond the time an answer may take. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Pool pool;
    private final RealtimeConfig config;
    private final GatewayDesk desk;
    private final StatusDesk statuses;
    private final GatewayConnection connection;
    private final ReportDays days = new ReportDays(MarketCalendar.newYork());
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean leading;
    private volatile @Nullable Throwable failed;
    private @Nullable Thread thread;

    Gateway(Pool pool, RealtimeConfig config, GatewayDesk desk, StatusDesk statuses, GatewayConnection connection) {
        this.pool = pool;
        this.config = config;
        this.desk = desk;
        this.statuses = statuses;
        this.connection = connection;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("gateway-lead").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        if (thread != null) {
            thread.join(STOP);
        }
    }

    /** How it stands; of a process that stands by, as if it were disabled. */
    public SessionStatus status() {
        return connection.status();
    }

    /** Whether this process is the one that connects. */
    public boolean leads() {
        return leading;
    }

    /** Why nothing that is heard is seen to any more; null while all is well. */
    public @Nullable Throwable broken() {
        Throwable lead = failed;
        Throwable session = connection.broken();
        return lead != null ? lead : session != null ? session : desk.broken();
    }

    /** The time by the gateway's clock, which dates what it says. */
    public Instant now() {
        Duration offset = status().clockOffset();
        Instant here = Instant.now();
        return offset == null ? here : here.plus(offset);
    }

    /** The report day that runs. */
    public LocalDate today() {
        return days.of(now());
    }

    /** Looks at the gateway step by step; where nothing is connected, over a short connection of its own. */
    public List<GatewayCheck> check() {
        return connection.check();
    }

    /**
     * Asks for everything now, and tells what comes; returns whether it came in time. Executions may end without saying
     * so: a gateway that has none leaves the end out.
     */
    public boolean refresh() {
        SessionStatus before = status();
        if (!before.state().isLive()) {
            return false;
        }
        connection.refresh();
        try {
            return isAnswered(before, config.gateway().timeouts().answer().plus(GRACE)) && desk.tellsAnew(GRACE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isAnswered(SessionStatus before, Duration within) throws InterruptedException {
        Instant deadline = Instant.now().plus(within);
        do {
            SessionStatus now = status();
            if (now.session() == before.session() && !Objects.equals(now.settledAt(), before.settledAt())) {
                return !now.unanswered().contains(Asked.POSITIONS);
            }
        } while (Instant.now().isBefore(deadline) && !stopped(LOOK));
        return false;
    }

    /** Gives up the present connection, or the pause before the next; false where this process does not connect. */
    public boolean reconnect() {
        if (!leading) {
            return false;
        }
        connection.reconnect();
        return true;
    }

    private void run() {
        try {
            while (!stopped(Duration.ZERO)) {
                lead();
                stopped(STANDBY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error bug) { // what is not said here would be said nowhere, and nobody would listen
            failed = bug;
            LOG.error("gateway is not listened to any more", bug);
        }
    }

    private void lead() throws InterruptedException {
        try (Lease lease = Lease.open(pool, "gateway " + config.gateway().name())) {
            if (!lease.acquire()) {
                return;
            }
            if (!config.gateway().enabled()) {
                statuses.tell(connection.status(), Instant.now());
                stop.await();
                return;
            }
            listen(lease);
        } catch (RuntimeException failure) {
            if (!Outage.caused(failure)) {
                throw failure;
            }
            LOG.warnf("gateway lease lost, trying again reason=%s", failure.getMessage());
        }
    }

    private void listen(Lease lease) throws InterruptedException {
        desk.open(connection::status);
        connection.start(desk);
        leading = true;
        try {
            while (!stopped(STANDBY)) {
                lease.check();
            }
        } finally {
            leading = false;
            desk.fallSilent();
            try {
                connection.stop();
            } finally {
                desk.close();
            }
        }
    }

    private boolean stopped(Duration within) throws InterruptedException {
        return stop.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }
}
