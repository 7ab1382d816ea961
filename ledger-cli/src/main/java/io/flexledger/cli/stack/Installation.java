package io.flexledger.cli.stack;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The built programs.
 *
 * @param home      the checkout
 * @param java      the {@code java} program this command runs on; the services run on the same
 * @param classPath of this command, which holds the broker too
 */
public record Installation(Path home, Path java, String classPath) {

    public static Installation at(Path home) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new Installation(home, java, System.getProperty("java.class.path"));
    }

    Path jar(Service service) {
        Path jar = home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "%s is not built: %s is missing".formatted(service.module(), jar),
                    "run ./mvnw -q -DskipTests package, or start through ./ledger, which builds what is missing");
        }
        return jar;
    }

    /** When a service was built last. */
    Instant built(Service service) throws IOException {
        return Files.getLastModifiedTime(jar(service)).toInstant();
    }

    ClassArchive archive(Service service, String stack) {
        return archive(service.module(), jar(service).resolveSibling("."), stack);
    }

    ClassArchive brokerArchive(String stack) {
        return archive("ledger-cli", home.resolve("ledger-cli/target"), stack);
    }

    private ClassArchive archive(String module, Path jars, String stack) {
        return ClassArchive.of(home.resolve(module).resolve("target/class-archive"), jars.normalize(), stack);
    }

    public Path samples() {
        return home.resolve("samples");
    }
}
