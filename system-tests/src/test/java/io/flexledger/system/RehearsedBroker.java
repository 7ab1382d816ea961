package io.flexledger.system;

import io.flexledger.testing.flex.FlexSimulator;
import io.flexledger.testing.flex.SimulatorSettings;
import io.flexledger.testing.flex.report.ReportSource;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Generation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** A simulated broker in a time that runs faster than ours, and keeps its limits in that time. */
final class RehearsedBroker implements AutoCloseable {

    static final String TOKEN = "810220947731560482";

    private final FlexSimulator simulator;
    private final InstantSource clock;
    private final int speed;

    private RehearsedBroker(FlexSimulator simulator, InstantSource clock, int speed) {
        this.simulator = simulator;
        this.clock = clock;
        this.speed = speed;
    }

    /**
     * @param start what time it is there now
     * @param speed seconds that pass there in one of ours
     */
    static RehearsedBroker start(Instant start, int speed, ReportSource source, SimulatedQuery... queries) {
        long begun = System.nanoTime();
        InstantSource clock = () -> start.plusNanos(Math.multiplyExact(System.nanoTime() - begun, (long) speed));
        var settings = SimulatorSettings.of(TOKEN, source, queries)
                .withClock(clock)
                .withLimitsByClock()
                .with(new Generation(1, Duration.ofSeconds(20), Duration.ZERO));
        return new RehearsedBroker(FlexSimulator.start(settings), clock, speed);
    }

    FlexSimulator simulator() {
        return simulator;
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns when it is that late there. */
    void awaitTime(Instant time) throws InterruptedException {
        var rest = Duration.between(now(), time).dividedBy(speed);
        if (rest.isPositive()) {
            Thread.sleep(rest);
        }
    }

    /** For an ingestor that starts now: whom to ask, and what time it is. */
    Map<String, String> settings() {
        return Map.of(
                "IBKR_FLEX_BASE_URL", simulator.baseUrl().toString(),
                "IBKR_FLEX_TOKEN", TOKEN,
                "FLEXLEDGER_SIMULATED_START", now().toString(),
                "FLEXLEDGER_SIMULATED_SPEED", Integer.toString(speed),
                "INGESTOR_SCHEDULE_EVERY", "1s");
    }

    @Override
    public void close() {
        simulator.close();
    }
}
