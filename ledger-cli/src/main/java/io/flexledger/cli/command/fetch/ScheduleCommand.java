package io.flexledger.cli.command.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.command.IngestorOption;
import io.flexledger.cli.command.OutputOption;
import io.flexledger.cli.output.Format;
import io.flexledger.cli.output.Table;
import io.flexledger.cli.output.TableWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** When the ingestor fetches by itself. */
@Command(name = "schedule", mixinStandardHelpOptions = true, description = "Show when the ingestor fetches by itself.")
public final class ScheduleCommand implements Runnable {

    private ScheduleCommand() {}

    public static CommandLine commandLine(Session session) {
        return new CommandLine(new ScheduleCommand()).addSubcommand(new ListCommand(session));
    }

    @Override
    public void run() {
        throw new CommandFailure(ExitCode.USAGE, "what about the schedule?", "./ledger schedule list");
    }

    /** A row for each job. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the jobs, with the last and the next time of each.")
    static final class ListCommand implements Runnable {

        private static final List<String> FIELDS =
                List.of("query", "job", "cron", "zone", "period", "last_at_utc", "last_run_id", "next_at_utc");

        private final Session session;

        @Mixin
        private IngestorOption ingestor = new IngestorOption();

        @Mixin
        private OutputOption output = new OutputOption();

        ListCommand(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            JsonNode jobs = ingestor.open(session).schedule().path("items");
            if (output.format() == Format.JSON) {
                session.out().print(TableWriter.json(jobs));
                return;
            }
            Table.Builder table = Table.of(FIELDS.toArray(String[]::new));
            jobs.forEach(job -> table.row(
                    FIELDS.stream().map(field -> job.path(field).asText("")).toList()));
            session.out().print(TableWriter.write(table.build(), output.format()));
            if (jobs.isEmpty()) {
                session.talk().say("nothing is scheduled");
            }
        }
    }
}
