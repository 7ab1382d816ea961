package io.flexledger.testing.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A client written by others, for another platform, in a process of its own. It is installed below the build's output
 * at the version and with the checksums of its lock file; a test that needs it is skipped where that cannot be done.
 */
record IndependentClient(Path directory) {

    private static final int INSTALL_SECONDS = 120;
    private static final int RUN_SECONDS = 30;
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "judge.js");

    static IndependentClient require() throws IOException, InterruptedException {
        Path directory =
                Files.createDirectories(Path.of("target", "gateway-judge").toAbsolutePath());
        for (String file : FILES) {
            try (InputStream in = IndependentClient.class.getResourceAsStream("/testing/gateway/judge/" + file)) {
                Files.write(
                        directory.resolve(file),
                        Objects.requireNonNull(in, file).readAllBytes());
            }
        }
        if (!Files.exists(directory.resolve("node_modules/@stoqey/ib/package.json"))) {
            Path log = directory.resolve("install.log");
            require(run(directory, log, "node", "--version"), "there is no Node here");
            require(
                    run(directory, log, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
                    "npm is missing, or the package cannot be had: see " + log);
        }
        return new IndependentClient(directory);
    }

    /** What it decoded. */
    JsonNode watch(int port, int clientId, String account, int conId) throws IOException, InterruptedException {
        Path output = directory.resolve("judge-%d.log".formatted(port));
        Process process = start(
                directory,
                output,
                List.of("node", "judge.js", "" + port, "" + clientId, account, Integer.toString(conId)));
        if (!process.waitFor(RUN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String last = Files.readAllLines(output).stream()
                .filter(line -> line.startsWith("{"))
                .reduce((_, second) -> second)
                .orElseThrow(() -> new IOException("the client said nothing, see " + output));
        return new JsonMapper().readTree(last);
    }

    private static boolean run(Path directory, Path log, String... command) throws InterruptedException {
        try {
            Process process = start(directory, log, List.of(command));
            if (!process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException _) {
            return false; // There is no such program.
        }
    }

    private static Process start(Path directory, Path output, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            String skipped = "Skipped: no independent client, " + reason;
            System.out.println(skipped);
            Assumptions.abort(skipped);
        }
    }
}
