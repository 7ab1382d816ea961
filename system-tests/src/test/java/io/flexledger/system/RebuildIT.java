package io.flexledger.system;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.stack.StackPort;
import io.flexledger.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service holds is made of its topics alone: thrown away, it comes back the same, and goes on. */
class RebuildIT {

    private static final Path SAMPLES = SharedData.projectRoot().resolve("samples");

    @TempDir
    Path directory;

    private RunningLedger ledger;

    @BeforeEach
    void ingest() {
        ledger = RunningLedger.start(directory.resolve("stack"));
        ledger.ingest(SAMPLES);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void bringsBackTheSameProjectionsAndTakesCorrectionsAfterwards() throws IOException {
        rebuild("mapper-service", "mapping");
        rebuild("ledger-service", "ledger");
        assertThat(commissionsOf18July()).isEqualTo("-21.60");

        // The report still has what the ledger told before it was rebuilt.
        ledger.ingest(corrected());
        assertThat(commissionsOf18July()).isEqualTo("-22.38");

        rebuild("report-service", "report");
        assertThat(commissionsOf18July()).isEqualTo("-22.38");
    }

    private void rebuild(String service, String schema) {
        var before = ledger.hashes();
        ledger.kill(service);
        ledger.forget(schema);
        ledger.up();
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(ledger.hashes()).isEqualTo(before));
        System.out.printf("rebuilt %s from its topics: the same projections%n", schema);
    }

    /** The golden days as stated a day later, with a commission that is 0.10 dearer. */
    private Path corrected() throws IOException {
        var text = Files.readString(SAMPLES.resolve("golden-days-2025-07-17_18.xml"));
        var file = directory.resolve("corrected.xml");
        Files.writeString(
                file,
                text.replace("whenGenerated=\"20250719;", "whenGenerated=\"20250720;")
                        .replace("ibCommission=\"-1.0027\"", "ibCommission=\"-1.1027\""));
        return file;
    }

    private String commissionsOf18July() {
        var days = ledger.json(StackPort.REPORT, "/api/reports/summary?from=2025-07-18&to=2025-07-18&account=U7654321");
        return days.at("/days/0/commissions/amount").asText();
    }
}
