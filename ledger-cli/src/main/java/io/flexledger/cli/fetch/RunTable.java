package io.flexledger.cli.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.output.Format;
import io.flexledger.cli.output.Table;
import io.flexledger.cli.output.TableWriter;
import io.flexledger.contracts.ContractJson;
import java.util.List;

/** Runs, a row each: what a person looks for, or every plain field for a program. */
public final class RunTable {

    private static final List<String> FIELDS = List.of(
            "run_id",
            "run_type",
            "origin",
            "status",
            "query",
            "query_id",
            "role",
            "account_id",
            "from_date",
            "to_date",
            "backfill_id",
            "file_name",
            "file_sha256",
            "started_at_utc",
            "ended_at_utc",
            "duration_ms",
            "new_count",
            "duplicate_count",
            "rejected_count",
            "deduplicated",
            "error_code",
            "error_message",
            "next_step");

    private RunTable() {}

    /** JSON is what the ingestor answered, whole. */
    public static String write(List<JsonNode> runs, Format format) {
        return switch (format) {
            case JSON -> TableWriter.json(ContractJson.MAPPER.createArrayNode().addAll(runs));
            case CSV -> TableWriter.write(forProgram(runs), format);
            case TABLE, MD -> TableWriter.write(forPerson(runs), format);
        };
    }

    private static Table forPerson(List<JsonNode> runs) {
        Table.Builder table = new Table.Builder()
                .figure("run")
                .text("type")
                .text("query")
                .text("status")
                .text("started (UTC)")
                .figure("took")
                .figure("new")
                .figure("dup")
                .figure("rej")
                .text("result");
        for (JsonNode run : runs) {
            table.row(
                    run.path("run_id").asText(),
                    run.path("run_type").asText(),
                    run.path("query").asText(run.path("file_name").asText("")),
                    run.path("status").asText(),
                    run.path("started_at_utc")
                            .asText()
                            .replaceAll("\\.\\d+Z$", "")
                            .replaceAll("Z$", ""),
                    run.hasNonNull("duration_ms")
                            ? Stages.seconds(run.path("duration_ms").asLong())
                            : "",
                    run.path("new_count").asText(),
                    run.path("duplicate_count").asText(),
                    run.path("rejected_count").asText(),
                    result(run));
        }
        return table.build();
    }

    private static String result(JsonNode run) {
        String code = run.path("error_code").asText("");
        if (!code.isEmpty()) {
            return code;
        }
        return run.path("deduplicated").asBoolean() ? "nothing new" : "";
    }

    private static Table forProgram(List<JsonNode> runs) {
        Table.Builder table = Table.of(FIELDS.toArray(String[]::new));
        runs.forEach(run -> table.row(
                FIELDS.stream().map(field -> run.path(field).asText("")).toList()));
        return table.build();
    }
}
