package io.flexledger.benchmarks.live;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** How much of a processor each process used since a moment, its children included, and how busy the whole machine was. */
final class CpuTime {

    private final SequencedMap<String, ProcessHandle> processes;
    private final Map<String, Duration> before;
    private final long start = System.nanoTime();

    private CpuTime(SequencedMap<String, ProcessHandle> processes) {
        this.processes = processes;
        this.before = spent(processes);
    }

    static CpuTime from(SequencedMap<String, ProcessHandle> processes) {
        machine().getCpuLoad(); // what it answers next is the mean since now
        return new CpuTime(processes);
    }

    void print(PrintStream out) {
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "  processors %.0f %% busy, load average %.1f on %d; used of one by:",
                machine().getCpuLoad() * 100,
                machine().getSystemLoadAverage(),
                machine().getAvailableProcessors());
        spent(processes)
                .forEach((name, duration) -> out.printf(
                        Locale.ROOT,
                        " %s %.0f %%",
                        name.replace("-service", ""),
                        duration.minus(before.getOrDefault(name, Duration.ZERO)).toMillis() / seconds / 10));
        out.println();
    }

    private static com.sun.management.OperatingSystemMXBean machine() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    }

    private static Map<String, Duration> spent(Map<String, ProcessHandle> processes) {
        var spent = new LinkedHashMap<String, Duration>();
        processes.forEach((name, process) -> spent.put(name, withChildren(name, process)));
        return spent;
    }

    private static Duration withChildren(String name, ProcessHandle process) {
        var children = name.equals("this") ? Stream.<ProcessHandle>of() : process.descendants();
        return Stream.concat(Stream.of(process), children)
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
