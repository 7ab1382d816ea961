package io.flexledger.benchmarks;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Times work: the best of several runs, after runs that only warm up. */
final class Stopwatch {

    private static final int WARM_UPS = 3;
    private static final int RUNS = 5;

    private Stopwatch() {}

    /** Seconds of the fastest run. */
    static double best(Callable<?> work) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            work.call();
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            best = Math.min(best, nanos(work));
        }
        return best / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Seconds of one run. */
    static double once(Callable<?> work) throws Exception {
        return nanos(work) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static long nanos(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return System.nanoTime() - start;
    }
}
