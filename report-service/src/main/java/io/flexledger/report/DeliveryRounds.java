package io.flexledger.report;

import io.flexledger.report.delivery.Channel;
import io.flexledger.transport.outage.Outage;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * When deliveries are sent. Each channel has a thread of its own while it has something to send, so a slow one keeps no
 * other waiting; replicas share what is due row by row.
 */
@ApplicationScoped
public class DeliveryRounds {

    private static final Logger LOG = Logger.getLogger(DeliveryRounds.class);

    private final Deliveries deliveries;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    DeliveryRounds(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Scheduled(
            every = "${report.alerts.channels.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    @RunOnVirtualThread
    void round() {
        for (var channel : deliveries.channels()) {
            if (channel.isOn() && busy.add(channel.name())) {
                Thread.ofVirtual().name("alerts-" + channel.name()).start(() -> empty(channel));
            }
        }
        patiently(() -> deliveries.sweep(Instant.now()));
    }

    /** What is on its way may end; nothing else begins. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void empty(Channel channel) {
        try {
            patiently(() -> {
                boolean more = true;
                while (more && !stopping) {
                    more = deliveries.next(channel, Instant::now);
                }
            });
        } finally {
            busy.remove(channel.name());
        }
    }

    /** The next round comes soon; that the database is away is said by whoever reads from the topics. */
    private void patiently(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            if (Outage.caused(failure)) {
                LOG.debugf("Deliveries wait: error=%s", Outage.name(failure));
            } else if (!stopping) {
                LOG.error("Deliveries failed; the next round tries again", failure);
            }
        }
    }
}
