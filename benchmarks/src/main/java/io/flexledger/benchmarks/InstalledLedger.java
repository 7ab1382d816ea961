package io.flexledger.benchmarks;

import io.flexledger.stack.Ports;
import io.flexledger.testing.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The checkout's own {@code ./ledger}, on a data directory and ports of its own, of which nothing stays. */
final class InstalledLedger {

    private final Path directory;
    private final String portBase = Integer.toString(Ports.free().base());

    private InstalledLedger(Path directory) {
        this.directory = directory;
    }

    /** Stopped and deleted when this process ends, however it ends short of being killed. */
    static InstalledLedger temporary() throws IOException {
        var ledger = new InstalledLedger(Files.createTempDirectory("flexledger-benchmark"));
        Runtime.getRuntime().addShutdownHook(new Thread(ledger::remove));
        return ledger;
    }

    /** For files beside the data. */
    Path directory() {
        return directory;
    }

    void up() throws IOException, InterruptedException {
        run("up", "-d", "--port-base", portBase);
    }

    /** @return what the command printed, by line */
    List<String> run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>(
                List.of(SharedData.projectRoot().resolve("ledger").toString()));
        command.addAll(List.of(arguments));
        var log = directory.resolve("errors.log").toFile();
        var builder = new ProcessBuilder(command).redirectError(log);
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
