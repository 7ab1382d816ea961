package io.flexledger.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.output.Format;
import io.flexledger.cli.output.SummaryTable;
import io.flexledger.cli.output.TableWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the demo shows of an account: some days told, all days in a table, and a check of both. */
record DemoStory(ServiceClient reports, String account) {

    /** Returns how many figures of the told days were traced to their formula and sources. */
    int tell(List<LocalDate> days, PrintWriter out) {
        for (LocalDate day : days) {
            out.println(ReportDayCommand.tell(reports, day, account, ReportDayCommand.Form.MD));
        }
        JsonNode summary = reports.getJson("/api/reports/summary", Map.of("account", account));
        out.print(TableWriter.write(SummaryTable.of(summary, Format.MD), Format.MD));
        out.flush();
        return check(days, summary);
    }

    private int check(List<LocalDate> days, JsonNode summary) {
        List<LocalDate> missing = new ArrayList<>(days);
        int traced = 0;
        for (JsonNode row : summary.path("days")) {
            LocalDate date = LocalDate.parse(row.path("date").asText());
            if (missing.remove(date)) {
                requireExplained(date, row);
                traced += trace(row.path("figures"));
            }
        }
        if (!missing.isEmpty()) {
            throw new CommandFailure(ExitCode.FAILED, "the summary lacks " + missing);
        }
        return traced;
    }

    /** Fails at the first figure that cannot be read. */
    private int trace(JsonNode figures) {
        int traced = 0;
        for (JsonNode figure : figures) {
            TraceCommand.fetch(reports, figure.asText());
            traced++;
        }
        return traced;
    }

    private static void requireExplained(LocalDate date, JsonNode row) {
        JsonNode unexplained = row.path("unexplained");
        if (unexplained.hasNonNull("amount")
                && new BigDecimal(unexplained.path("amount").asText()).signum() != 0) {
            throw new CommandFailure(
                    ExitCode.RECONCILIATION_BREAK,
                    "%s of %s is not explained"
                            .formatted(unexplained.path("amount").asText(), date),
                    "see ./ledger report day " + date);
        }
    }
}
