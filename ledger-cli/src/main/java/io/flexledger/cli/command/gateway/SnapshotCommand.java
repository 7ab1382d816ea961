package io.flexledger.cli.command.gateway;

import io.flexledger.cli.Session;
import io.flexledger.cli.command.RealtimeOption;
import io.flexledger.cli.output.TableWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An account as the gateway last told it. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = "Print an account as the gateway last told it, in JSON: values, positions, and how old they are.")
final class SnapshotCommand implements Runnable {

    private final Session session;

    @Mixin
    private RealtimeOption realtime = new RealtimeOption();

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Needed where there are several.")
    private @Nullable String account;

    SnapshotCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Map<String, String> query = account == null ? Map.of() : Map.of("account", account);
        session.out().print(TableWriter.json(realtime.open(session).getJson("/api/account/summary", query)));
    }
}
