package io.flexledger.ingestor.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.testing.flex.FlexSimulator;
import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.service.Endpoint;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.flex.wire.Framing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong, the token is written nowhere. The same search finds what must be there. */
class TokenSecrecyIT {

    private static final int ALWAYS = 12;
    private static final String BAD_TOKEN = "bad:token/with+signs=66127349";
    private static final String[] QUIET = {
        "-Xmx256m",
        "-Dingestor.schedule.enabled=false",
        "-Dingestor.flex.call-limit=2s",
        "-Dquarkus.rest-client.flex.read-timeout=700",
        "-Dingestor.max-file-size=8M"
    };

    private static final List<String> PAGES = List.of(
            "/ingestion/runs?limit=200",
            "/ingestion/runs?limit=200&offset=200",
            "/ingestion/runs/999999999",
            "/ingestion/runs?limit=nonsense",
            "/ingestion/queries",
            "/ingestion/schedule",
            "/ingestion/doctor",
            "/ingestion/files",
            "/ingestion/problems",
            "/ingestion/chain",
            "/ingestion/backfills/1",
            "/api/flex-query/status",
            "/api/health",
            "/api/health/detailed",
            "/health",
            "/q/health",
            "/progress",
            "/metrics",
            "/openapi",
            "/nowhere");

    private final List<IngestorProcess> processes = new ArrayList<>();

    @TempDir
    private Path reports;

    @TempDir
    private Path temporary;

    @Test
    void nothingThatIsWrittenHoldsIt() throws Exception {
        var token = new SecretSearch(FlexAccounts.TOKEN);
        var bad = new SecretSearch(BAD_TOKEN);
        int failed;
        String account;
        try (var accounts = new FlexAccounts(1, Limits.NONE)) {
            account = accounts.account(0);
            var known = new SecretSearch(account);
            try (var service = start(accounts)) {
                failed = everythingHappens(accounts, new FetchRuns(service));
                for (var search : List.of(token, known)) {
                    answers(service, accounts, search);
                    search.tables();
                    search.topics();
                    search.files("working copies", reports);
                    search.files("temporary files", temporary);
                }
            }
            for (var settings : badSettings(accounts)) {
                var refused = IngestorProcess.begin(settings, "-Xmx256m");
                processes.add(refused);
                assertThat(refused.awaitEnd()).isNotZero();
            }
            logs(token);
            logs(bad);
            System.out.printf("Token searched after %d failed runs: %s%n", failed, token.extent());
            assertThat(known.hits().stream().map(hit -> hit.substring(0, hit.indexOf(':'))))
                    .as("where the search finds the account, which is no secret")
                    .contains("answers", "values in tables", "records", "kept files unpacked", "working copies");
        }
        assertThat(token.hits()).isEmpty();
        assertThat(bad.hits()).isEmpty();
        var start = new SecretSearch("Settings are missing or cannot be used");
        logs(start);
        assertThat(start.hits()).hasSizeGreaterThanOrEqualTo(2);
    }

    private IngestorProcess start(FlexAccounts accounts) throws IOException, InterruptedException {
        var settings = new HashMap<>(accounts.settings());
        settings.put("FLEXLEDGER_SIMULATED_START", FlexAccounts.NOW.toString());
        settings.put("FLEXLEDGER_SIMULATED_SPEED", "20000");
        settings.put("FLEXLEDGER_REPORTS_DIRECTORY", reports.toString());
        settings.put("IBKR_FLEX_DEADLINE_SECONDS", "86400");
        var arguments = Stream.concat(Stream.of(QUIET), Stream.of("-Djava.io.tmpdir=" + temporary))
                .toArray(String[]::new);
        var service = IngestorProcess.start(settings, arguments);
        processes.add(service);
        return service;
    }

    /** Each fault for as long as it takes to end a run; and, before and after, runs that succeed. */
    private static int everythingHappens(FlexAccounts accounts, FetchRuns runs) throws Exception {
        assertThat(status(accounts, runs)).isEqualTo("success");
        int failed = 0;
        for (var fault : faults()) {
            for (var endpoint : Endpoint.values()) {
                accounts.simulator().next(endpoint, fault, ALWAYS);
                if (status(accounts, runs).equals("failed")) {
                    failed++;
                }
                nothingIsInTheWay(accounts.simulator());
            }
        }
        accounts.simulator().refuseConnections();
        assertThat(status(accounts, runs)).isEqualTo("failed");
        accounts.simulator().acceptConnections();
        nothingIsInTheWay(accounts.simulator());
        assertThat(failed).isGreaterThan(60);
        assertThat(status(accounts, runs)).isEqualTo("success");
        return failed + 1;
    }

