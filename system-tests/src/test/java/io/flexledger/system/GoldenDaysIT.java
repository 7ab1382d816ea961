package io.flexledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.stack.StackPort;
import io.flexledger.testing.Golden;
import io.flexledger.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two golden days through the whole pipeline: every figure and time, in order, then the text. */
class GoldenDaysIT {

    private static final String ACCOUNT = "U1000001";
    private static final Golden APPROVED = Golden.in("golden-days");

    @TempDir
    static Path directory;

    private static RunningLedger ledger;

    @BeforeAll
    static void ingest() {
        ledger = RunningLedger.start(directory.resolve("stack"));
        ledger.ingest(SharedData.projectRoot().resolve("samples"));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void everyFigureAndTimeIsAsExpected() throws IOException {
        var expected =
                ContractJson.MAPPER.readTree(Files.readString(SharedData.require("data/ground-truth/expected.json")));
        ledger.ingest(SharedData.require("data/ground-truth/2025-07-17_18.xml"));

        var blocks = new ArrayList<JsonNode>();
        for (var date : List.of("2025-07-17", "2025-07-18")) {
            var report = ledger.json(StackPort.REPORT, "/api/reports/daily/" + date + "?account=" + ACCOUNT);
            report.get("sections").forEach(section -> section.get("blocks").forEach(blocks::add));
        }
        var wanted = new ArrayList<JsonNode>();
        expected.get("report").forEach(part -> part.path("sections").forEach(wanted::add));
        expected.get("report").forEach(part -> part.path("events").forEach(wanted::add));
        var ordered = inTime(wanted);

        assertThat(blocks).hasSameSizeAs(ordered);
        var compared = new int[1];
        for (int i = 0; i < ordered.size(); i++) {
            compared[0] += ExpectedBlock.compare(ordered.get(i), blocks.get(i));
        }
        System.out.printf("golden days: %d blocks, %d figures and times as expected%n", blocks.size(), compared[0]);
        assertThat(compared[0]).isGreaterThan(200);
    }

    private static List<JsonNode> inTime(List<JsonNode> parts) {
        return parts.stream()
                .sorted(Comparator.comparing(part -> OffsetDateTime.parse(
                        part.has("time")
                                ? part.at("/time/hkt").asText()
                                : part.at("/start/hkt").asText())))
                .toList();
    }

    @Test
    void theSamplesTellTheSameStory() {
        for (var date : List.of("2025-07-17", "2025-07-18")) {
            var text =
                    ledger.get(StackPort.REPORT, "/api/reports/daily/" + date + "?account=U7654321", "text/markdown");

            assertThat(text.statusCode()).isEqualTo(200);
            APPROVED.check(date + ".md", text.body());
        }
    }

    @Test
    void theSameReportTwiceIsTheSameBytes() {
        var path = "/api/reports/daily/2025-07-17?account=U7654321";

        var first = ledger.get(StackPort.REPORT, path);
        var second = ledger.get(StackPort.REPORT, path);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"));
    }

    @Test
    void aFigureIsTracedToTheBrokersRow() {
        var report = ledger.json(StackPort.REPORT, "/api/reports/daily/2025-07-17?account=U7654321");
        var figure = report.findValuesAsText("figure").stream()
                .filter(id -> id.endsWith("/1/impact"))
                .findFirst()
                .orElseThrow();

        var trace = ledger.json(StackPort.REPORT, "/api/trace/" + figure);

        assertThat(trace.toString())
                .contains("-96.46")
                .contains("Assets:Cash:USD")
                .contains("ibCommission");
    }

    @Test
    void theLedgerAnswersOnTheCommandLine() {
        assertThat(ledger.succeed("report", "day", "2025-07-18", "--account", "U7654321"))
                .contains("79,231.03", "+31.02", "-1,145.44", "+590.64");
        assertThat(ledger.run("report", "day", "2019-01-01", "--account", "U7654321")
                        .exit())
                .isEqualTo(3);
    }

    /** Compares one block of the expected report with the one served. */
    private static final class ExpectedBlock {

        /** Expected name to the path in the served block. */
        private static final Map<String, String> NAMES = Map.ofEntries(
                Map.entry("realized", "/realized/amount"),
                Map.entry("premium", "/premium/amount"),
                Map.entry("commissions", "/commissions/amount"),
                Map.entry("totalUsd", "/total/amount"),
                Map.entry("totalUsdUnrounded", "/total/exact"),
                Map.entry("impact", "/impact/amount"),
                Map.entry("impactUnrounded", "/impact/exact"),
                Map.entry("navBefore", "/navBefore/amount"),
                Map.entry("navAfter", "/navAfter/amount"),
                Map.entry("officialOpeningNav", "/officialOpeningNav/amount"),
                Map.entry("calculatedOpeningNav", "/calculatedOpeningNav/amount"),
                Map.entry("officialClosingNav", "/officialClosingNav/amount"),
                Map.entry("officialClosingNavUnrounded", "/officialClosingNav/exact"),
                Map.entry("calculatedNav", "/calculatedNav/amount"),
                Map.entry("unrealizedPnlPlug", "/difference/amount"),
                Map.entry("differenceUnrounded", "/difference/exact"),
                Map.entry("title", "/title"),
                Map.entry("span", "/span"),
                Map.entry("line", "/line"),
                Map.entry("kind", "/kind"));

        private static final Map<String, String> OF_A_FILL = Map.ofEntries(
                Map.entry("transactionID", "/transactionId"),
                Map.entry("tradeID", "/tradeId"),
                Map.entry("instrument", "/instrument"),
                Map.entry("side", "/side"),
                Map.entry("openClose", "/openClose"),
                Map.entry("quantity", "/quantity"),
                Map.entry("price", "/price"),
                Map.entry("proceeds", "/proceeds"),
                Map.entry("commission", "/commission"),
                Map.entry("netCash", "/netCash"),
                Map.entry("brokerFifoPnl", "/brokerFifoPnl"),
                Map.entry("brokerMtmPnl", "/brokerMtmPnl"),
                Map.entry("fxRateToBase", "/fxRateToBase"));

        private static final Map<String, String> OF_A_POSITION = Map.of(
                "symbol", "/symbol",
                "position", "/position",
                "markPrice", "/markPrice",
                "positionValue", "/value/amount",
                "costBasisMoney", "/costBasis",
                "fifoPnlUnrealized", "/unrealized/exact");

        private int compared;

        static int compare(JsonNode expected, JsonNode actual) {
            var block = new ExpectedBlock();
            block.named(NAMES, expected, actual);
            block.time(expected.path("time"), actual.path("start"));
            block.time(expected.path("start"), actual.path("start"));
            block.time(expected.path("end"), actual.path("end"));
            block.list(OF_A_FILL, expected.path("fills"), actual.path("fills"));
            block.list(OF_A_POSITION, expected.path("openPositions"), actual.path("openPositions"));
            block.leg(expected.path("optionLeg"), actual.path("options").path(0));
            block.leg(expected.path("stockLeg"), actual.path("shares"));
            block.leg(expected.path("leg"), actual.path("option"));
            assertThat(actual.path("expirations")).hasSameSizeAs(expected.path("expirations"));
            // Of the same second: the broker's numbering orders them here, its list of symbols there.
            for (var expiration : expected.path("expirations")) {
                var id = expiration.get("transactionID").asText();
                for (var served : actual.path("expirations")) {
                    if (served.at("/option/transactionId").asText().equals(id)) {
                        block.leg(expiration, served.path("option"));
                    }
                }
            }
            if (expected.path("kind").asText().equals("RECONCILIATION")) {
                block.same("reconciliationDifference", expected, actual.at("/difference/amount"));
            }
            return block.compared;
        }

        private void leg(JsonNode expected, JsonNode actual) {
            if (!expected.isMissingNode()) {
                named(OF_A_FILL, expected, actual);
                time(expected.path("time"), actual.path("time"));
            }
        }

        private void list(Map<String, String> names, JsonNode expected, JsonNode actual) {
            assertThat(actual.size()).as("%s", expected).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                named(names, expected.get(i), actual.get(i));
                time(expected.get(i).path("time"), actual.get(i).path("time"));
            }
        }

        private void named(Map<String, String> names, JsonNode expected, JsonNode actual) {
            names.forEach((name, path) -> {
                var value = actual.at(path);
                // An amount that is exact as printed is not repeated.
                var exact = value.isMissingNode() && path.endsWith("/exact")
                        ? actual.at(path.replace("/exact", "/amount"))
                        : value;
                same(name, expected, exact);
            });
        }

        private void same(String name, JsonNode expected, JsonNode actual) {
            if (!expected.has(name) || !expected.get(name).isValueNode()) {
                return;
            }
            compared++;
            var text = expected.get(name).asText();
            if (text.matches("[-+]?\\d+(\\.\\d+)?") && actual.asText().matches("[-+]?\\d+(\\.\\d+)?")) {
                assertThat(new BigDecimal(actual.asText()))
                        .as("%s in %s", name, expected)
                        .isEqualByComparingTo(text);
            } else {
                assertThat(actual.asText()).as("%s in %s", name, expected).isEqualTo(text);
            }
        }

        private void time(JsonNode expected, JsonNode actual) {
            if (expected.isMissingNode()) {
                return;
            }
            compared += 3;
            assertThat(actual.path("observer").asText())
                    .isEqualTo(expected.path("hkt").asText());
            assertThat(actual.path("market").asText())
                    .isEqualTo(expected.path("edt").asText());
            assertThat(actual.path("label").asText())
                    .isEqualTo(expected.path("label").asText());
        }
    }
}
