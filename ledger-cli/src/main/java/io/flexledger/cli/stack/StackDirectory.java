package io.flexledger.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.stack.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where one stack keeps everything: data, logs, and what is known of its processes. */
public record StackDirectory(Path root) {

    private static final int TAIL_LINES = 12;

    public Path logs() {
        return root.resolve("logs");
    }

    /** Holds a file per running process. */
    Path run() {
        return root.resolve("run");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    /** Held while processes are started or stopped. */
    Path lock() {
        return root.resolve("lock");
    }

    /** Present while the stack is meant to be down, so that a supervisor does not bring it back. */
    Path stopped() {
        return run().resolve("stopped");
    }

    /** The ports this stack used last; empty where there has never been one. */
    public Optional<Ports> ports() {
        Path file = root.resolve("stack.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode stack = ContractJson.MAPPER.readTree(file.toFile());
            return Optional.of(new Ports(stack.path("portBase").asInt()));
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "cannot read %s: %s".formatted(file, e.getMessage()),
                    "remove the file and start the stack again",
                    e);
        }
    }

    void remember(Ports ports) throws IOException {
        Path unfinished = root.resolve("stack.json.new");
        Files.writeString(
                unfinished,
                ContractJson.MAPPER
                                .createObjectNode()
                                .put("portBase", ports.base())
                                .toPrettyString() + "\n");
        Files.move(
                unfinished,
                root.resolve("stack.json"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    void create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(run());
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "cannot write to the data directory %s: %s".formatted(root, e.getMessage()),
                    "choose another with --data-dir",
                    e);
        }
    }

    /** The end of a process's log without its stack frames, for a person who must find out why it died. */
    String logTail(String process) {
        try (Stream<String> lines = Files.lines(log(process))) {
            List<String> all = lines.filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t..."))
                    .filter(line -> !line.isBlank())
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - TAIL_LINES), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(cannot be read: %s)".formatted(e.getMessage());
        }
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }
}
