package io.flexledger.cli.command.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.command.IngestorOption;
import io.flexledger.cli.command.OutputOption;
import io.flexledger.cli.fetch.RunTable;
import io.flexledger.cli.fetch.Stages;
import io.flexledger.cli.output.Table;
import io.flexledger.cli.output.TableWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was taken in, fetched or handed in, and how it went. */
@Command(name = "runs", mixinStandardHelpOptions = true, description = "Show the runs of the ingestor.")
public final class RunsCommand implements Runnable {

    private RunsCommand() {}

    public static CommandLine commandLine(Session session) {
        return new CommandLine(new RunsCommand())
                .addSubcommand(new ListCommand(session))
                .addSubcommand(new ShowCommand(session));
    }

    @Override
    public void run() {
        throw new CommandFailure(ExitCode.USAGE, "which runs?", "./ledger runs list or ./ledger runs show RUN");
    }

    /** Many, a row each. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "List runs, newest first.")
    static final class ListCommand implements Runnable {

        private final Session session;

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "20",
                description = "At most (default: ${DEFAULT-VALUE}).")
        private int limit;

        @Option(names = "--offset", paramLabel = "N", defaultValue = "0", description = "Pass over the newest N.")
        private int offset;

        @Option(names = "--status", paramLabel = "STATUS", description = "started, success or failed.")
        private @Nullable String status;

        @Option(names = "--type", paramLabel = "TYPE", description = "manual, scheduled or reprocess.")
        private @Nullable String type;

        @Option(names = "--from", paramLabel = "DATE", description = "Started on this day (UTC) or later.")
        private @Nullable LocalDate from;

        @Option(names = "--to", paramLabel = "DATE", description = "Started on this day (UTC) or before.")
        private @Nullable LocalDate to;

        @Mixin
        private IngestorOption ingestor = new IngestorOption();

        @Mixin
        private OutputOption output = new OutputOption();

        ListCommand(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            Map<String, String> filters = new LinkedHashMap<>();
            filters.put("limit", Integer.toString(limit));
            filters.put("offset", Integer.toString(offset));
            put(filters, "status", status);
            put(filters, "run_type", type);
            put(filters, "from_utc", from == null ? null : from + "T00:00:00Z");
            put(filters, "to_utc", to == null ? null : to.plusDays(1) + "T00:00:00Z");
            JsonNode page = ingestor.open(session).runs(filters);
            List<JsonNode> runs = new ArrayList<>();
            page.path("items").forEach(runs::add);
            session.out().print(RunTable.write(runs, output.format()));
            if (page.path("page").path("has_more").asBoolean()) {
                session.talk()
                        .say("%d of %d runs; the next: --offset %d"
                                .formatted(
                                        runs.size(),
                                        page.path("page").path("total").asLong(),
                                        offset + runs.size()));
            }
        }

        private static void put(Map<String, String> filters, String name, @Nullable String value) {
            if (value != null) {
                filters.put(name, value);
            }
        }
    }

    /** One, with its stages. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show one run, stage by stage with every attempt.")
    static final class ShowCommand implements Runnable {

        private static final int NAME_WIDTH = 28;

        private final Session session;

        @Parameters(paramLabel = "RUN", description = "Its number.")
        private long id;

        @Mixin
        private IngestorOption ingestor = new IngestorOption();

        @Mixin
        private OutputOption output = new OutputOption();

        ShowCommand(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            JsonNode run = ingestor.open(session).run(id);
            session.out()
                    .print(
                            switch (output.format()) {
                                case JSON -> TableWriter.json(run);
                                case CSV, MD -> TableWriter.write(stages(run), output.format());
                                case TABLE -> text(run);
                            });
        }

        private static String text(JsonNode run) {
            StringBuilder text = new StringBuilder();
            run.properties().forEach(field -> {
                JsonNode value = field.getValue();
                String shown = value.isValueNode() ? value.asText("") : value.isEmpty() ? "" : value.toString();
                if (!field.getKey().equals("diagnostics") && !shown.isEmpty()) {
                    text.append(field.getKey())
                            .repeat(' ', Math.max(2, NAME_WIDTH - field.getKey().length()))
                            .append(shown)
                            .append('\n');
                }
            });
            text.append('\n');
            new Stages(ZoneId.systemDefault())
                    .lines(run)
                    .forEach(line -> text.append(line).append('\n'));
            return text.toString();
        }

        private static Table stages(JsonNode run) {
            List<String> fields = List.of(
                    "stage",
                    "status",
                    "started_at_utc",
                    "ended_at_utc",
                    "duration_ms",
                    "poll_attempt",
                    "retry_count",
                    "retry_after_seconds",
                    "error_code",
                    "error_message",
                    "next_step");
            Table.Builder table = Table.of(fields.toArray(String[]::new));
            run.path("diagnostics")
                    .forEach(stage -> table.row(fields.stream()
                            .map(field -> stage.path(field).asText(""))
                            .toList()));
            return table.build();
        }
    }
}
