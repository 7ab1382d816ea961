package io.flexledger.cli.command.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.alerts.AlertTable;
import io.flexledger.cli.alerts.Alerts;
import io.flexledger.cli.command.OutputOption;
import io.flexledger.cli.command.ReportServiceOption;
import io.flexledger.cli.output.TableWriter;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries the channels out. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Send a message that is no alert through every channel; exit code 5 if one of them fails.")
final class TestCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private ReportServiceOption report = new ReportServiceOption();

    @Mixin
    private OutputOption output = new OutputOption();

    TestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        JsonNode answer = new Alerts(report.open(session)).test();
        session.out().print(TableWriter.write(answer, AlertTable.channels(answer), output.format()));
        return (any(answer, "FAILED") ? ExitCode.UPSTREAM : ExitCode.OK).code();
    }

    private static boolean any(JsonNode answer, String outcome) {
        return StreamSupport.stream(answer.path("channels").spliterator(), false)
                .anyMatch(channel -> channel.path("outcome").asText().equals(outcome));
    }
}
