package io.flexledger.benchmarks;

/** Prints every figure in one run. Argument: trades of the generated statements. */
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
        out.println("in memory");
        new CoreBenchmark(trades).run(out);
        out.println();
        out.println("whole stack");
        new StackBenchmark(InstalledLedger.temporary(), out).run(trades);
    }
}
