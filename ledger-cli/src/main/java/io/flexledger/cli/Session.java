package io.flexledger.cli;

import io.flexledger.cli.stack.StackDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command knows: its surroundings, and the options that are the same everywhere. */
public final class Session {

    private static final String DATA_DIR = "FLEXLEDGER_DATA_DIR";
    private static final String DEFAULT_NAME = "default";

    private final Surroundings surroundings;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The stack to talk to, by the directory that holds its data (or $FLEXLEDGER_DATA_DIR;"
                    + " default: .flexledger/default in the checkout).")
    private @Nullable Path dataDir;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say nothing but errors.")
    private boolean quiet;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colours (or $NO_COLOR).")
    private boolean noColor;

    public Session(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    /** Where data goes. */
    public PrintWriter out() {
        return surroundings.out();
    }

    public Talk talk() {
        return new Talk(surroundings.err(), quiet, surroundings.terminal(), color());
    }

    public boolean color() {
        return surroundings.terminal() && !noColor && environment("NO_COLOR").isEmpty();
    }

    /** The directory the person named, else the one for this command. */
    public StackDirectory stackDirectory(String defaultName) {
        Path chosen = Optional.ofNullable(dataDir)
                .or(() -> environment(DATA_DIR).map(Path::of))
                .orElseGet(() -> surroundings.home().resolve(".flexledger").resolve(defaultName));
        return new StackDirectory(chosen.toAbsolutePath().normalize());
    }

    public StackDirectory stackDirectory() {
        return stackDirectory(DEFAULT_NAME);
    }

    /** What a person types after a command's name to reach this stack again. */
    public String optionFor(StackDirectory directory) {
        Path usual = environment(DATA_DIR)
                .map(Path::of)
                .orElseGet(() -> surroundings.home().resolve(".flexledger").resolve(DEFAULT_NAME));
        return directory.root().equals(usual.toAbsolutePath().normalize()) ? "" : " --data-dir " + directory.root();
    }

    /** A variable that is set, and not to nothing. */
    public Optional<String> environment(String name) {
        return Optional.ofNullable(surroundings.environment().get(name)).filter(value -> !value.isEmpty());
    }
}
