package io.flexledger.benchmarks.live;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long something took, often; in order. */
record Latencies(List<Duration> sorted) {

    private static final double NANOS = 1e6;

    Latencies {
        sorted = List.copyOf(sorted);
    }

    static Latencies of(Collection<Duration> durations) {
        return new Latencies(durations.stream().sorted().toList());
    }

    /** From the one to the other, of those in both. */
    static Latencies between(Collection<String> keys, Map<String, Instant> from, Map<String, Instant> to) {
        return of(keys.stream()
                .filter(key -> from.containsKey(key) && to.containsKey(key))
                .map(key -> Duration.between(from.get(key), to.get(key)))
                .toList());
    }

    /** The least that so many percent do not exceed, in milliseconds. */
    double percent(int percent) {
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1).toNanos() / NANOS;
    }

    int count() {
        return sorted.size();
    }

    static void header(PrintStream out, String what) {
        out.printf("%-34s %8s %8s %8s %8s%n", what, "p50", "p95", "p99", "max");
    }

    void print(PrintStream out, String what, String remark) {
        out.printf(
                Locale.ROOT,
                "  %-32s %8.1f %8.1f %8.1f %8.1f ms  %s%n",
                what,
                percent(50),
                percent(95),
                percent(99),
                percent(100),
                remark);
    }
}
