package io.flexledger.cli.command.fetch;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.fetch.Ingestor;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Work that comes round. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Do what is due every day.")
public final class RunCommand implements Runnable {

    private RunCommand() {}

    public static CommandLine commandLine(Session session) {
        return new CommandLine(new RunCommand()).addSubcommand(new DailyCommand(session));
    }

    @Override
    public void run() {
        throw new CommandFailure(ExitCode.USAGE, "run what?", "./ledger run daily");
    }

    /** For a timer. */
    @Command(
            name = "daily",
            mixinStandardHelpOptions = true,
            description = "Fetch every query; exit code 1 if any of them failed.",
            footer = {"", "Waits for a run that is under way, and for a pause the broker asked for, up to 75 minutes."})
    static final class DailyCommand implements Callable<Integer> {

        private final Session session;

        @Mixin
        private RunOptions options = new RunOptions();

        DailyCommand(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Ingestor ingestor = options.open(session);
            return options.run(session, ingestor, RunOptions.all(ingestor), RunOptions.PATIENCE);
        }
    }
}