    private static String status(FlexAccounts accounts, FetchRuns runs) throws IOException, InterruptedException {
        return runs.awaitEnd(runs.begin(accounts.order(0))).get("status").asText();
    }

    private static List<Fault> faults() {
        var codes = IntStream.concat(IntStream.rangeClosed(1001, 1025), IntStream.of(1999))
                .mapToObj(Fault::code);
        return Stream.concat(
                        codes,
                        Stream.of(
                                Fault.reset(),
                                Fault.silence(),
                                Fault.drip(1, Duration.ofMillis(50)),
                                Fault.cut(100, Framing.LENGTH),
                                Fault.cut(100, Framing.CHUNKED),
                                Fault.cut(100, Framing.CLOSE),
                                Fault.status(404),
                                Fault.status(429),
                                Fault.status(503),
                                Fault.page(),
                                Fault.page("Nothing at /SendRequest?t=" + FlexAccounts.TOKEN + "&q=1"),
                                Fault.empty(),
                                Fault.wrongHost("elsewhere.test"),
                                Fault.redirect("http://127.0.0.1:9/?t=" + FlexAccounts.TOKEN),
                                Fault.encoding("UTF-8", StandardCharsets.ISO_8859_1),
                                Fault.oversized(20_000_000)))
                .toList();
    }

    private static void nothingIsInTheWay(FlexSimulator broker) throws SQLException {
        broker.clearFaults();
        try (var connection = Stored.connect();
                var statement = connection.createStatement()) {
            statement.execute("delete from flex_pause");
        }
    }

    private static void answers(IngestorProcess service, FlexAccounts accounts, SecretSearch search) throws Exception {
        for (var page : PAGES) {
            answer(service, page, search);
        }
        for (int offset = 0; offset < 200; offset += 100) {
            for (var run : items(service, "/ingestion/runs?limit=100&offset=" + offset)) {
                answer(service, "/ingestion/runs/" + run.get("run_id").asText(), search);
            }
        }
        for (var file : items(service, "/ingestion/files")) {
            answer(service, "/ingestion/files/" + file.get("sha256").asText(), search);
        }
        accounts.simulator().next(Endpoint.SEND_REQUEST, Fault.code(1025), ALWAYS);
        new FetchRuns(service).awaitEnd(new FetchRuns(service).begin(accounts.order(0)));
        search.text(
                "answers",
                "paused",
                service.post("/ingestion/run", accounts.order(0)).body());
        nothingIsInTheWay(accounts.simulator());
        search.text(
                "answers",
                "unknown query",
                service.post("/ingestion/run", "{\"query\": \"none\"}").body());
        search.text("answers", "no json", service.post("/ingestion/run", "{").body());
    }

    private static Iterable<JsonNode> items(IngestorProcess service, String path)
            throws IOException, InterruptedException {
        return ContractJson.MAPPER.readTree(service.get(path).body()).path("items");
    }

    private static void answer(IngestorProcess service, String path, SecretSearch search)
            throws IOException, InterruptedException {
        var response = service.get(path);
        search.text("answers", path, response.headers().map() + response.body());
    }

    private void logs(SecretSearch search) throws IOException {
        for (var process : processes) {
            search.text("logs", "process " + processes.indexOf(process), process.log());
        }
    }

    /** Each of which keeps the service from starting. */
    private static List<Map<String, String>> badSettings(FlexAccounts accounts) {
        var base = accounts.simulator().baseUrl().toString();
        return List.of(
                Map.of("IBKR_FLEX_TOKEN", FlexAccounts.TOKEN),
                Map.of("ACCOUNT_ID", "U1234567", "IBKR_FLEX_QUERY_ID", "123456", "IBKR_FLEX_TOKEN", BAD_TOKEN),
                with(accounts, "IBKR_FLEX_BASE_URL", base + "?t=" + FlexAccounts.TOKEN),
                with(accounts, "IBKR_FLEX_BASE_URL", "http://broker.test/" + FlexAccounts.TOKEN + "/"),
                with(accounts, "IBKR_FLEX_BACKOFF_MAX_SECONDS", "soon"),
                with(accounts, "FLEX_QUERY_QUERIES_1__ID", "no id"));
    }

    private static Map<String, String> with(FlexAccounts accounts, String name, String value) {
        var settings = new HashMap<>(accounts.settings());
        settings.put(name, value);
        return settings;
    }
}
