package io.flexledger.system;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.stack.StackPort;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people hand in by mistake: each gets a stable code and a next step, nothing is lost and no process dies. */
class BadInputIT {

    private static final String GOOD = """
        <FlexQueryResponse queryName="Bad input" type="AF"><FlexStatements count="1">
        <FlexStatement accountId="U7000099" fromDate="20250717" toDate="20250717" period="LastBusinessDay" whenGenerated="20250718;042700 EDT">
        <AccountInformation accountId="U7000099" currency="HKD" />
        %s
        </FlexStatement></FlexStatements></FlexQueryResponse>
        """;

    private static final String CASH = """
        <CashTransactions>
        <CashTransaction accountId="U7000099" currency="HKD" fxRateToBase="1" description="ONE" dateTime="20250717" reportDate="20250717" amount="100" type="Deposits/Withdrawals" transactionID="1" levelOfDetail="DETAIL" />
        <CashTransaction accountId="U7000099" currency="HKD" fxRateToBase="1" description="TWO" dateTime="20250717" reportDate="20250717" amount="%s" type="%s" transactionID="%s" levelOfDetail="DETAIL" %s/>
        </CashTransactions>
        """;

    @TempDir
    static Path directory;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.start(directory.resolve("stack"));
    }

    @AfterAll
    static void stop() {
        assertThat(ledger.run("status").exit()).as("all processes live").isZero();
        ledger.close();
    }

    @Test
    void emptyFile() {
        refused("", "EMPTY_FILE");
    }

    @Test
    void htmlPage() {
        refused("<!DOCTYPE html><html><body>Please log in</body></html>", "HTML_PAGE");
    }

    @Test
    void truncatedXml() {
        var whole = GOOD.formatted(CASH.formatted("5", "Other Fees", "2", ""));
        refused(whole.substring(0, whole.length() / 2), "TRUNCATED_XML");
    }

    @Test
    void errorAnswerSavedAsAReport() {
        refused(
                "<FlexStatementResponse timestamp='28 August, 2025 10:37 AM EDT'><Status>Warn</Status>"
                        + "<ErrorCode>1019</ErrorCode><ErrorMessage>in progress</ErrorMessage></FlexStatementResponse>",
                "FLEX_ERROR_ANSWER");
    }

    @Test
    void entityBomb() {
        refused(
                "<!DOCTYPE bomb [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
                        + GOOD.formatted("<X y=\"&b;\"/>"),
                "DTD_REFUSED");
    }

    @Test
    void threeHundredMegabytes() {
        var body = new byte[300 * 1024 * 1024];
        Arrays.fill(body, (byte) ' ');
        var problem = problem(ledger.post(StackPort.INGESTOR, "/ingestion/files?name=big.xml", body)
                .body());

        assertThat(problem.get("code").asText()).isEqualTo("FILE_TOO_LARGE");
        assertThat(problem.get("nextStep").asText()).isNotBlank();
    }

    @Test
    void unknownSectionAttributeAndWordAreKeptAndCounted() {
        var artifact = accepted(GOOD.formatted(CASH.formatted("5", "Brand New Type", "2", "brandNewAttribute=\"x\" ")
                + "<BrandNewSection><BrandNewRow a=\"1\" /></BrandNewSection>"));
        var drift = ledger.json(StackPort.MAPPER, "/mapping/drift?limit=200").toString();

        assertThat(drift)
                .contains("BrandNewSection")
                .contains("brandNewAttribute")
                .contains("Brand New Type");
        assertThat(rows(artifact).get("rejected").asInt()).isZero();
    }

    @Test
    void wrongNumberRejectsItsRowAndKeepsTheOther() {
        var artifact = accepted(GOOD.formatted(CASH.formatted("1,5x", "Other Fees", "3", "")));
        var rejection = ledger.json(StackPort.MAPPER, "/mapping/artifacts/" + artifact + "/rejections")
                .get("items")
                .get(0);

        assertThat(rejection.toString()).contains("amount").contains("1,5x");
        assertThat(rejection.get("nextStep").asText()).isNotBlank();
        assertThat(rows(artifact).get("rejected").asInt()).isEqualTo(1);
        assertThat(rows(artifact).get("mapped").asInt()).isPositive();
    }

    @Test
    void rowWithoutIdIsKeptUnderItsContent() {
        var artifact = accepted(GOOD.formatted(CASH.formatted("7", "Other Fees", "", "")));

        assertThat(rows(artifact).get("rejected").asInt()).isZero();
        assertThat(rows(artifact).get("mapped").asInt()).isGreaterThanOrEqualTo(3);
    }

    private static void refused(String content, String code) {
        var response = ledger.post(
                StackPort.INGESTOR, "/ingestion/files?name=bad.xml", content.getBytes(StandardCharsets.UTF_8));
        var problem = problem(response.body());

        assertThat(response.statusCode()).isBetween(400, 499);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("nextStep").asText()).isNotBlank();
        assertThat(ledger.json(StackPort.INGESTOR, "/ingestion/problems").toString())
                .contains(code);
    }

    /** Ingests and waits; returns the artifact. */
    private static String accepted(String content) {
        var response = ledger.post(
                StackPort.INGESTOR, "/ingestion/files?name=good.xml", content.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.body()).isIn(200, 201);
        var artifact = problem(response.body())
                .get("statements")
                .get(0)
                .get("artifact")
                .asText();
        await().until(() ->
                ledger.get(StackPort.MAPPER, "/mapping/artifacts/" + artifact).statusCode() == 200);
        return artifact;
    }

    private static JsonNode rows(String artifact) {
        return ledger.json(StackPort.MAPPER, "/mapping/artifacts/" + artifact).get("rows");
    }

    private static JsonNode problem(String json) {
        return ContractJson.read(json, JsonNode.class);
    }
}
