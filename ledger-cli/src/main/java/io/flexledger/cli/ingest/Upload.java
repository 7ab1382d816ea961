package io.flexledger.cli.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.client.Problem;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.client.ServiceClient.Answer;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Hands one file after another to the ingestor and reads what became of the statements in it. */
public final class Upload {

    private static final int SERVER_ERROR = 500;

    private final ServiceClient ingestor;

    public Upload(ServiceClient ingestor) {
        this.ingestor = ingestor;
    }

    /** A result per statement, and one for each document that was refused as a whole; an outage is a failure. */
    public List<StatementResult> send(Path file) {
        String name = String.valueOf(file.getFileName());
        Answer answer = ingestor.post("/ingestion/files", Map.of("name", name), "application/octet-stream", body(file));
        if (answer.status() >= SERVER_ERROR) {
            throw ingestor.failure(answer);
        }
        JsonNode json = answer.good() ? ingestor.json(answer.body()) : Problem.json(answer);
        List<StatementResult> results = StatementResult.of(name, json);
        return results.isEmpty() && !answer.good()
                ? List.of(StatementResult.refused(name, Problem.of(answer)))
                : results;
    }

    /** Read while it is sent. */
    private static BodyPublisher body(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new CommandFailure(ExitCode.NOT_FOUND, "no such file: " + file, null, e);
        }
    }
}
