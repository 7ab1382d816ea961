package io.flexledger.cli.command.gateway;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The broker's gateway. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description = "Look at the broker's gateway and at what it tells.")
public final class GatewayCommand implements Runnable {

    private GatewayCommand() {}

    public static CommandLine commandLine(Session session) {
        return new CommandLine(new GatewayCommand())
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new CheckCommand(session))
                .addSubcommand(new ReconnectCommand(session))
                .addSubcommand(new WatchCommand(session))
                .addSubcommand(new ExecutionsCommand(session))
                .addSubcommand(new SnapshotCommand(session));
    }

    @Override
    public void run() {
        throw new CommandFailure(
                ExitCode.USAGE,
                "what about the gateway?",
                "./ledger gateway status, check, reconnect, watch, executions or snapshot");
    }
}
