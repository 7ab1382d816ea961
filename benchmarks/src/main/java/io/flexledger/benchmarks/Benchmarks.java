package io.flexledger.benchmarks;

import java.nio.file.Files;

/** Prints every figure in one run. Arguments: trades of the generated statements, 10,000 if none is given. */
public final class Benchmarks {

    private static final int TRADES = 10_000;

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        int trades = arguments.length == 0 ? TRADES : Integer.parseInt(arguments[0]);
        var out = System.out;
        out.printf(
                "Java %s, %d processors, %d MB heap%n%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() / 1_000_000);
        out.println("in memory");
        new CoreBenchmark(trades).run(out);
        out.println();
        out.println("whole stack");
        new StackBenchmark(Files.createTempDirectory("flexledger-benchmark").resolve("stack"), out).run(trades);
    }
}
