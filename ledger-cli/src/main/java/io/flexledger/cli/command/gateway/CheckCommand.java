package io.flexledger.cli.command.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.client.ServiceClient.Answer;
import io.flexledger.cli.command.OutputOption;
import io.flexledger.cli.command.RealtimeOption;
import io.flexledger.cli.output.Table;
import io.flexledger.cli.output.TableWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries the gateway out, step by step. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Try the gateway out, from the port to the executions; exit code 5 if any step fails.")
final class CheckCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private RealtimeOption realtime = new RealtimeOption();

    @Mixin
    private OutputOption output = new OutputOption();

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ServiceClient service = realtime.open(session);
        Answer answer = service.post("/gateway/check", Map.of());
        if (!answer.good()) {
            throw service.failure(answer);
        }
        JsonNode result = service.json(answer.body());
        JsonNode checks = result.path("checks");
        session.out().print(TableWriter.write(result, table(checks), output.format()));
        boolean failed = StreamSupport.stream(checks.spliterator(), false)
                .anyMatch(check -> check.path("result").asText().equals("FAIL"));
        return (failed ? ExitCode.UPSTREAM : ExitCode.OK).code();
    }

    private static Table table(JsonNode checks) {
        Table.Builder table = Table.of("result", "check", "detail", "next");
        checks.forEach(check -> table.row(
                check.path("result").asText(),
                check.path("name").asText(),
                check.path("detail").asText(""),
                check.hasNonNull("nextStep") ? check.path("nextStep").asText() : ""));
        return table.build();
    }
}
