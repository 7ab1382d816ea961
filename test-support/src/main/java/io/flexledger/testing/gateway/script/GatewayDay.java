package io.flexledger.testing.gateway.script;

import io.flexledger.testing.gateway.wire.Execution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A day of fills at the times they have. The gateway should run by its clock:
 *
 * <pre>{@code
 * GatewayDay day = GatewayDay.of(fills, 3600); // an hour in a second
 * try (GatewaySimulator gateway = GatewaySimulator.start(settings.withClock(day.clock()))) {
 *     day.play(gateway.script());
 * }
 * }</pre>
 */
public final class GatewayDay {

    private static final Duration LEAD = Duration.ofMinutes(1);

    private final List<Fill> fills;
    private final DayClock clock;

    private GatewayDay(List<Fill> fills, DayClock clock) {
        this.fills = fills;
        this.clock = clock;
    }

    /** @param speed how many times faster than real time */
    public static GatewayDay of(List<Fill> fills, int speed) {
        if (fills.isEmpty()) {
            throw new IllegalArgumentException("a day without a fill has no beginning");
        }
        List<Fill> ordered =
                fills.stream().sorted(Comparator.comparing(GatewayDay::time)).toList();
        return new GatewayDay(ordered, DayClock.before(time(ordered.getFirst()).minus(LEAD), speed));
    }

    public DayClock clock() {
        return clock;
    }

    /** Plays the whole day; returns after the last fill. */
    public List<Execution> play(GatewayScript script) throws InterruptedException {
        clock.start();
        List<Execution> executions = new ArrayList<>();
        for (Fill fill : fills) {
            Thread.sleep(clock.until(time(fill)));
            executions.add(script.fill(fill));
        }
        return executions;
    }

    private static Instant time(Fill fill) {
        return Optional.ofNullable(fill.time())
                .orElseThrow(() -> new IllegalArgumentException("a fill without a time: " + fill));
    }
}
