package io.flexledger.cli.command.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.Session;
import io.flexledger.cli.alerts.AlertTable;
import io.flexledger.cli.alerts.Alerts;
import io.flexledger.cli.command.OutputOption;
import io.flexledger.cli.command.ReportServiceOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One, with what is to be done and how it was told. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show one alert: what was seen, what to do about it, and how it was told.")
final class ShowCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "Its id, or the beginning of it.")
    private String id = "";

    @Mixin
    private ReportServiceOption report = new ReportServiceOption();

    @Mixin
    private OutputOption output = new OutputOption();

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Alerts alerts = new Alerts(report.open(session));
        JsonNode alert = alerts.find(id);
        session.out().print(AlertTable.one(alert, alerts.page(alert), output.format()));
    }
}
