package io.flexledger.report;

import io.flexledger.report.delivery.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What is measured of telling: attempts by channel and outcome, and what waits. */
@ApplicationScoped
class DeliveryMeters {

    private static final String DELIVERIES = "ledger.alert.deliveries";

    private final MeterRegistry meters;
    private final List<Channel> channels;
    private final AtomicLong waiting = new AtomicLong();

    DeliveryMeters(MeterRegistry meters, @All List<Channel> channels) {
        this.meters = meters;
        this.channels = List.copyOf(channels);
    }

    /** There from the beginning, so that a rule about them sees the first failure as a change. */
    void start(@Observes StartupEvent event) {
        meters.gauge(DELIVERIES + ".pending", waiting);
        for (var channel : channels) {
            for (var outcome : List.of("sent", "failed", "given_up")) {
                meters.counter(DELIVERIES, "channel", channel.name(), "outcome", outcome);
            }
        }
    }

    void count(String channel, String outcome) {
        meters.counter(DELIVERIES, "channel", channel, "outcome", outcome).increment();
    }

    void pending(long count) {
        waiting.set(count);
    }
}
