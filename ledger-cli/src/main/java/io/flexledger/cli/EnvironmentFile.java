package io.flexledger.cli;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Variables that stand in a file {@code .env} because nobody sets them in a shell; see {@code .env.example}. */
public record EnvironmentFile(Path path) {

    private static final String NAME = ".env";

    public static EnvironmentFile in(Path directory) {
        return new EnvironmentFile(directory.resolve(NAME));
    }

    /** The environment, and below it the file of each directory, the first of them above the others. */
    static Map<String, String> under(Map<String, String> environment, Path... directories) {
        Map<String, String> all = new HashMap<>(environment);
        for (Path directory : directories) {
            in(directory).read().forEach(all::putIfAbsent);
        }
        return Map.copyOf(all);
    }

    public boolean exists() {
        return Files.isRegularFile(path);
    }

    /** Empty where there is no such file; a name without a value sets nothing, as in the template. */
    Map<String, String> read() {
        Map<String, String> variables = new HashMap<>();
        if (exists()) {
            for (DotenvEntry entry : load().entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)) {
                if (!entry.getValue().isEmpty()) {
                    variables.put(entry.getKey(), entry.getValue());
                }
            }
        }
        return variables;
    }

    private Dotenv load() {
        try {
            return Dotenv.configure()
                    .directory(String.valueOf(path.toAbsolutePath().getParent()))
                    .filename(NAME)
                    .load();
        } catch (DotenvException _) {
            // Its message holds the line, and the line may hold a secret.
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "cannot read " + path + ": a line is neither NAME=value nor a comment",
                    "compare it with .env.example");
        }
    }
}
