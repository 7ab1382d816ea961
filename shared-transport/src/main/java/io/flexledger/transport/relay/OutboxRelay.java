package io.flexledger.transport.relay;

import io.flexledger.transport.Lease;
import io.flexledger.transport.RelaySignal;
import io.flexledger.transport.outage.Backoff;
import io.flexledger.transport.outage.Outage;
import io.flexledger.transport.outage.Part;
import io.flexledger.transport.outage.Troubles;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Carries records from the outbox to Kafka, in order, on a thread of its own. Of all processes on one schema one leads;
 * the others stand by. A crash may send records twice, and never loses one.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Duration STOP = Duration.ofSeconds(10);

    private final Pool pool;
    private final RelayConfig config;
    private final Map<String, Object> broker;
    private final RelaySignal signal;
    private final Troubles troubles;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    public OutboxRelay(
            Pool pool,
            RelayConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            RelaySignal signal,
            Troubles troubles) {
        this.pool = pool;
        this.config = config;
        this.broker = broker;
        this.signal = signal;
        this.troubles = troubles;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
    }

    /** Finishes the round it is in, unless the broker keeps it waiting. */
    void stop() throws InterruptedException {
        stopping = true;
        signal.raise();
        if (thread != null) {
            thread.join(STOP);
        }
    }

    private void run() {
        Backoff backoff = new Backoff();
        while (!stopping) {
            try (Lease lease = Lease.open(pool, "outbox")) {
                standBy(lease);
                lead(lease, backoff);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | Error failure) { // even then: a queue nobody empties would go unnoticed
                report(failure);
                pause(backoff.next());
            }
        }
    }

    private void standBy(Lease lease) throws InterruptedException {
        while (!stopping && !lease.acquire()) {
            troubles.over(Part.OUTBOX);
            troubles.over(Part.BROKER); // now the leader's
            signal.await(config.standby());
        }
    }

    private void lead(Lease lease, Backoff backoff) throws InterruptedException {
        try (RelayRounds rounds = new RelayRounds(lease, config, broker, troubles, () -> stopping)) {
            while (!stopping) {
                boolean idle = rounds.next() == 0;
                backoff.reset();
                if (idle) {
                    signal.await(config.poll());
                }
            }
        }
    }

    private void report(Throwable failure) {
        Part part = failure instanceof KafkaException ? Part.BROKER : Part.OUTBOX;
        if (Outage.caused(failure)) {
            troubles.waiting(part, failure);
        } else if (!stopping) {
            troubles.stopped(part, failure);
        }
    }

    private void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        try {
            for (long left = duration.toNanos(); left > 0 && !stopping; left = end - System.nanoTime()) {
                signal.await(Duration.ofNanos(left));
            }
        } catch (InterruptedException _) {
            stopping = true;
        }
    }
}
