package io.flexledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.Topics;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.stack.StackPort;
import io.flexledger.testing.statement.GeneratedStatement;
import io.flexledger.testing.statement.StatementSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole statements that agree with themselves: nothing of them stays unexplained, and every result is the broker's. */
class GeneratedIT {

    private static final List<StatementSpec> SPECS = List.of(
            StatementSpec.seeded(11).withAccounts("U7300001", 1).withTrades(800),
            StatementSpec.seeded(12).withAccounts("U7300002", 1).withTrades(300).withEuros(),
            StatementSpec.seeded(13).withAccounts("U7300003", 1).withTrades(300).withBase("USD"));

    @TempDir
    static Path directory;

    private static RunningLedger ledger;

    @BeforeAll
    static void ingest() throws IOException {
        ledger = RunningLedger.start(directory.resolve("stack"));
        for (var spec : SPECS) {
            var file = directory.resolve(spec.accounts().first() + ".xml");
            try (var stream = Files.newOutputStream(file)) {
                GeneratedStatement.write(spec, stream);
            }
            ledger.ingest(file);
        }
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void leaveNothingUnexplained() {
        for (var spec : SPECS) {
            var days = ledger.json(
                            StackPort.REPORT,
                            "/api/reports/summary?from=%s&to=%s&account=%s"
                                    .formatted(
                                            spec.firstDay(),
                                            spec.lastDay(),
                                            spec.accounts().first()))
                    .get("days");
            var unexplained = new ArrayList<String>();
            for (var day : days) {
                var rest = new BigDecimal(day.at("/unexplained/amount").asText()).setScale(2, RoundingMode.HALF_UP);
                if (rest.signum() != 0) {
                    unexplained.add(day.get("date").asText() + " " + rest);
                }
            }
            assertThat(days).hasSize(spec.days());
            assertThat(unexplained).as(spec.accounts().first()).isEmpty();
        }
    }

    @Test
    void realizeWhatTheBrokerRealized() {
        for (var spec : SPECS) {
            var closing = ClosingExecutions.agreeing(TopicRecords.newest(
                    ledger.bootstrap(), Topics.JOURNAL_ENTRY, spec.accounts().first(), JournalEntry.class));
            System.out.printf(
                    "generated %s: %d days explained, %d closing executions realize what the broker says%n",
                    spec.accounts().first(), spec.days(), closing.known());
            assertThat(closing.unknown()).isZero();
            assertThat(closing.known()).isGreaterThan(spec.trades() / 4);
        }
    }
}
