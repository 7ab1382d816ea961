package io.flexledger.cli.stack;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.stack.Ports;
import io.flexledger.stack.StackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stand-in for the broker's web service, for trying out and rehearsing. A stack has one from the start that asks for it
 * until it is stopped, and meanwhile its ingestor asks nobody else.
 */
record SimulatedBroker(StackDirectory directory, Installation installation, Ports ports, Settings settings) {

    static final String NAME = "flex-simulator";

    private static final String MAIN = "io/flexledger/testing/flex/FlexSimulatorMain";
    private static final String MORE_OPTIONS = "FLEX_SIMULATOR_OPTIONS";
    private static final String START = "FLEXLEDGER_SIMULATED_START";
    private static final String SPEED = "FLEXLEDGER_SIMULATED_SPEED";

    // They open nothing but the simulator.
    private static final String TOKEN = "100200300400500600700800";
    private static final String ACCOUNT = "U7000001";
    private static final String QUERY = "1000001";

    private static final List<String> QUERIES = List.of(
            QUERY + ":Full:full",
            "1000002:Trades:trades",
            "1000003:NAV:nav",
            "1000004:Cash:cash",
            "1000005:Exercises:exercises",
            "1000006:Interest:interest",
            "1000007:Confirms:confirms");

    /** Whether the stack has one. */
    boolean isWanted() {
        return Files.exists(mark());
    }

    /** Remembered in the directory, for every command that looks after the stack. */
    void want() throws IOException {
        Files.writeString(mark(), "");
    }

    void forget() throws IOException {
        Files.deleteIfExists(mark());
    }

    /** Since when the stack has one. */
    Optional<Instant> wantedSince() throws IOException {
        return isWanted() ? Optional.of(Files.getLastModifiedTime(mark()).toInstant()) : Optional.empty();
    }

    Daemon daemon() {
        return new Daemon(NAME, directory);
    }

    boolean isMissing() {
        return isWanted() && daemon().process().isEmpty();
    }

    boolean listens() {
        return Listener.at(ports.of(StackPort.FLEX_SIMULATOR));
    }

    Daemon.Program program(List<String> jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(installation.java().toString());
        command.add("-Xmx192m");
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classes().toString(), MAIN.replace('/', '.')));
        command.add("port=" + ports.of(StackPort.FLEX_SIMULATOR));
        command.add("account=" + ACCOUNT);
        QUERIES.forEach(query -> command.add("query=" + query));
        option("start", START).ifPresent(command::add);
        option("speed", SPEED).ifPresent(command::add);
        String more = settings.variables().getOrDefault(MORE_OPTIONS, "").strip();
        command.addAll(more.isEmpty() ? List.of() : List.of(more.split("\\s+")));
        return new Daemon.Program(command, Map.of("FLEX_SIMULATOR_TOKENS", TOKEN));
    }

    /** What the ingestor is told in place of what a person set about the broker. */
    Map<String, String> environment(Map<String, String> ofIngestor) {
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

    /** A module for tests, so it is built for those alone who ask for it. */
    private Path classes() {
        Path classes = installation.home().resolve("test-support/target/classes");
        if (!Files.exists(classes.resolve(MAIN + ".class"))) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the simulator is not built: nothing in " + classes,
                    "run ./mvnw -q -DskipTests -am -pl test-support package, or start through ./ledger, which does it");
        }
        return classes;
    }

    private Path mark() {
        return directory.run().resolve(NAME + ".wanted");
    }
}
