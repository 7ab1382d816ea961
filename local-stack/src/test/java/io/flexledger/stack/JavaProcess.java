package io.flexledger.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Another JVM with the class path of this one, so that it can be killed. */
record JavaProcess(Process process, Path output) implements AutoCloseable {

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    static final String CLASS_PATH = System.getProperty("java.class.path");

    static JavaProcess start(List<String> command, Path output) throws IOException {
        return new JavaProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    JavaProcess awaitOutput(String text) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .failFast(this::requireAlive)
                .until(() -> read().contains(text));
        return this;
    }

    private void requireAlive() {
        if (!process.isAlive()) {
            throw new AssertionError("ended with %d: %s".formatted(process.exitValue(), read()));
        }
    }

    /** SIGKILL: the process has no say in it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as an operator or service manager stops a process; returns the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("still running after SIGTERM: " + read());
        }
        return process.exitValue();
    }

    String read() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
