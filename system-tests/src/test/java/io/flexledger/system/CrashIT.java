package io.flexledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.statement.GeneratedStatement;
import io.flexledger.testing.statement.StatementSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every process killed in the middle of an ingest and started again: afterwards the projections are those of a run
 * nobody disturbed. One round kills each process once; {@code -Dcrash.rounds=20} makes a campaign of it.
 */
class CrashIT {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 1);

    private static final List<String> PROCESSES = List.of(
            "ingestor-service",
            "mapper-service",
            "ledger-service",
            "report-service",
            "realtime-gateway-service",
            "kafka",
            "postgres");

    @TempDir
    Path directory;

    @Test
    void endsAsIfNobodyHadBeenKilled() throws IOException, InterruptedException {
        var files = files();
        String undisturbed;
        try (var ledger = RunningLedger.start(directory.resolve("undisturbed"))) {
            ledger.ingest(files.toArray(Path[]::new));
            undisturbed = ledger.hashes();
        }

        try (var ledger = RunningLedger.start(directory.resolve("disturbed"))) {
            int kill = 0;
            for (var file : files) {
                var ingest = ledger.launch("ingest", "file", file.toString());
                // At another moment of the ingest for every process and round.
                ingest.waitFor(500 + 170L * (kill % 9), TimeUnit.MILLISECONDS);
                var victim = PROCESSES.get(kill % PROCESSES.size());
                ledger.kill(victim);
                ingest.destroyForcibly().waitFor();
                ledger.up();
                ledger.ingest(file);
                System.out.printf("killed %s in the middle of %s%n", victim, file.getFileName());
                kill++;
            }

            assertThat(ledger.hashes()).isEqualTo(undisturbed);
        }
    }

    /** One file per kill, each of an account of its own so that each is work for every service. */
    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (int i = 0; i < PROCESSES.size() * ROUNDS; i++) {
            var file = directory.resolve("account-%02d.xml".formatted(i));
            var spec = StatementSpec.seeded(i)
                    .withAccounts("U71000%02d".formatted(i), 1)
                    .withTrades(120)
                    .withDays(StatementSpec.seeded(i).firstDay(), 20);
            try (var stream = Files.newOutputStream(file)) {
                GeneratedStatement.write(spec, stream);
            }
            files.add(file);
        }
        return files;
    }
}
