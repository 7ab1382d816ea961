package io.flexledger.benchmarks;

import io.flexledger.testing.SharedData;
import io.flexledger.testing.statement.GeneratedStatement;
import io.flexledger.testing.statement.StatementSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole stack as a person runs it: start, upload to report, memory. */
final class StackBenchmark {

    private static final String JULY = "data/flex/bearhedge_fntx-ai-v1/July2025";
    private static final double MEGABYTES_PER_MIB = 1.048576;

    private final InstalledLedger ledger;
    private final PrintStream out;

    StackBenchmark(InstalledLedger ledger, PrintStream out) {
        this.ledger = ledger;
        this.out = out;
    }

    void run(int trades) throws Exception {
        ledger.up(); // builds what is missing and makes the database
        memory("memory, idle");
        ledger.run("down");
        double start = Stopwatch.once(() -> {
            ledger.up();
            return 0;
        });
        out.printf("start            %10.1f s (limit 20)%n", start);
        july();
        upload("%,d trades".formatted(trades), List.of(generated(trades)));
        memory("memory, after it");
    }

    private void july() throws Exception {
        Optional<Path> directory = SharedData.find(JULY);
        if (directory.isEmpty()) {
            out.println("July files       skipped: the reference data is not beside this checkout");
            return;
        }
        try (Stream<Path> files = Files.list(directory.get())) {
            upload("July files", files.sorted().toList());
        }
    }

    private void upload(String what, List<Path> files) throws Exception {
        long bytes = 0;
        for (var file : files) {
            bytes += Files.size(file);
        }
        var paths = files.stream().map(Path::toString);
        var arguments =
                Stream.concat(Stream.of("ingest", "file", "-o", "csv"), paths).toArray(String[]::new);
        int[] lines = new int[1];
        double seconds = Stopwatch.once(() -> lines[0] = ledger.run(arguments).size());
        out.printf(
                "%-16s %10.1f s from upload to report, %,d statements, %.1f MB%n",
                what, seconds, lines[0] - 1, bytes / 1e6);
    }

    private Path generated(int trades) throws IOException {
        var file = ledger.directory().resolve("generated.xml");
        var spec = StatementSpec.seeded(2).withTrades(trades).withAccounts("U7200001", 1);
        try (var stream = Files.newOutputStream(file)) {
            GeneratedStatement.write(spec, stream);
        }
        return file;
    }

    /** Of each process and its children; what several share is counted once. */
    private void memory(String when) throws IOException, InterruptedException {
        var lines = ledger.run("status", "-o", "csv");
        var columns = List.of(lines.getFirst().split(","));
        double sum = 0;
        out.println(when);
        for (var line : lines.subList(1, lines.size())) {
            var cells = List.of(line.split(",", -1));
            double megabytes = Double.parseDouble(cells.get(columns.indexOf("rss_mib"))) * MEGABYTES_PER_MIB;
            sum += megabytes;
            out.printf("  %-24s %,6.0f MB%n", cells.get(columns.indexOf("process")), megabytes);
        }
        out.printf("  %-24s %,6.0f MB (limit 2,000)%n", "all", sum);
    }
}
