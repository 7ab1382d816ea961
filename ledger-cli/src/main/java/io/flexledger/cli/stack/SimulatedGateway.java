package io.flexledger.cli.stack;

import io.flexledger.stack.Ports;
import io.flexledger.stack.StackPort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In place of the broker's gateway; the realtime service listens to it. Its days are those of the sample statements,
 * and of the invented account whose statements the simulated web service has.
 */
record SimulatedGateway(StackDirectory directory, Installation installation, Ports ports, Settings settings)
        implements Simulator {

    static final String NAME = "gateway-simulator";

    private static final String MORE_OPTIONS = "GATEWAY_SIMULATOR_OPTIONS";
    // Somebody who looks should not wait long for the next fill, and it should not rain.
    private static final int SECONDS_BETWEEN_FILLS = 20;

    /** One day and no other, instead of those that no statement tells yet. */
    static List<String> day(LocalDate date) {
        return List.of("date=" + date, "repeat=no");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<StackPort> listeners() {
        return List.of(StackPort.GATEWAY_CONTROL, StackPort.GATEWAY_SIMULATOR);
    }

    @Override
    public Service client() {
        return Service.REALTIME;
    }

    @Override
    public String main() {
        return "io/flexledger/testing/gateway/GatewaySimulatorMain";
    }

    @Override
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "port=" + ports.of(StackPort.GATEWAY_SIMULATOR),
                "control=" + ports.of(StackPort.GATEWAY_CONTROL),
                "account=" + SimulatedBroker.ACCOUNT,
                "files=" + installation.samples(),
                "date=next",
                "repeat=following",
                "pace=real",
                "gap=" + SECONDS_BETWEEN_FILLS,
                "await=yes"));
        arguments.addAll(settings.words(MORE_OPTIONS));
        return arguments;
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of();
    }

    /** Our ports are our own choice, whatever mode they are usual for. */
    @Override
    public Map<String, String> environment(Map<String, String> ofRealtime) {
        Map<String, String> environment = new HashMap<>(ofRealtime);
        environment.keySet().removeIf(Settings::isOfGateway);
        environment.put("FLEXLEDGER_GATEWAY_ENABLED", "true");
        environment.put("FLEXLEDGER_GATEWAY_HOST", "127.0.0.1");
        environment.put("FLEXLEDGER_GATEWAY_PORT", Integer.toString(ports.of(StackPort.GATEWAY_SIMULATOR)));
        environment.put("FLEXLEDGER_GATEWAY_FORCE_PORT", "true");
        return environment;
    }

    /** Where it is steered. */
    String control() {
        return "http://127.0.0.1:%d/simulator/".formatted(ports.of(StackPort.GATEWAY_CONTROL));
    }
}
