package io.flexledger.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** Runs a command as a shell would, and keeps what it wrote. */
final class Shell {

    private final Path home;
    private final Map<String, String> environment;
    private final boolean terminal;

    Shell(Path home) {
        this(home, Map.of(), false);
    }

    Shell(Path home, Map<String, String> environment, boolean terminal) {
        this.home = home;
        this.environment = environment;
        this.terminal = terminal;
    }

    /** How a command ended. */
    record Ended(int code, String out, String err) {}

    Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Ledger.run(
                new Surroundings(new PrintWriter(out), new PrintWriter(err), environment, home, terminal), arguments);
        return new Ended(code, out.toString(), err.toString());
    }
}
