package io.flexledger.cli.stack;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.stack.Ports;
import io.flexledger.stack.StackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stand-in for something of the broker's, for trying out and rehearsing. A stack has one from the start that asks for
 * it until it is stopped, and meanwhile the service that would ask the broker asks nobody else. It is test code, a
 * process of its own.
 */
sealed interface Simulator permits SimulatedBroker, SimulatedGateway {

    /** Of the process. */
    String name();

    StackDirectory directory();

    Installation installation();

    Ports ports();

    /** All it listens on; first the one that tells it is ready. */
    List<StackPort> listeners();

    /** Who asks it. */
    Service client();

    /** Its main class, as a path. */
    String main();

    /** What it is started with beside its own settings. */
    List<String> arguments();

    /** Secrets for it. */
    Map<String, String> secrets();

    /** What its client is told in place of what a person set about the broker. */
    Map<String, String> environment(Map<String, String> ofClient);

    /** Whether the stack has one. */
    default boolean isWanted() {
        return Files.exists(mark());
    }

    /**
     * Remembered in the directory, for every command that looks after the stack.
     *
     * @param options further arguments, for as long as the stack has it
     */
    default void want(List<String> options) throws IOException {
        Files.write(mark(), options);
    }

    default void forget() throws IOException {
        Files.deleteIfExists(mark());
    }

    /** Since when the stack has one. */
    default Optional<Instant> wantedSince() throws IOException {
        return isWanted() ? Optional.of(Files.getLastModifiedTime(mark()).toInstant()) : Optional.empty();
    }

    default Daemon daemon() {
        return new Daemon(name(), directory());
    }

    default boolean isMissing() {
        return isWanted() && daemon().process().isEmpty();
    }

    default boolean listens() {
        return Listener.at(ports().of(listeners().getFirst()));
    }

    /** @param jvmOptions that keep it small */
    default Daemon.Program program(List<String> jvmOptions) {
        return new Daemon.Program(
                Stream.of(
                                List.of(installation().java().toString(), "-Xmx192m"),
                                jvmOptions,
                                List.of("-cp", classes().toString(), main().replace('/', '.')),
                                arguments(),
                                chosen())
                        .flatMap(List::stream)
                        .toList(),
                secrets());
    }

    private List<String> chosen() {
        try {
            return isWanted() ? Files.readAllLines(mark()) : List.of();
        } catch (IOException _) {
            return List.of(); // Stopped meanwhile.
        }
    }

    /** A module for tests, so it is built for those alone who ask for it. */
    private Path classes() {
        Path classes = installation().home().resolve("test-support/target/classes");
        if (!Files.exists(classes.resolve(main() + ".class"))) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the simulator is not built: nothing in " + classes,
                    "run ./mvnw -q -DskipTests -am -pl test-support package, or start through ./ledger, which does it");
        }
        return classes;
    }

    private Path mark() {
        return directory().run().resolve(name() + ".wanted");
    }
}
