package io.flexledger.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command is given by the machine it runs on.
 *
 * @param out         takes data, and nothing else
 * @param err         takes what is said to the person
 * @param environment variables, with those of a file {@code .env} below them
 * @param home        the checkout, which holds the built services and the samples
 * @param terminal    whether a person reads {@code err} on a terminal
 */
public record Surroundings(
        PrintWriter out, PrintWriter err, Map<String, String> environment, Path home, boolean terminal) {

    /** As the launcher script describes them in system properties. */
    static Surroundings ofProcess() {
        Path home = Path.of(System.getProperty("flexledger.home", "."))
                .toAbsolutePath()
                .normalize();
        return new Surroundings(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                EnvironmentFile.under(System.getenv(), Path.of("").toAbsolutePath(), home),
                home,
                Boolean.getBoolean("flexledger.terminal"));
    }
}
