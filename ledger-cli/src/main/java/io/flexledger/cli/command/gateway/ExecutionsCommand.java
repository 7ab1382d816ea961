package io.flexledger.cli.command.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.Session;
import io.flexledger.cli.command.OutputOption;
import io.flexledger.cli.command.RealtimeOption;
import io.flexledger.cli.gateway.ExecutionTable;
import io.flexledger.cli.output.Format;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the gateway told of a day. */
@Command(
        name = "executions",
        mixinStandardHelpOptions = true,
        description = "List the executions the gateway told of a day.")
final class ExecutionsCommand implements Runnable {

    private final Session session;

    @Mixin
    private RealtimeOption realtime = new RealtimeOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--date", required = true, paramLabel = "DATE", description = "The day, such as 2025-07-18.")
    private LocalDate date = LocalDate.EPOCH;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Only of this account (default: all).")
    private @Nullable String account;

    @Option(names = "--csv", description = "The same as -o csv: every field, under a header that does not change.")
    private boolean csv;

    @Mixin
    private SaveOption save = new SaveOption();

    ExecutionsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("date", date.toString());
        if (account != null) {
            query.put("account", account);
        }
        JsonNode executions = realtime.open(session).getJson("/api/executions", query);
        if (save.isWanted()) {
            save.write(session, "executions", date, account, "csv", ExecutionTable.write(executions, Format.CSV));
        } else {
            session.out().print(ExecutionTable.write(executions, csv ? Format.CSV : output.format()));
        }
        if (executions.path("executions").isEmpty()) {
            session.talk().say("the gateway told no execution of " + date);
        }
    }
}
