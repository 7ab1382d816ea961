package io.flexledger.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Times work. */
final class Stopwatch {

    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 9;

    private Stopwatch() {}

    /**
     * Seconds of the fastest run of each, after runs that only warm up. They take turns, so that whatever else the
     * machine does slows all of them and spares their ratios.
     */
    static double[] best(List<? extends Callable<?>> works) throws Exception {
        long[] best = new long[works.size()];
        Arrays.fill(best, Long.MAX_VALUE);
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            for (int i = 0; i < best.length; i++) {
                long nanos = nanos(works.get(i));
                best[i] = round < 0 ? best[i] : Math.min(best[i], nanos);
            }
        }
        return Arrays.stream(best).mapToDouble(Stopwatch::seconds).toArray();
    }

    /** Seconds of one run. */
    static double once(Callable<?> work) throws Exception {
        return seconds(nanos(work));
    }

    private static long nanos(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return System.nanoTime() - start;
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
