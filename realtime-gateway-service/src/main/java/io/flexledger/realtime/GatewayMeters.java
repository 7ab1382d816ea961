package io.flexledger.realtime;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.session.SessionStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What is measured of the gateway: its state, how long it has been silent, and what it said. */
@ApplicationScoped
public class GatewayMeters {

    private final MeterRegistry meters;
    private final Counter frames;
    private final Counter unreadable;
    private final Counter fills;
    private final Counter filledMore;

    GatewayMeters(MeterRegistry meters) {
        this.meters = meters;
        frames = meters.counter("ledger.gateway.frames");
        unreadable = meters.counter("ledger.gateway.frames.unreadable");
        fills = meters.counter("ledger.gateway.fills.told");
        filledMore = meters.counter("ledger.gateway.orders.filled.more");
    }

    void start(@Observes StartupEvent event, Gateway gateway) {
        for (State state : State.values()) {
            meters.gauge(
                    "ledger.gateway.state",
                    Tags.of("state", state.name().toLowerCase(Locale.ROOT)),
                    gateway,
                    heard -> heard.status().state() == state ? 1 : 0);
        }
        meters.gauge("ledger.gateway.silence.seconds", gateway, heard -> silence(heard.status()));
    }

    void heard(int count) {
        frames.increment(count);
    }

    void unreadable() {
        unreadable.increment();
    }

    void told(int count) {
        fills.increment(count);
    }

    /** Orders of which more came to be booked than was filled: something may be booked twice. */
    void filledMore() {
        filledMore.increment();
    }

    /** Seconds since the gateway last said anything; not a number before it did. */
    private static double silence(SessionStatus status) {
        Instant heardAt = status.heardAt();
        return heardAt == null
                ? Double.NaN
                : Duration.between(heardAt, Instant.now()).toMillis() / 1000.0;
    }
}
