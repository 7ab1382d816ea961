package io.flexledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.Posting;
import io.flexledger.stack.StackPort;
import io.flexledger.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real month from five narrow queries, in several orders and more than once. */
class JulyIT {

    private static final String IN_ORDER = "U1000001";
    private static final String REVERSED = "U1000002";
    private static final String SHUFFLED = "U1000003";
    private static final BigDecimal LAST_DIGIT = new BigDecimal("0.000000001");

    @TempDir
    static Path directory;

    private static RunningLedger ledger;

    @BeforeAll
    static void ingest() {
        July.files();
        ledger = RunningLedger.start(directory.resolve("stack"));
        ledger.ingest(July.files().toArray(Path[]::new));
        var reversed = new ArrayList<>(July.filesOf(REVERSED, directory));
        Collections.reverse(reversed);
        ledger.ingest(reversed.toArray(Path[]::new));
        var shuffled = new ArrayList<>(July.filesOf(SHUFFLED, directory));
        Collections.shuffle(shuffled, new Random(20250731));
        shuffled.forEach(ledger::ingest);
        shuffled.forEach(ledger::ingest);
    }

    @AfterAll
    static void stop() {
        if (ledger != null) {
            ledger.close();
        }
    }

    @Test
    void hasThe23OfficialDaysWithTheBrokersValuesAndReturns() throws IOException {
        var official = officialDays();
        for (var account : List.of(IN_ORDER, REVERSED, SHUFFLED)) {
            var closings = ledger.json(
                    StackPort.REPORT, "/api/nav?kind=official&from=2025-07-01&to=2025-07-31&account=" + account);
            var days = summary(account);

            assertThat(closings.get("items")).hasSize(23);
            assertThat(days).hasSize(23);
            for (int i = 0; i < official.size(); i++) {
                var nav = closings.get("items").get(i);
                assertThat(nav.get("date").asText()).isEqualTo(official.get(i).date());
                assertThat(amount(nav.get("total")))
                        .isEqualByComparingTo(official.get(i).endingValue());
                assertThat(new BigDecimal(days.get(i).get("twrPercent").asText())
                                .subtract(official.get(i).twr())
                                .abs())
                        .as("return of %s", official.get(i).date())
                        .isLessThanOrEqualTo(LAST_DIGIT);
            }
        }
        System.out.println("july: 23 report days, closing values and returns equal to the broker's, in 3 orders");
    }

    @Test
    void leavesNothingUnexplainedButTwoWithdrawalFees() {
        for (var account : List.of(IN_ORDER, REVERSED, SHUFFLED)) {
            var unexplained = new ArrayList<String>();
            for (var day : summary(account)) {
                var rest = amount(day.get("unexplained")).setScale(2, RoundingMode.HALF_UP);
                if (rest.signum() != 0) {
                    unexplained.add(day.get("date").asText() + " " + rest);
                }
            }
            assertThat(unexplained).containsExactly("2025-07-10 -8.00", "2025-07-16 -8.00");
        }
    }

    @Test
    void namesWhatIsMissingWhereSomethingIsUnexplained() {
        var text = ledger.get(StackPort.REPORT, "/api/reports/daily/2025-07-10?account=" + IN_ORDER, "text/markdown")
                .body();

        assertThat(text).contains("-8.00").contains("otherFees");
    }

    @Test
    void tellsTheGoldenDaysAtTheBrokersOwnRates() {
        var text = Stream.of("2025-07-17", "2025-07-18")
                .map(date -> ledger.get(
                                StackPort.REPORT,
                                "/api/reports/daily/" + date + "?account=" + IN_ORDER,
                                "text/markdown")
                        .body())
                .collect(Collectors.joining());

        assertThat(text).contains("79,402.19", "+352.62", "78,609.10", "79,199.74", "+31.29");
        assertThat(text).contains("-82.73", "+408.15", "+31.26", "+604.23");
    }

    @Test
    void realizesWhatTheBrokerRealized() {
        var closing = ClosingExecutions.agreeing(entries(IN_ORDER));
        System.out.printf(
                "july: %d closing executions realize what the broker says, %d opened before%n",
                closing.known(), closing.unknown());
        assertThat(closing.known()).isEqualTo(43);
        assertThat(closing.unknown()).isEqualTo(2);
    }

    @Test
    void everyEntryBalances() {
        var entries = entries(IN_ORDER);

        assertThat(entries)
                .hasSizeGreaterThan(100)
                .allSatisfy(entry -> assertThat(entry.postings().stream()
                                .collect(Collectors.groupingBy(
                                        Posting::commodity,
                                        Collectors.reducing(BigDecimal.ZERO, Posting::amount, BigDecimal::add)))
                                .values())
                        .allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("0")));
    }

    @Test
    void theOrderOfTheFilesMakesNoDifference() {
        assertThat(summary(REVERSED).toString().replace(REVERSED, IN_ORDER))
                .isEqualTo(summary(IN_ORDER).toString());
        assertThat(summary(SHUFFLED).toString().replace(SHUFFLED, IN_ORDER))
                .isEqualTo(summary(IN_ORDER).toString());
    }

    private static List<JournalEntry> entries(String account) {
        return TopicRecords.newest(ledger.bootstrap(), Topics.JOURNAL_ENTRY, account, JournalEntry.class);
    }

    private static JsonNode summary(String account) {
        return ledger.json(StackPort.REPORT, "/api/reports/summary?from=2025-07-01&to=2025-07-31&account=" + account)
                .get("days");
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.get("amount").asText());
    }

    private record OfficialDay(String date, BigDecimal endingValue, BigDecimal twr) {}

    private static List<OfficialDay> officialDays() throws IOException {
        var lines = Files.readAllLines(SharedData.require("data/ground-truth/july2025_official_nav.csv"));
        var header = List.of(lines.getFirst().split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new OfficialDay(
                        cells[0].replaceAll("(\\d{4})(\\d{2})(\\d{2})", "$1-$2-$3"),
                        new BigDecimal(cells[header.indexOf("endingValue")]),
                        new BigDecimal(cells[header.indexOf("twr")])))
                .toList();
    }
}
