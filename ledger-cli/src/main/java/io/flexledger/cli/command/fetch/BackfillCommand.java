package io.flexledger.cli.command.fetch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.command.IngestorOption;
import io.flexledger.cli.command.OutputOption;
import io.flexledger.cli.command.WaitOption;
import io.flexledger.cli.fetch.Backfill;
import io.flexledger.cli.fetch.BackfillWatch;
import io.flexledger.cli.fetch.Ingestor;
import io.flexledger.cli.fetch.Pause;
import io.flexledger.contracts.ContractJson;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has the ingestor fetch days that lie behind. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = "Fetch the days of a period that are not there yet.",
        footer = {
            "",
            "Days that are complete are not fetched again; what is fetched twice changes nothing.",
            "Ctrl-C ends the command, not the backfill."
        })
public final class BackfillCommand implements Callable<Integer> {

    private final Session session;

    /** A new one, or one that was started before. */
    static final class Which {

        @ArgGroup(exclusive = false)
        private @Nullable Period period;

        @Option(names = "--id", paramLabel = "BACKFILL", required = true, description = "Follow one started before.")
        private @Nullable String id;
    }

    /** Both ends belong to it. */
    static final class Period {

        @Option(
                names = {"--from", "--start-date"},
                paramLabel = "DATE",
                required = true,
                description = "First day.")
        private @Nullable LocalDate from;

        @Option(
                names = {"--to", "--end-date"},
                paramLabel = "DATE",
                required = true,
                description = "Last day.")
        private @Nullable LocalDate to;

        @Option(
                names = "--query",
                paramLabel = "QUERY",
                description = "Its name or number; needed if there are several.")
        private @Nullable String query;

        @Option(names = "--dry-run", description = "Show what would be fetched, and fetch nothing.")
        private boolean dryRun;

        ObjectNode body() {
            ObjectNode body = ContractJson.MAPPER.createObjectNode();
            if (query != null) {
                body.put("query", query);
            }
            return body.put("from", String.valueOf(from))
                    .put("to", String.valueOf(to))
                    .put("dry_run", dryRun);
        }
    }

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Mixin
    private WaitOption wait = new WaitOption();

    @Mixin
    private IngestorOption ingestor = new IngestorOption();

    @Mixin
    private OutputOption output = new OutputOption();

    public BackfillCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Ingestor fetcher = ingestor.open(session);
        Period period = which.period;
        Backfill backfill = new Backfill(
                period == null ? fetcher.backfill(String.valueOf(which.id)) : fetcher.startBackfill(period.body()));
        backfill.sentences().forEach(session.talk()::say);
        boolean dryRun = period != null && period.dryRun;
        if (!dryRun && wait.isSet() && !backfill.ended()) {
            backfill = new BackfillWatch(fetcher, session.talk(), Pause.real()).follow(backfill);
        }
        session.out().print(backfill.write(output.format()));
        session.out().flush();
        if (!dryRun) {
            sayEnd(backfill);
        }
        return (backfill.good() ? ExitCode.OK : ExitCode.FAILED).code();
    }

    private void sayEnd(Backfill backfill) {
        backfill.failedAttempts().forEach(session.talk()::say);
        if (!backfill.ended()) {
            session.talk().say("it goes on; follow it with ./ledger backfill --id " + backfill.id());
        } else if (!backfill.good()) {
            session.talk().error("the backfill failed: " + backfill.message());
            session.talk().say("next: ./ledger runs show RUN says why; the same command again fetches what is missing");
        }
    }
}
