package io.flexledger.benchmarks.live;

import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A day that runs: how soon a fill is seen, and what a burst of fills does. */
public final class LiveBenchmark {

    /** Kept, for a logger nobody holds forgets its level. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private LiveBenchmark() {}

    public static void run(PrintStream out) throws Exception {
        KAFKA.setLevel(Level.WARNING);
        try (var stack = LiveStack.start()) {
            new FillLatency(stack, out).run(200, 1_000, 20);
            out.println();
            new FillBurst(stack, out).run(60, 500);
        }
    }
}
