package io.flexledger.cli.command.alerts;

import io.flexledger.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a person should know of. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "Show what a person should know of, say that you do, and try the channels it is told by.",
        footer = {
            "",
            "Without a command: list. An alert is named by its id, or by as much of it as no other begins with."
        })
public final class AlertsCommand implements Runnable {

    private final Session session;

    @Mixin
    private AlertList list = new AlertList();

    private AlertsCommand(Session session) {
        this.session = session;
    }

    public static CommandLine commandLine(Session session) {
        return new CommandLine(new AlertsCommand(session))
                .addSubcommand(new ListCommand(session))
                .addSubcommand(new ShowCommand(session))
                .addSubcommand(new AcknowledgeCommand(session))
                .addSubcommand(new TestCommand(session));
    }

    @Override
    public void run() {
        list.print(session);
    }
}
