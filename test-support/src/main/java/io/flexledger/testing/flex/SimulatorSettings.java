package io.flexledger.testing.flex;

import io.flexledger.testing.flex.report.ReportSource;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Generation;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.flex.service.Publication;
import io.flexledger.testing.flex.service.ServiceSettings;
import io.flexledger.testing.flex.service.StatusStyle;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How a simulator is set up.
 *
 * @param port  0 for any free one
 * @param nanos in which the limits are measured
 */
public record SimulatorSettings(
        int port, ServiceSettings service, Limits limits, LongSupplier nanos, Supplier<StatusStyle> style) {

    /** The broker's own limits, real time, and every report at once. */
    public static SimulatorSettings of(String token, ReportSource source, SimulatedQuery... queries) {
        ServiceSettings service = new ServiceSettings(
                Set.of(token),
                List.of(queries),
                source,
                InstantSource.system(),
                Publication.BROKER,
                Generation.AT_ONCE);
        return new SimulatorSettings(0, service, Limits.BROKER, System::nanoTime, () -> StatusStyle.USUAL);
    }

    public SimulatorSettings withPort(int other) {
        return new SimulatorSettings(other, service, limits, nanos, style);
    }

    /** One token more, which opens the same queries. */
    public SimulatorSettings withToken(String token) {
        Set<String> tokens = new LinkedHashSet<>(service.tokens());
        tokens.add(token);
        return with(new ServiceSettings(
                tokens,
                service.queries(),
                service.source(),
                service.clock(),
                service.publication(),
                service.generation()));
    }

    public SimulatorSettings withQuery(SimulatedQuery query) {
        List<SimulatedQuery> queries =
                Stream.concat(service.queries().stream(), Stream.of(query)).toList();
        return with(new ServiceSettings(
                service.tokens(),
                queries,
                service.source(),
                service.clock(),
                service.publication(),
                service.generation()));
    }

    /** What day it is; the limits stay with the real clock. */
    public SimulatorSettings withClock(InstantSource clock) {
        return with(new ServiceSettings(
                service.tokens(),
                service.queries(),
                service.source(),
                clock,
                service.publication(),
                service.generation()));
    }

    /** Measures the limits by the same clock. */
    public SimulatorSettings withLimitsByClock() {
        InstantSource clock = service.clock();
        return new SimulatorSettings(port, service, limits, () -> nanos(clock), style);
    }

    private static long nanos(InstantSource clock) {
        Instant now = clock.instant();
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }

    public SimulatorSettings with(Publication publication) {
        return with(new ServiceSettings(
                service.tokens(),
                service.queries(),
                service.source(),
                service.clock(),
                publication,
                service.generation()));
    }

    public SimulatorSettings with(Generation generation) {
        return with(new ServiceSettings(
                service.tokens(),
                service.queries(),
                service.source(),
                service.clock(),
                service.publication(),
                generation));
    }

    public SimulatorSettings with(Limits other) {
        return new SimulatorSettings(port, service, other, nanos, style);
    }

    /** Varies the small answers in what means nothing. */
    public SimulatorSettings withVariedStyle(long seed) {
        return new SimulatorSettings(port, service, limits, nanos, StatusStyle.varied(seed));
    }

    private SimulatorSettings with(ServiceSettings other) {
        return new SimulatorSettings(port, other, limits, nanos, style);
    }
}
