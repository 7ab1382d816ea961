package io.flexledger.ingestor.adapter.time;

import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.fetch.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** The system's time; in a rehearsal, one that begins elsewhere and may run faster. */
@ApplicationScoped
class ServiceTime implements Pace {

    private final Instant realStart = Instant.now();
    private final Instant start;
    private final double speed;

    ServiceTime(IngestorConfig config) {
        this.start = config.simulated().start().orElse(realStart);
        this.speed = config.simulated().speed();
    }

    @Override
    public Instant now() {
        var passed = Duration.between(realStart, Instant.now());
        return start.plus(scaled(passed, speed));
    }

    @Override
    public void pause(Duration length) {
        pauseReal(real(length));
    }

    @Override
    public void pauseReal(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a pause", e);
        }
    }

    @Override
    public Duration real(Duration length) {
        return scaled(length, 1 / speed);
    }

    private static Duration scaled(Duration length, double factor) {
        return factor == 1 ? length : Duration.ofNanos(Math.round(length.toNanos() * factor));
    }
}
