package io.flexledger.cli.command.alerts;

import io.flexledger.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Many, a row each. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the alerts nobody has acknowledged and that are not over, newest first.")
final class ListCommand implements Runnable {

    private final Session session;

    @Mixin
    private AlertList list = new AlertList();

    ListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        list.print(session);
    }
}
