package io.flexledger.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where one PostgreSQL server keeps its files and listens.
 *
 * @param directory   holds the data, the passwords and the log; made when absent
 * @param port        on 127.0.0.1
 * @param binaryCache where the programs are unpacked, shared by all servers of one person
 * @param timeout     the longest wait for a start or a stop
 */
public record PostgresSettings(Path directory, int port, Path binaryCache, Duration timeout) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    public PostgresSettings {
        directory = directory.toAbsolutePath().normalize();
        binaryCache = binaryCache.toAbsolutePath().normalize();
    }

    public static PostgresSettings of(Path directory, Ports ports) {
        return new PostgresSettings(directory, ports.of(StackPort.POSTGRES), userCache(), TIMEOUT);
    }

    public PostgresSettings withTimeout(Duration newTimeout) {
        return new PostgresSettings(directory, port, binaryCache, newTimeout);
    }

    Path data() {
        return directory.resolve("pgdata");
    }

    Path password() {
        return directory.resolve("password");
    }

    Path roles() {
        return directory.resolve("roles.properties");
    }

    Path log() {
        return directory.resolve("postgres.log");
    }

    private static Path userCache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(dir -> !dir.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("flexledger");
    }
}
