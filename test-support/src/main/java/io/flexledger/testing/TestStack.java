package io.flexledger.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The broker and the database of this test JVM: one of each, started when first asked for, gone when the JVM is.
 *
 * <p>They run in a process of their own. Quarkus loads tests in class loaders that come and go, and a broker living in
 * one of them would lose its classes with it.
 */
public final class TestStack {

    /** Seen by all class loaders of this JVM, as a static field would not be. */
    private static final String KEY = "io.flexledger.testing.stack";

    private TestStack() {}

    /** Returns once both answer, topics and schemas are made. */
    public static StackAddress running() {
        synchronized (System.getProperties()) {
            String known = System.getProperty(KEY);
            if (known == null) {
                known = launch();
                System.setProperty(KEY, known);
            }
            return StackAddress.read(known);
        }
    }

    private static String launch() {
        try {
            Process process = new ProcessBuilder(command())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            StringBuilder text = new StringBuilder();
            BufferedReader output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(StackProcess.READY)) {
                    keep(process);
                    return text.toString();
                }
                text.append(line).append('\n');
            }
            throw new IllegalStateException("the test stack did not start; its messages are above");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process ends when its standard input does; a collected Process object would close it. */
    private static void keep(Process process) {
        Thread.ofPlatform().daemon().name("test-stack").start(() -> {
            try {
                process.waitFor();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                StackProcess.class.getName());
    }
}
