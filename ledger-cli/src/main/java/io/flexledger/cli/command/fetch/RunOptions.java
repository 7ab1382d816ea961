package io.flexledger.cli.command.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.command.IngestorOption;
import io.flexledger.cli.command.OutputOption;
import io.flexledger.cli.command.WaitOption;
import io.flexledger.cli.fetch.Fetching;
import io.flexledger.cli.fetch.Ingestor;
import io.flexledger.cli.fetch.Pause;
import io.flexledger.cli.fetch.RunRequest;
import io.flexledger.cli.fetch.RunResult;
import io.flexledger.cli.fetch.RunTable;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;

/** What the commands that start runs have in common. */
final class RunOptions {

    /**
     * With several queries: a run may take an hour, after which the broker is given up, and the next query waits for
     * it.
     */
    static final Duration PATIENCE = Duration.ofMinutes(75);

    @Mixin
    private WaitOption wait = new WaitOption();

    @Mixin
    private IngestorOption ingestor = new IngestorOption();

    @Mixin
    private OutputOption output = new OutputOption();

    Ingestor open(Session session) {
        return ingestor.open(session);
    }

    /** Returns the exit code: that of the only refusal, else whether any of them failed. */
    int run(Session session, Ingestor fetcher, List<RunRequest> requests, Duration patience) {
        List<RunResult> results =
                new Fetching(fetcher, session.talk(), Pause.real(), patience).run(requests, wait.isSet());
        List<JsonNode> runs = results.stream()
                .filter(result -> results.size() > 1 || result.refusal() == null)
                .map(RunResult::run)
                .toList();
        if (!runs.isEmpty()) {
            session.out().print(RunTable.write(runs, output.format()));
        }
        if (results.size() == 1) {
            return results.getFirst()
                    .failure()
                    .map(failure -> failure.exitCode().code())
                    .orElse(ExitCode.OK.code());
        }
        boolean failed = results.stream().anyMatch(result -> result.failure().isPresent());
        return (failed ? ExitCode.FAILED : ExitCode.OK).code();
    }

    /** A request for each query; one without a name where the ingestor shall say that there is none. */
    static List<RunRequest> all(Ingestor fetcher) {
        List<RunRequest> all = fetcher.queries().stream()
                .<RunRequest>map(query -> new RunRequest.Fetch(query.id(), query.name(), null, null))
                .toList();
        return all.isEmpty() ? List.of(new RunRequest.Fetch(null, "", null, null)) : all;
    }
}
