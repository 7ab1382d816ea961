package io.flexledger.cli.command.gateway;

import io.flexledger.cli.Session;
import io.flexledger.cli.client.EventStream;
import io.flexledger.cli.client.ServerEvent;
import io.flexledger.cli.command.ReportServiceOption;
import io.flexledger.cli.gateway.LiveLine;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is pushed, as it comes. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Show fills, live values and the gateway's state as they come, a line each.",
        footer = {"", "Goes on across restarts of the service. With -n the command ends; without it, Ctrl-C ends it."})
final class WatchCommand implements Runnable {

    /** How an event is written. */
    enum Layout {
        TABLE,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Session session;

    @Mixin
    private ReportServiceOption report = new ReportServiceOption();

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Only of this account (default: all).")
    private @Nullable String account;

    @Option(names = "-n", paramLabel = "N", description = "Only the next N events.")
    private @Nullable Integer limit;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "table",
            description = "table, or json: one event per line, whole (default: ${DEFAULT-VALUE}).")
    private Layout layout = Layout.TABLE;

    private int shown;

    WatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (limit != null && limit < 1) {
            return;
        }
        EventStream stream = new EventStream(report.open(session), "/api/stream", session.talk()::warn);
        stream.follow(account == null ? Map.of() : Map.of("account", account), this::show);
    }

    /** False when it was enough, or nobody reads any more. */
    private boolean show(ServerEvent event) {
        session.out().println(layout == Layout.JSON ? LiveLine.json(event) : LiveLine.of(event));
        shown++;
        return !session.out().checkError() && (limit == null || shown < limit);
    }
}
