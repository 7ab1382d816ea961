package io.flexledger.benchmarks;

import io.flexledger.stack.Ports;
import io.flexledger.testing.SharedData;
import io.flexledger.testing.statement.GeneratedStatement;
import io.flexledger.testing.statement.StatementSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole stack as a person runs it: start, upload to report, memory. */
final class StackBenchmark {

    private static final String JULY = "data/flex/bearhedge_fntx-ai-v1/July2025";

    private final Path dataDir;
    private final PrintStream out;
    private final String portBase = Integer.toString(Ports.free().base());

    StackBenchmark(Path dataDir, PrintStream out) {
        this.dataDir = dataDir;
        this.out = out;
    }

    void run(int trades) throws Exception {
        out.printf("first start      %10.1f s%n", Stopwatch.once(this::up));
        try {
            ledger("down");
            out.printf("second start     %10.1f s (limit 20)%n", Stopwatch.once(this::up));
            july();
            var file = generated(trades);
            out.printf(
                    "%,7d trades   %10.1f s from upload to report, %.1f MB%n",
                    trades, Stopwatch.once(() -> ledger("ingest", "file", file.toString())), Files.size(file) / 1e6);
            out.println("memory and state after it:");
            ledger("status");
        } finally {
            ledger("down");
        }
    }

    private int up() throws IOException, InterruptedException {
        return ledger("up", "-d", "--port-base", portBase);
    }

    private void july() throws Exception {
        Optional<Path> directory = SharedData.find(JULY);
        if (directory.isEmpty()) {
            out.println("July files       skipped: the reference data is not beside this checkout");
            return;
        }
        var arguments = new ArrayList<>(List.of("ingest", "file"));
        try (Stream<Path> files = Files.list(directory.get())) {
            files.sorted().map(Path::toString).forEach(arguments::add);
        }
        out.printf(
                "July files       %10.1f s from upload to report, 5 files, 115 statements%n",
                Stopwatch.once(() -> ledger(arguments.toArray(String[]::new))));
    }

    private Path generated(int trades) throws IOException {
        var file = dataDir.resolveSibling("generated.xml");
        var spec = StatementSpec.seeded(2).withTrades(trades).withAccounts("U7200001", 1);
        try (var stream = Files.newOutputStream(file)) {
            GeneratedStatement.write(spec, stream);
        }
        return file;
    }

    private int ledger(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>(
                List.of(SharedData.projectRoot().resolve("ledger").toString()));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command).directory(SharedData.projectRoot().toFile());
        builder.environment().put("FLEXLEDGER_DATA_DIR", dataDir.toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.redirectOutput(
                arguments[0].equals("status") ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD);
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("ledger " + List.of(arguments) + " ended with " + exit);
        }
        return exit;
    }
}
