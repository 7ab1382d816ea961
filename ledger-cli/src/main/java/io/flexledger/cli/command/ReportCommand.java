package io.flexledger.cli.command;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Reports. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "Show what happened, day by day.")
public final class ReportCommand implements Runnable {

    private ReportCommand() {}

    public static CommandLine commandLine(Session session) {
        return new CommandLine(new ReportCommand())
                .addSubcommand(new ReportDayCommand(session))
                .addSubcommand(new ReportSummaryCommand(session));
    }

    @Override
    public void run() {
        throw new CommandFailure(
                ExitCode.USAGE, "which report?", "./ledger report day DATE or ./ledger report summary");
    }
}
