package io.flexledger.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.client.StubService;
import io.flexledger.cli.ingest.StatementResult.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("july 17.xml"), "<statement/>");
    }

    @Test
    void fileIsTheWholeBodyUnderItsName() throws IOException {
        try (StubService ingestor = new StubService(201, "{\"statements\": []}")) {
            send(ingestor);

            assertThat(ingestor.requests()).containsExactly("POST /ingestion/files?name=july+17.xml <statement/>");
        }
    }

    @Test
    void everyStatementHasItsResult() throws IOException {
        String answer = """
                {"run": 7, "statements": [
                   {"account": "U1", "from": "2025-07-17", "to": "2025-07-17", "outcome": "NEW"},
                   {"account": "U2", "from": "2025-07-01", "to": "2025-07-17", "outcome": "DUPLICATE", "entry": "b.xml"},
                   {"outcome": "REJECTED", "problem": {"code": "TRUNCATED_XML", "detail": "ends early",
                      "nextStep": "Fetch it again."}}],
                 "problems": [{"code": "NOT_FLEX", "detail": "a web page", "nextStep": "Send XML.", "entry": "c.xml"}]}
                """;
        try (StubService ingestor = new StubService(201, answer)) {
            assertThat(send(ingestor))
                    .containsExactly(
                            new StatementResult("july 17.xml", "U1", "2025-07-17", Kind.NEW, "", "", ""),
                            new StatementResult(
                                    "july 17.xml!b.xml", "U2", "2025-07-01..2025-07-17", Kind.DUPLICATE, "", "", ""),
                            new StatementResult(
                                    "july 17.xml",
                                    "",
                                    "",
                                    Kind.REJECTED,
                                    "TRUNCATED_XML",
                                    "ends early",
                                    "Fetch it again."),
                            new StatementResult(
                                    "july 17.xml!c.xml", "", "", Kind.REJECTED, "NOT_FLEX", "a web page", "Send XML."));
        }
    }

    @Test
    void fileOfWhichNothingWasTakenIsRefusedWithItsProblem() throws IOException {
        String problem = """
                {"status": 413, "code": "FILE_TOO_LARGE", "detail": "more than 512 MiB", "nextStep": "Split it."}
                """;
        try (StubService ingestor = new StubService(413, problem)) {
            assertThat(send(ingestor))
                    .containsExactly(new StatementResult(
                            "july 17.xml", "", "", Kind.REJECTED, "FILE_TOO_LARGE", "more than 512 MiB", "Split it."));
        }
    }

    @Test
    void outageIsAFailureAndNoRefusal() throws IOException {
        try (StubService ingestor = new StubService(503, "{\"code\": \"UNAVAILABLE\", \"detail\": \"no database\"}")) {
            assertThatThrownBy(() -> send(ingestor)).isInstanceOfSatisfying(CommandFailure.class, failure -> {
                assertThat(failure.exitCode()).isEqualTo(ExitCode.UPSTREAM);
                assertThat(failure.getMessage()).isEqualTo("UNAVAILABLE: no database");
            });
        }
    }

    private List<StatementResult> send(StubService ingestor) {
        return new Upload(new ServiceClient("ingestor-service", ingestor.port())).send(file);
    }
}
