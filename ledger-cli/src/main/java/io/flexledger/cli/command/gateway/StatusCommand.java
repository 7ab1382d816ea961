package io.flexledger.cli.command.gateway;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.command.OutputOption;
import io.flexledger.cli.command.RealtimeOption;
import io.flexledger.cli.gateway.GatewayStatus;
import io.flexledger.cli.output.TableWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether the gateway is heard. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show whether the gateway is heard; exit code 5 if it should be and is not.")
final class StatusCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private RealtimeOption realtime = new RealtimeOption();

    @Mixin
    private OutputOption output = new OutputOption();

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        GatewayStatus status = new GatewayStatus(realtime.open(session).getJson("/gateway/status", Map.of()));
        session.out().print(TableWriter.write(status.answer(), status.table(), output.format()));
        if (status.isDisabled()) {
            session.talk()
                    .say(
                            "no gateway is listened to: set FLEXLEDGER_GATEWAY_ENABLED=true with its host and port in .env,"
                                    + " or try ./ledger up --with-gateway-simulator");
            return ExitCode.OK.code();
        }
        if (status.isConnected()) {
            return ExitCode.OK.code();
        }
        status.problem()
                .ifPresent(problem -> session.talk()
                        .error(new CommandFailure(
                                ExitCode.UPSTREAM, problem.code() + ": " + problem.detail(), problem.nextStep())));
        return ExitCode.UPSTREAM.code();
    }
}
