package io.flexledger.cli.command.fetch;

import io.flexledger.cli.Session;
import io.flexledger.cli.fetch.RunRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has reports that were received before read again. */
@Command(
        name = "reprocess",
        mixinStandardHelpOptions = true,
        description = "Read again what was received before, without asking the broker.")
public final class ReprocessCommand implements Callable<Integer> {

    private final Session session;

    @Option(
            names = "--period-key",
            paramLabel = "DATE",
            description = "Only what was received for this day (default: everything).")
    private @Nullable String periodKey;

    @Option(names = "--query", paramLabel = "QUERY", description = "Only this query, by its number.")
    private @Nullable String query;

    @Mixin
    private RunOptions options = new RunOptions();

    public ReprocessCommand(Session session) {
        this.session = session;
    }

    /** The same command under a name some scripts know. */
    static CommandLine alias(Session session) {
        return IngestRunCommand.hidden(new CommandLine(new ReprocessCommand(session)), "reprocess-run");
    }

    @Override
    public Integer call() {
        return options.run(
                session, options.open(session), List.of(new RunRequest.Reprocess(periodKey, query)), Duration.ZERO);
    }
}
