package io.flexledger.cli.command.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.Session;
import io.flexledger.cli.alerts.AlertTable;
import io.flexledger.cli.alerts.Alerts;
import io.flexledger.cli.command.OutputOption;
import io.flexledger.cli.command.ReportServiceOption;
import io.flexledger.cli.output.Format;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which alerts are listed, and how. */
final class AlertList {

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Only of this account (default: all).")
    private @Nullable String account;

    @Option(names = "--all", description = "Also those that somebody acknowledged or that are over.")
    private boolean all;

    @Option(names = "--json", description = "The same as -o json: what the service answers, whole.")
    private boolean json;

    @Mixin
    private ReportServiceOption report = new ReportServiceOption();

    @Mixin
    private OutputOption output = new OutputOption();

    void print(Session session) {
        JsonNode answer = new Alerts(report.open(session)).list(account, all);
        session.out().print(AlertTable.many(answer, json ? Format.JSON : output.format()));
        int shown = answer.path("items").size();
        int open = answer.path("open").asInt();
        if (shown == 0) {
            session.talk().say(all ? "no alerts" : "no open alerts");
        } else if (!all && open > shown) {
            session.talk().warn("the newest %d of %d open alerts".formatted(shown, open));
        }
    }
}
