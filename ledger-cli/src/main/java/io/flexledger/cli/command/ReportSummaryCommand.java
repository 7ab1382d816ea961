package io.flexledger.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.Session;
import io.flexledger.cli.output.Format;
import io.flexledger.cli.output.SummaryTable;
import io.flexledger.cli.output.TableWriter;
import io.flexledger.cli.stack.Service;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One row per day. */
@Command(name = "summary", mixinStandardHelpOptions = true, description = "Show a row for each day of a period.")
public final class ReportSummaryCommand implements Runnable {

    private final Session session;

    @Option(names = "--from", paramLabel = "DATE", description = "First day (default: the first there is).")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day (default: the last there is).")
    private @Nullable LocalDate to;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Needed where there are several.")
    private @Nullable String account;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "table",
            description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format output = Format.TABLE;

    public ReportSummaryCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "account", account);
        put(query, "from", from);
        put(query, "to", to);
        JsonNode summary = StackAccess.of(session).client(Service.REPORT).getJson("/api/reports/summary", query);
        session.out().print(TableWriter.write(summary, SummaryTable.of(summary, output), output));
    }

    private static void put(Map<String, String> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }
}
