package io.flexledger.benchmarks;

import io.flexledger.stack.Databases;
import io.flexledger.stack.Ports;
import io.flexledger.stack.StackPort;
import io.flexledger.testing.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The checkout's own {@code ./ledger}, on a data directory and ports of its own, of which nothing stays. */
public final class InstalledLedger {

    private final Path directory;
    private final Map<String, String> settings;
    private final Ports ports = Ports.free();

    private InstalledLedger(Path directory, Map<String, String> settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * Stopped and deleted when this process ends, however it ends short of being killed.
     *
     * @param settings what its services are told by their environment
     */
    public static InstalledLedger temporary(Map<String, String> settings) throws IOException {
        var ledger = new InstalledLedger(Files.createTempDirectory("flexledger-benchmark"), settings);
        Runtime.getRuntime().addShutdownHook(new Thread(ledger::remove));
        return ledger;
    }

    /** For files beside the data. */
    Path directory() {
        return directory;
    }

    public Ports ports() {
        return ports;
    }

    public void up() throws IOException, InterruptedException {
        run("up", "-d", "--port-base", Integer.toString(ports.base()));
    }

    /** The processes that run, by name. */
    public SequencedMap<String, ProcessHandle> processes() throws IOException, InterruptedException {
        var lines = run("status", "-o", "csv");
        var columns = List.of(lines.getFirst().split(","));
        var processes = new LinkedHashMap<String, ProcessHandle>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            ProcessHandle.of(Long.parseLong(cells[columns.indexOf("pid")]))
                    .ifPresent(process -> processes.put(cells[columns.indexOf("process")], process));
        }
        return processes;
    }

    /** With every right there is. */
    public Connection database() throws IOException, SQLException {
        var password = Files.readString(directory.resolve("data/postgres/password"));
        var address = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.of(StackPort.POSTGRES), Databases.DATABASE);
        return DriverManager.getConnection(address, "flexledger", password.strip());
    }

    /** @return what the command printed, by line */
    public List<String> run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>(
                List.of(SharedData.projectRoot().resolve("ledger").toString()));
        command.addAll(List.of(arguments));
        var log = directory.resolve("errors.log").toFile();
        var builder = new ProcessBuilder(command).redirectError(log);
        builder.environment().putAll(settings);
        builder.environment()
                .put("FLEXLEDGER_DATA_DIR", directory.resolve("data").toString());
        // A service that is started keeps what its parent wrote to, so that a pipe would have no end.
        var answer = directory.resolve("answer.txt");
        int exit = builder.redirectOutput(answer.toFile()).start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(
                    "ledger " + List.of(arguments) + " ended with " + exit + ":\n" + Files.readString(log.toPath()));
        }
        return Files.readAllLines(answer, StandardCharsets.UTF_8);
    }

    private void remove() {
        try {
            run("down");
            try (Stream<Path> files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
