package io.flexledger.cli.command.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.cli.Session;
import io.flexledger.cli.alerts.AlertTable;
import io.flexledger.cli.alerts.Alerts;
import io.flexledger.cli.command.OutputOption;
import io.flexledger.cli.command.ReportServiceOption;
import io.flexledger.contracts.ContractJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that somebody knows. */
@Command(
        name = "acknowledge",
        mixinStandardHelpOptions = true,
        description = "Say that you know of an alert; the first to say so is kept.")
final class AcknowledgeCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "Its id, or the beginning of it.")
    private String id = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "What is to be remembered with it.")
    private @Nullable String note;

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so (default: $USER).")
    private @Nullable String by;

    @Mixin
    private ReportServiceOption report = new ReportServiceOption();

    @Mixin
    private OutputOption output = new OutputOption();

    AcknowledgeCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Optional<String> name = Optional.ofNullable(by).or(() -> session.environment("USER"));
        ObjectNode words = ContractJson.MAPPER.createObjectNode();
        name.ifPresent(who -> words.put("by", who));
        if (note != null) {
            words.put("note", note);
        }
        Alerts alerts = new Alerts(report.open(session));
        JsonNode alert = alerts.acknowledge(id, words);
        session.out().print(AlertTable.one(alert, alerts.page(alert), output.format()));
        JsonNode kept = alert.path("acknowledged");
        boolean asSaid = kept.path("by").asText("").equals(name.orElse("").strip())
                && kept.path("note").asText("").equals(note == null ? "" : note.strip());
        if (!asSaid) {
            session.talk()
                    .say("%s had been acknowledged already, at %s"
                            .formatted(
                                    AlertTable.shortId(alert), kept.path("at").asText()));
        }
    }
}
