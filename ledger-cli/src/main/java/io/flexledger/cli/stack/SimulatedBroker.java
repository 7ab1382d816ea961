package io.flexledger.cli.stack;

import io.flexledger.stack.Ports;
import io.flexledger.stack.StackPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In place of the broker's web service; the ingestor asks it. */
record SimulatedBroker(StackDirectory directory, Installation installation, Ports ports, Settings settings)
        implements Simulator {

    static final String NAME = "flex-simulator";
    /** Invented. */
    static final String ACCOUNT = "U7000001";

    private static final String MORE_OPTIONS = "FLEX_SIMULATOR_OPTIONS";
    private static final String START = "FLEXLEDGER_SIMULATED_START";
    private static final String SPEED = "FLEXLEDGER_SIMULATED_SPEED";

    // They open nothing but the simulator.
    private static final String TOKEN = "100200300400500600700800";
    private static final String QUERY = "1000001";

    private static final List<String> QUERIES = List.of(
            QUERY + ":Full:full",
            "1000002:Trades:trades",
            "1000003:NAV:nav",
            "1000004:Cash:cash",
            "1000005:Exercises:exercises",
            "1000006:Interest:interest",
            "1000007:Confirms:confirms");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<StackPort> listeners() {
        return List.of(StackPort.FLEX_SIMULATOR);
    }

    @Override
    public Service client() {
        return Service.INGESTOR;
    }

    @Override
    public String main() {
        return "io/flexledger/testing/flex/FlexSimulatorMain";
    }

    @Override
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("port=" + ports.of(StackPort.FLEX_SIMULATOR));
        arguments.add("account=" + ACCOUNT);
        QUERIES.forEach(query -> arguments.add("query=" + query));
        option("start", START).ifPresent(arguments::add);
        option("speed", SPEED).ifPresent(arguments::add);
        arguments.addAll(settings.words(MORE_OPTIONS));
        return arguments;
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("FLEX_SIMULATOR_TOKENS", TOKEN);
    }

    @Override
    public Map<String, String> environment(Map<String, String> ofIngestor) {
        Map<String, String> environment = new HashMap<>(ofIngestor);
        environment.keySet().removeIf(Settings::isOfFetching);
        environment.put("ACCOUNT_ID", ACCOUNT);
        environment.put("IBKR_FLEX_TOKEN", TOKEN);
        environment.put("IBKR_FLEX_QUERY_ID", QUERY);
        environment.put(
                "IBKR_FLEX_BASE_URL",
                "http://127.0.0.1:%d/AccountManagement/FlexWebService/".formatted(ports.of(StackPort.FLEX_SIMULATOR)));
        return environment;
    }

    private Optional<String> option(String name, String variable) {
        return Optional.ofNullable(settings.variables().get(variable)).map(value -> name + "=" + value);
    }
}
