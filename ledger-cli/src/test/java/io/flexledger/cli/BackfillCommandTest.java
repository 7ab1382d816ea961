package io.flexledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.cli.Shell.Ended;
import io.flexledger.cli.client.StubService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackfillCommandTest {

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

    private static String backfill(String status, String first, String second) {
        return """
                {"backfill_id": 3, "query": "daily", "from_date": "2025-07-03", "to_date": "2025-07-08",
                 "status": "%s", "message": %s, "trading_days": ["2025-07-03", "2025-07-07", "2025-07-08"],
                 "complete_days": ["2025-07-03"],
                 "skipped": [{"date": "2025-07-04", "reason": "Independence Day"},
                             {"date": "2025-07-05", "reason": "weekend"}, {"date": "2025-07-06", "reason": "weekend"}],
                 "chunks": [{"from_date": "2025-07-03", "to_date": "2025-07-04", "status": "%s", "run_id": 21},
                            {"from_date": "2025-07-05", "to_date": "2025-07-08", "status": "%s", "run_id": %s}]}
                """.formatted(
                        status,
                        status.equals("failed") ? "\"The broker could not make the report at this moment.\"" : "null",
                        first,
                        second,
                        second.equals("planned") ? "null" : "22");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--from 2025-07-03 --to 2025-07-08", "--start-date 2025-07-03 --end-date 2025-07-08"})
    void dryRunShowsDaysChunksAndReasonsAndEndsThere(String period) {
        ingestor.on("POST /ingestion/backfill", 200, backfill("planned", "planned", "planned"));

        Ended ended = run("backfill --dry-run --query daily " + period);

        assertThat(ended.code()).isZero();
        assertThat(ingestor.requests())
                .containsExactly("POST /ingestion/backfill"
                        + " {\"query\":\"daily\",\"from\":\"2025-07-03\",\"to\":\"2025-07-08\",\"dry_run\":true}");
        assertThat(ended.err().lines())
                .containsExactly(
                        "3 trading days from 2025-07-03 to 2025-07-08, 1 of them complete, in 2 chunks",
                        "skipped, Independence Day: 2025-07-04",
                        "skipped, weekend: 2025-07-05, 2025-07-06");
        assertThat(ended.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "FROM TO DAYS STATUS RUN",
                        "2025-07-03 2025-07-04 1 planned 21",
                        "2025-07-05 2025-07-08 2 planned");
    }

    @Test
    void everyDayIsARowForAProgram() {
        ingestor.on("POST /ingestion/backfill", 200, backfill("planned", "planned", "planned"));

        assertThat(run("backfill --dry-run --from 2025-07-03 --to 2025-07-08 -o csv")
                        .out()
                        .lines())
                .containsExactly(
                        "date,what,reason,chunk_from,chunk_to,status,run_id",
                        "2025-07-03,complete,,2025-07-03,2025-07-04,planned,21",
                        "2025-07-07,fetch,,2025-07-05,2025-07-08,planned,",
                        "2025-07-08,fetch,,2025-07-05,2025-07-08,planned,",
                        "2025-07-04,skipped,Independence Day,,,,",
                        "2025-07-05,skipped,weekend,,,,",
                        "2025-07-06,skipped,weekend,,,,");
    }

    @Test
    void isFollowedChunkByChunk() {
        ingestor.on("POST /ingestion/backfill", 202, backfill("started", "started", "planned"))
                .on("GET /ingestion/backfills/3", 200, backfill("started", "success", "started"))
                .on("GET /ingestion/backfills/3", 200, backfill("success", "success", "success"));

        Ended ended = run("backfill --from 2025-07-03 --to 2025-07-08");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("1 of 2 chunks\n2 of 2 chunks");
        assertThat(ended.out().lines().skip(1)).allMatch(line -> line.contains("success"));
    }

    @Test
    void withoutWaitingItOnlyStarts() {
        ingestor.on("POST /ingestion/backfill", 202, backfill("started", "started", "planned"));

        Ended ended = run("backfill --from 2025-07-03 --to 2025-07-08 --no-wait");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("follow it with ./ledger backfill --id 3");
        assertThat(ingestor.requests()).hasSize(1);
    }

    @Test
    void failureIsToldWithItsReasonAndItsAttempts() {
        ingestor.on("POST /ingestion/backfill", 202, backfill("started", "started", "planned"))
                .on("GET /ingestion/backfills/3", 200, backfill("failed", "success", "failed"));

        Ended ended = run("backfill --from 2025-07-03 --to 2025-07-08");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("attempt failed: 2025-07-05 to 2025-07-08, run 22")
                .contains("error: the backfill failed: The broker could not make the report at this moment.");
    }

    /** It can fail though every request was answered: the broker gave other days than it was asked for. */
    @Test
    void failureWithoutAFailedAttemptIsAFailure() {
        ingestor.on("GET /ingestion/backfills/3", 200, backfill("failed", "success", "success"));

        assertThat(run("backfill --id 3").code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " -o csv"})
    void attemptThatWasRepeatedIsNoFailure(String format) {
        ingestor.on("GET /ingestion/backfills/3", 200, """
                {"backfill_id": 3, "query": "daily", "from_date": "2025-07-03", "to_date": "2025-07-03",
                 "status": "success", "trading_days": ["2025-07-03"], "complete_days": ["2025-07-03"], "skipped": [],
                 "chunks": [{"from_date": "2025-07-03", "to_date": "2025-07-03", "status": "failed", "run_id": 21},
                            {"from_date": "2025-07-03", "to_date": "2025-07-03", "status": "success", "run_id": 22}]}
                """);

        Ended ended = run("backfill --id 3" + format);

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("attempt failed: 2025-07-03 to 2025-07-03, run 21");
        assertThat(ended.out().lines().map(line -> line.replaceAll(" +", " ")))
                .endsWith(
                        format.isEmpty()
                                ? "2025-07-03 2025-07-03 1 success 22"
                                : "2025-07-03,complete,,2025-07-03,2025-07-03,success,22");
    }

    @Test
    void oneThatWasStartedBeforeIsFollowedByItsId() {
        ingestor.on("GET /ingestion/backfills/3", 200, backfill("success", "success", "success"));

        assertThat(run("backfill --id 3").code()).isZero();
        assertThat(ingestor.requests()).containsExactly("GET /ingestion/backfills/3");
    }

    @Test
    void unknownIdEndsWithThree() {
        ingestor.on("GET /ingestion/backfills/4", 404, "{\"code\": \"BACKFILL_NOT_FOUND\", \"detail\": \"none\"}");

        assertThat(run("backfill --id 4").code()).isEqualTo(3);
    }

    @Test
    void interruptedCommandLeavesItRunningAndSaysHowToLook() throws Exception {
        ingestor.on("POST /ingestion/backfill", 202, backfill("started", "started", "planned"))
                .on("GET /ingestion/backfills/3", 200, backfill("started", "success", "started"));
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ledger.class.getName(),
                        "backfill",
                        "--from",
                        "2025-07-03",
                        "--to",
                        "2025-07-08",
                        "--ingestor-url",
                        ingestor.url())
                .start();
        while (!ingestor.requests().contains("GET /ingestion/backfills/3") && command.isAlive()) {
            Thread.onSpinWait();
        }

        new ProcessBuilder("kill", "-INT", Long.toString(command.pid())).start().waitFor();

        assertThat(command.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(new String(command.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("the backfill goes on; look again with ./ledger backfill --id 3");
        assertThat(command.exitValue()).isEqualTo(130);
        assertThat(ingestor.requests()).noneMatch(request -> request.startsWith("DELETE"));
    }
}
