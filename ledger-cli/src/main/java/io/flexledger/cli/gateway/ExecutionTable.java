package io.flexledger.cli.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.output.Format;
import io.flexledger.cli.output.Table;
import io.flexledger.cli.output.TableWriter;
import java.util.List;

/** Executions, a row each: what a person looks for, or every field for a program. */
public final class ExecutionTable {

    /** The header of the CSV, which does not change. */
    private static final List<String> FIELDS = List.of(
            "account",
            "execId",
            "time",
            "symbol",
            "conid",
            "side",
            "quantity",
            "price",
            "currency",
            "commission",
            "commissionCurrency",
            "realizedPnl",
            "venue",
            "orderRef",
            "status");

    private ExecutionTable() {}

    /** JSON is what the service answered, whole. */
    public static String write(JsonNode answer, Format format) {
        JsonNode executions = answer.path("executions");
        return switch (format) {
            case JSON -> TableWriter.json(answer);
            case CSV -> TableWriter.write(forProgram(executions), format);
            case TABLE, MD -> TableWriter.write(forPerson(executions), format);
        };
    }

    private static Table forProgram(JsonNode executions) {
        Table.Builder table = Table.of(FIELDS.toArray(String[]::new));
        executions.forEach(execution ->
                table.row(FIELDS.stream().map(field -> text(execution, field)).toList()));
        return table.build();
    }

    private static Table forPerson(JsonNode executions) {
        Table.Builder table = new Table.Builder()
                .text("time (UTC)")
                .text("account")
                .text("side")
                .figure("quantity")
                .text("symbol")
                .figure("price")
                .figure("commission")
                .figure("realized")
                .text("status")
                .text("execution");
        executions.forEach(execution -> table.row(
                text(execution, "time"),
                text(execution, "account"),
                text(execution, "side"),
                text(execution, "quantity"),
                text(execution, "symbol").replaceAll(" +", " "),
                with(execution, "price", "currency"),
                with(execution, "commission", "commissionCurrency"),
                text(execution, "realizedPnl"),
                text(execution, "status"),
                text(execution, "execId")));
        return table.build();
    }

    /** Unknown is nothing, never zero. */
    private static String text(JsonNode execution, String field) {
        return execution.hasNonNull(field) ? execution.path(field).asText() : "";
    }

    private static String with(JsonNode execution, String amount, String currency) {
        return execution.hasNonNull(amount) ? text(execution, amount) + " " + text(execution, currency) : "";
    }
}
