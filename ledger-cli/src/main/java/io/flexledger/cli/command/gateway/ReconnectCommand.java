package io.flexledger.cli.command.gateway;

import io.flexledger.cli.Session;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.client.ServiceClient.Answer;
import io.flexledger.cli.command.OutputOption;
import io.flexledger.cli.command.RealtimeOption;
import io.flexledger.cli.gateway.GatewayStatus;
import io.flexledger.cli.output.TableWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Connects to the gateway anew. */
@Command(
        name = "reconnect",
        mixinStandardHelpOptions = true,
        description = "Give up the connection, or the pause before the next one, and connect anew at once.")
final class ReconnectCommand implements Runnable {

    private final Session session;

    @Mixin
    private RealtimeOption realtime = new RealtimeOption();

    @Mixin
    private OutputOption output = new OutputOption();

    ReconnectCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        ServiceClient service = realtime.open(session);
        Answer answer = service.post("/gateway/reconnect", Map.of());
        if (!answer.good()) {
            throw service.failure(answer);
        }
        GatewayStatus status = new GatewayStatus(service.json(answer.body()));
        session.out().print(TableWriter.write(status.answer(), status.table(), output.format()));
    }
}
