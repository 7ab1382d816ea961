package io.flexledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.cli.Shell.Ended;
import io.flexledger.cli.client.StubService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchCommandsTest {

    private static final String STARTED = """
            {"run_id": 17, "run_type": "manual", "status": "started", "query": "daily", "diagnostics": []}
            """;
    private static final String GOOD = """
            {"run_id": 17, "run_type": "manual", "origin": "FLEX", "status": "success", "query": "daily",
             "query_id": "123", "started_at_utc": "2025-07-18T09:00:00Z", "duration_ms": 65200,
             "new_count": 1, "duplicate_count": 0, "rejected_count": 0, "deduplicated": false,
             "missing_sections": [],
             "diagnostics": [
               {"stage": "request", "status": "success", "started_at_utc": "2025-07-18T09:00:00Z", "duration_ms": 400},
               {"stage": "poll", "status": "retrying", "started_at_utc": "2025-07-18T09:00:05Z", "poll_attempt": 1,
                "retry_after_seconds": 10, "error_code": "1019", "error_message": "not ready"},
               {"stage": "poll", "status": "success", "started_at_utc": "2025-07-18T09:00:15Z", "duration_ms": 10000,
                "poll_attempt": 2},
               {"stage": "snapshot", "status": "skipped", "started_at_utc": "2025-07-18T09:00:16Z", "duration_ms": 0,
                "reason": "no_new_raw_rows_for_run"}]}
            """;
    private static final String KNOWN = """
            {"run_id": 18, "status": "success", "query": "daily", "duration_ms": 900, "deduplicated": true,
             "new_count": 0, "duplicate_count": 1, "rejected_count": 0, "diagnostics": []}
            """;
    private static final String FAILED = """
            {"run_id": 19, "status": "failed", "query": "trades", "error_code": "FLEX_TOKEN",
             "error_message": "1012: token has expired", "next_step": "Make a new token.", "diagnostics": [
               {"stage": "request", "status": "failed", "started_at_utc": "2025-07-18T09:00:00Z", "duration_ms": 300,
                "error_code": "FLEX_TOKEN", "error_message": "1012: token has expired"}]}
            """;
    private static final String QUERIES =
            "{\"items\": [{\"id\": \"123\", \"name\": \"daily\"}, {\"id\": \"456\", \"name\": \"trades\"}]}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path home;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private StubService ingestor;

    @BeforeEach
    void open() throws IOException {
        ingestor = StubService.empty();
    }

    @AfterEach
    void close() {
        ingestor.close();
    }

    private Ended run(String line) {
        return new Shell(home, Map.of("FLEXLEDGER_INGESTOR_URL", ingestor.url()), false).run(line.split(" "));
    }

    @Nested
    class IngestRun {

        @Test
        void startsFollowsAndShowsTheStagesInTheirOrder() {
            ingestor.on("POST /ingestion/run", 202, STARTED)
                    .on("GET /ingestion/runs/17", 200, STARTED)
                    .on("GET /ingestion/runs/17", 200, GOOD);

            Ended ended = run("ingest run --wait --query daily --from 2025-07-01 --to 2025-07-18");

            assertThat(ended.code()).isZero();
            assertThat(ingestor.requests())
                    .containsExactly(
                            "POST /ingestion/run {\"query\":\"daily\",\"from\":\"2025-07-01\",\"to\":\"2025-07-18\"}",
                            "GET /ingestion/runs/17",
                            "GET /ingestion/runs/17");
            assertThat(ended.err().lines().map(String::strip))
                    .satisfiesExactly(
                            line -> assertThat(line).matches("\\d\\d:\\d\\d:00 +request +success +0\\.4 s"),
                            line -> assertThat(line)
                                    .matches(
                                            "\\d\\d:\\d\\d:05 +poll +retrying +attempt 1, again after 10 s, 1019: not ready"),
                            line -> assertThat(line).matches("\\d\\d:\\d\\d:15 +poll +success +10\\.0 s, attempt 2"),
                            line -> assertThat(line)
                                    .matches("\\d\\d:\\d\\d:16 +snapshot +skipped +0\\.0 s, no new raw rows for run"),
                            line -> assertThat(line)
                                    .isEqualTo("run 17 daily: 1 new, 0 duplicate, 0 rejected in 65.2 s"));
            assertThat(ended.out().lines().skip(1)).singleElement().asString().contains("17", "manual", "daily");
        }

        @Test
        void attemptsAreToldAsTheyFailAndTheirStageWhenItIsOver() {
            String run = """
                    {"run_id": 17, "status": "%s", "query": "daily", "error_code": "X", "diagnostics": [
                      {"stage": "request", "status": "%s", "started_at_utc": "2025-07-18T09:00:00Z"},
                      {"stage": "request", "status": "retrying", "started_at_utc": "2025-07-18T09:00:01Z"}%s]}
                    """;
            String more = ", {\"stage\": \"request\", \"status\": \"retrying\"}";
            ingestor.on("POST /ingestion/run", 202, STARTED)
                    .on("GET /ingestion/runs/17", 200, run.formatted("started", "started", ""))
                    .on("GET /ingestion/runs/17", 200, run.formatted("failed", "failed", more));

            assertThat(run("ingest run").err().lines().map(line -> line.replaceAll(" +", " ")))
                    .satisfiesExactly(
                            line -> assertThat(line).endsWith(":01 request retrying"),
                            line -> assertThat(line).endsWith(":00 request failed"),
                            line -> assertThat(line).endsWith(" request retrying"),
                            line -> assertThat(line).startsWith("error: X"),
                            line -> assertThat(line).startsWith("next: "));
        }

        @Test
        void sameReportAgainIsAGoodEnd() {
            ingestor.on("POST /ingestion/run", 202, "{\"run_id\": 18}").on("GET /ingestion/runs/18", 200, KNOWN);

            Ended ended = run("ingest run");

            assertThat(ended.code()).isZero();
            assertThat(ended.err()).contains("run 18 daily: nothing new in 0.9 s");
            assertThat(ingestor.requests()).startsWith("POST /ingestion/run {}");
        }

        @Test
        void failedRunEndsWithOneItsCodeAndTheNextStep() {
            ingestor.on("POST /ingestion/run", 202, "{\"run_id\": 19}").on("GET /ingestion/runs/19", 200, FAILED);

            Ended ended = run("ingest run --query trades");

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err())
                    .contains("error: FLEX_TOKEN: 1012: token has expired (run 19)")
                    .contains("next: Make a new token.");
            assertThat(ended.out()).contains("FLEX_TOKEN");
        }

        @ParameterizedTest
        @CsvSource({
            "422, QUERY_REQUIRED, 1",
            "404, QUERY_NOT_FOUND, 3",
            "409, RUN_ALREADY_ACTIVE, 4",
            "409, FLEX_NOT_CONFIGURED, 4",
            "429, FLEX_PAUSED, 1",
            "422, INVALID_PERIOD, 1"
        })
        void refusalStartsNothing(int status, String code, int expected) {
            ingestor.on(
                    "POST /ingestion/run",
                    status,
                    "{\"code\": \"%s\", \"detail\": \"why\", \"next_step\": \"do this\"}".formatted(code),
                    Map.of("Retry-After", "1"));

            Ended ended = run("ingest run");

            assertThat(ended.code()).isEqualTo(expected);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).isEqualTo("error: %s: why%nnext: do this%n".formatted(code));
            assertThat(ingestor.requests()).hasSize(1);
        }

        @Test
        void withoutWaitingItOnlyStarts() {
            ingestor.on("POST /ingestion/run", 202, STARTED);

            Ended ended = run("ingest run --no-wait -o json");

            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("\"run_id\" : 17", "\"status\" : \"started\"");
            assertThat(ended.err()).contains("run 17 daily: started; see ./ledger runs show 17");
            assertThat(ingestor.requests()).hasSize(1);
        }

        @Test
        void allIsOneAfterAnotherAndFailsWithAnyOfThem() {
            ingestor.on("GET /ingestion/queries", 200, QUERIES)
                    .on("POST /ingestion/run", 202, "{\"run_id\": 19}")
                    .on("POST /ingestion/run", 202, "{\"run_id\": 17}")
                    .on("GET /ingestion/runs/19", 200, FAILED)
                    .on("GET /ingestion/runs/17", 200, GOOD);

            Ended ended = run("ingest run --all -o csv");

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out().lines()).hasSize(3);
            assertThat(ingestor.requests())
                    .containsExactly(
                            "GET /ingestion/queries",
                            "POST /ingestion/run {\"query\":\"123\"}",
                            "GET /ingestion/runs/19",
                            "POST /ingestion/run {\"query\":\"456\"}",
                            "GET /ingestion/runs/17");
        }

        /** Without waiting for the ends, the account is busy with the first query when the second is asked for. */
        @Test
        void allWaitsForTheAccountToBeFree() {
            ingestor.on("GET /ingestion/queries", 200, QUERIES)
                    .on("POST /ingestion/run", 202, STARTED)
                    .on("POST /ingestion/run", 409, "{\"code\": \"RUN_ALREADY_ACTIVE\", \"detail\": \"busy\"}")
                    .on("POST /ingestion/run", 202, STARTED);

            Ended ended = run("ingest run --all --no-wait");

            assertThat(ended.code()).isZero();
            assertThat(ingestor.requests())
                    .containsExactly(
                            "GET /ingestion/queries",
                            "POST /ingestion/run {\"query\":\"123\"}",
                            "POST /ingestion/run {\"query\":\"456\"}",
                            "POST /ingestion/run {\"query\":\"456\"}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ingest run --query a --all",
                    "ingest run --from yesterday",
                    "ingest run --ingestor-url nowhere",
                    "ingest run --ingestor-url ftp://x",
                    "run",
                    "runs",
                    "runs show seven",
                    "schedule",
                    "backfill",
                    "backfill --from 2025-07-01",
                    "backfill --id 3 --from 2025-07-01 --to 2025-07-02"
                })
        void commandLineThatIsNotUnderstoodAsksNobody(String line) {
            assertThat(run(line).code()).isEqualTo(2);
            assertThat(ingestor.requests()).isEmpty();
        }

        @Test
        void hasASecondNameThatNoHelpShows() {
            ingestor.on("POST /ingestion/run", 202, STARTED);

            assertThat(run("ingestion-run --no-wait").code()).isZero();
            assertThat(run("help").out()).doesNotContain("ingestion-run", "reprocess-run");
        }

        @Test
        void optionIsAboveTheVariable() {
            Ended ended = run("ingest run --ingestor-url http://127.0.0.1:1");

            assertThat(ended.code()).isEqualTo(5);
            assertThat(ended.err()).contains("ingestor-service does not answer at http://127.0.0.1:1");
            assertThat(ingestor.requests()).isEmpty();
        }
    }

    @Nested
    class RunDaily {

        @Test
        void fetchesEveryQuery() {
            ingestor.on("GET /ingestion/queries", 200, QUERIES)
                    .on("POST /ingestion/run", 202, "{\"run_id\": 18}")
                    .on("GET /ingestion/runs/18", 200, KNOWN);

            assertThat(run("run daily").code()).isZero();
            assertThat(ingestor.requests())
                    .contains("POST /ingestion/run {\"query\":\"123\"}", "POST /ingestion/run {\"query\":\"456\"}");
        }

        @Test
        void waitsForARunThatIsUnderWay() {
            ingestor.on("GET /ingestion/queries", 200, "{\"items\": [{\"id\": \"123\", \"name\": \"daily\"}]}")
                    .on("POST /ingestion/run", 409, """
                            {"code": "RUN_ALREADY_ACTIVE", "detail": "run already active: run 17"}
                            """, Map.of("Retry-After", "1"))
                    .on("POST /ingestion/run", 202, "{\"run_id\": 18}")
                    .on("GET /ingestion/runs/18", 200, KNOWN);

            Ended ended = run("run daily");

            assertThat(ended.code()).isZero();
            assertThat(ended.err()).contains("daily: waits for up to 75 min, run already active: run 17");
        }

        @Test
        void isNoSuccessWhereNothingIsSetUp() {
            ingestor.on("GET /ingestion/queries", 200, "{\"items\": []}")
                    .on("POST /ingestion/run", 409, "{\"code\": \"FLEX_NOT_CONFIGURED\", \"detail\": \"no token\"}");

            Ended ended = run("run daily");

            assertThat(ended.code()).isEqualTo(4);
            assertThat(ended.err()).startsWith("error: FLEX_NOT_CONFIGURED: no token");
        }
    }

    @Nested
    class Looking {

        @Test
        void aDayThatIsNoneIsNamed() {
            Ended ended = run("ingest run --from 2025-13-01 --to 2025-07-18");

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err())
                    .contains("'2025-13-01' is not a day such as 2025-07-18")
                    .doesNotContain("java.");
        }

        @Test
        void runsAreListedAsTheIngestorOrdersThem() {
            ingestor.on("GET /ingestion/runs", 200, """
                    {"items": [%s, %s], "page": {"has_more": true, "total": 12}}
                    """.formatted(FAILED, KNOWN));

            Ended ended = run("runs list --limit 2 --status failed --from 2025-07-01 --to 2025-07-18");

            assertThat(ingestor.requests())
                    .containsExactly("GET /ingestion/runs?limit=2&offset=0&status=failed"
                            + "&from_utc=2025-07-01T00%3A00%3A00Z&to_utc=2025-07-19T00%3A00%3A00Z");
            assertThat(ended.out()
                            .lines()
                            .skip(1)
                            .map(line -> Arrays.asList(line.split(" +")).contains("19")))
                    .isEqualTo(List.of(true, false));
            assertThat(ended.err()).contains("2 of 12 runs; the next: --offset 2");
        }

        @Test
        void runIsShownWithEveryAttempt() {
            ingestor.on("GET /ingestion/runs/17", 200, GOOD);

            Ended ended = run("runs show 17");

            assertThat(ended.out())
                    .contains(
                            "query                       daily",
                            "retrying  attempt 1, again after 10 s, 1019: not ready")
                    .doesNotContain("diagnostics");
            assertThat(run("runs show 17 -o csv").out().lines()).hasSize(5);
        }

        @Test
        void runThatIsNotThereEndsWithThree() {
            ingestor.on("GET /ingestion/runs/9", 404, "{\"code\": \"RUN_NOT_FOUND\", \"detail\": \"no run 9\"}");

            assertThat(run("runs show 9").code()).isEqualTo(3);
        }

        @Test
        void scheduleHasLastAndNextTime() {
            ingestor.on("GET /ingestion/schedule", 200, """
                    {"items": [{"query": "daily", "job": "daily", "cron": "0 17 * * *", "zone": "Asia/Hong_Kong",
                     "period": "month-to-date", "last_at_utc": "2025-07-17T09:00:00Z", "last_run_id": 17,
                     "next_at_utc": "2025-07-18T09:00:00Z"}]}
                    """);

            assertThat(run("schedule list -o csv").out().lines().skip(1))
                    .containsExactly("daily,daily,0 17 * * *,Asia/Hong_Kong,month-to-date,2025-07-17T09:00:00Z,17,"
                            + "2025-07-18T09:00:00Z");
        }
    }

    @Nested
    class Reprocess {

        @Test
        void namesThePeriodAndTheQuery() {
            ingestor.on("POST /ingestion/reprocess", 202, "{\"run_id\": 17}").on("GET /ingestion/runs/17", 200, GOOD);

            assertThat(run("reprocess --period-key 2025-07-17 --query 123").code())
                    .isZero();
            assertThat(ingestor.requests())
                    .startsWith("POST /ingestion/reprocess?period_key=2025-07-17&flex_query_id=123");
        }

        @Test
        void hasASecondNameToo() {
            ingestor.on("POST /ingestion/reprocess", 202, STARTED);

            assertThat(run("reprocess-run --no-wait").code()).isZero();
        }
    }
}
