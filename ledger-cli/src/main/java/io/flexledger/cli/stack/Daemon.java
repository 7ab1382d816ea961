package io.flexledger.cli.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process of a stack that lives on when the command that started it ends.
 *
 * <p>Its command line carries a mark that names stack and process. A process number from an old file is believed only
 * if the process behind it has that mark, so nobody else's process is ever taken for ours.
 *
 * @param name of the process, its log and its file
 */
record Daemon(String name, StackDirectory directory) {

    // The shell writes its own process number and then becomes the program: no moment without a file.
    private static final String RECORD_PID = "echo $$ > \"$0\"; exec \"$@\"";

    /**
     * What runs in it.
     *
     * @param command     the program first, its arguments after it; the mark is put between
     * @param environment added to this command's own
     */
    record Program(List<String> command, Map<String, String> environment) {

        Program {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }

        /**
         * Of what this command was given, what is meant for one service alone is not handed on unless it is told so.
         */
        void adapt(Map<String, String> inherited) {
            inherited.keySet().removeIf(name -> Settings.isOfFetching(name) || Settings.isOfTelling(name));
            inherited.putAll(environment);
        }
    }

    void start(Program program) throws IOException {
        Path log = directory.log(name);
        LogRotation.apply(log);
        Files.deleteIfExists(pidFile());
        List<String> line = new ArrayList<>(OwnSession.prefix());
        line.addAll(List.of("sh", "-c", RECORD_PID, pidFile().toString()));
        line.add(program.command.getFirst());
        line.add(mark());
        line.addAll(program.command.subList(1, program.command.size()));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.root().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        program.adapt(builder.environment());
        Process started = builder.start();
        awaitPidFile(started);
    }

    /** The living process; empty when it never started, has ended, or its number now belongs to another. */
    Optional<ProcessHandle> process() {
        return pid().flatMap(ProcessHandle::of).filter(this::isOurs);
    }

    /** When the living process was started, as far as the system tells. */
    Optional<Instant> started() {
        return process().flatMap(process -> process.info().startInstant());
    }

    private boolean isOurs(ProcessHandle process) {
        Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        if (!Files.exists(line)) {
            return process.info()
                    .arguments()
                    .filter(arguments -> List.of(arguments).contains(mark()))
                    .isPresent();
        }
        try { // Java's own look at it ends after a page, and a long line then has no arguments at all.
            String arguments = new String(Files.readAllBytes(line), StandardCharsets.UTF_8);
            return List.of(arguments.split("\0")).contains(mark());
        } catch (IOException _) {
            return false; // ended meanwhile
        }
    }

    private Optional<Long> pid() {
        try {
            String content =
                    Files.exists(pidFile()) ? Files.readString(pidFile()).strip() : "";
            return content.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(content));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty(); // Removed meanwhile, or torn by a power cut: either way it names no process.
        }
    }

    private void awaitPidFile(Process started) throws IOException {
        try {
            while (pid().isEmpty() && started.isAlive()) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting " + name, e);
        }
    }

    private String mark() {
        return "-Dflexledger.process=" + name + "@" + directory.root();
    }

    private Path pidFile() {
        return directory.run().resolve(name + ".pid");
    }
}
