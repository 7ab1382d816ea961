package io.flexledger.benchmarks;

import io.flexledger.benchmarks.live.LiveBenchmark;
import java.util.Map;

/** Prints every figure of a part in one run. Arguments: trades of the generated statements; {@code statements} or {@code live}. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        int trades = Integer.parseInt(arguments[0]);
        var out = System.out;
        out.printf(
                "Java %s, %d processors, %d MB heap%n%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() / 1_000_000);
        if (arguments[1].equals("live")) {
            LiveBenchmark.run(out);
            return;
        }
        out.println("in memory");
        new CoreBenchmark(trades).run(out);
        out.println();
        out.println("whole stack");
        new StackBenchmark(InstalledLedger.temporary(Map.of()), out).run(trades);
    }
}
