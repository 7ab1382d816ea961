package io.flexledger.cli.command.fetch;

import io.flexledger.cli.Session;
import io.flexledger.cli.fetch.Ingestor;
import io.flexledger.cli.fetch.RunRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has the ingestor fetch from the broker. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Fetch from the broker, and wait until the days are told.",
        footer = {
            "",
            "The same report twice is a good end that changes nothing.",
            "Ctrl-C ends the command, not the run."
        })
public final class IngestRunCommand implements Callable<Integer> {

    private final Session session;

    /** At most one of them. */
    static final class Which {

        @Option(
                names = "--query",
                paramLabel = "QUERY",
                description = "Its name or number; needed if there are several.")
        private @Nullable String query;

        @Option(names = "--all", description = "Every query, each when the one before it is over.")
        private boolean all;
    }

    @ArgGroup
    private Which which = new Which();

    @Option(names = "--from", paramLabel = "DATE", description = "First day (default: as the query is set up).")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day.")
    private @Nullable LocalDate to;

    @Mixin
    private RunOptions options = new RunOptions();

    public IngestRunCommand(Session session) {
        this.session = session;
    }

    /** The same command under a name some scripts know. */
    static CommandLine alias(Session session) {
        return hidden(new CommandLine(new IngestRunCommand(session)), "ingestion-run");
    }

    static CommandLine hidden(CommandLine command, String name) {
        command.getCommandSpec().name(name).usageMessage().hidden(true);
        return command;
    }

    @Override
    public Integer call() {
        Ingestor ingestor = options.open(session);
        String query = which.query;
        List<RunRequest> requests = which.all
                ? RunOptions.all(ingestor).stream().map(this::forPeriod).toList()
                : List.of(new RunRequest.Fetch(query, query == null ? "" : query, from, to));
        return options.run(session, ingestor, requests, which.all ? RunOptions.PATIENCE : Duration.ZERO);
    }

    private RunRequest forPeriod(RunRequest request) {
        return request instanceof RunRequest.Fetch fetch
                ? new RunRequest.Fetch(fetch.query(), fetch.label(), from, to)
                : request;
    }
}
