package io.flexledger.cli.command.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.command.RealtimeOption;
import io.flexledger.cli.output.TableWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Session session;

    @Mixin
    private RealtimeOption realtime = new RealtimeOption();

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Needed where there are several.")
    private @Nullable String account;

    @Mixin
    private SaveOption save = new SaveOption();

    SnapshotCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Map<String, String> query = account == null ? Map.of() : Map.of("account", account);
        JsonNode summary = realtime.open(session).getJson("/api/account/summary", query);
        if (save.isWanted()) {
            save.write(session, "snapshots", dayOf(summary), account, "json", TableWriter.json(summary));
        } else {
            session.out().print(TableWriter.json(summary));
        }
    }

    /** Of the report, which is the one in New York. What names neither its account nor its time is no snapshot. */
    private static LocalDate dayOf(JsonNode summary) {
        try {
            if (summary.hasNonNull("account")) {
                return Instant.parse(summary.path("asOf").asText())
                        .atZone(NEW_YORK)
                        .toLocalDate();
            }
        } catch (DateTimeException _) {
            // as if it named none
        }
        throw new CommandFailure(
                ExitCode.FAILED,
                "the service's answer names no account or no time (account, asOf), so it was not saved",
                "See that the command and the service are of the same version.");
    }
}
