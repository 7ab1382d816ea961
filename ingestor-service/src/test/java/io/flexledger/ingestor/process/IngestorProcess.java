package io.flexledger.ingestor.process;

import static io.flexledger.testing.Patience.await;

import io.flexledger.testing.SharedData;
import io.flexledger.testing.TestStack;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** The packaged service as a process of its own, on the test's broker and database. */
final class IngestorProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Process process;
    private final int port;
    private final Path log;

    private IngestorProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Returns when the service is ready. */
    static IngestorProcess start(String... jvmArguments) throws IOException, InterruptedException {
        return start(Map.of(), jvmArguments);
    }

    /** @param settings as the environment of the process, over those of the test's broker and database */
    static IngestorProcess start(Map<String, String> settings, String... jvmArguments)
            throws IOException, InterruptedException {
        var service = begin(settings, jvmArguments);
        service.awaitReady();
        return service;
    }

    /** Returns at once. */
    static IngestorProcess begin(Map<String, String> settings, String... jvmArguments) throws IOException {
        var jar = SharedData.projectRoot().resolve("ingestor-service/target/quarkus-app/quarkus-run.jar");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(jvmArguments));
        command.addAll(List.of("-jar", jar.toString()));
        int port = freePort();
        var log = Files.createDirectories(jar.resolveSibling("../process-logs")).resolve("ingestor-" + port + ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(IngestorProcess::isOfSomebodysBroker);
        builder.environment().putAll(TestStack.running().settings());
        builder.environment().put("FLEXLEDGER_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(settings);
        return new IngestorProcess(builder.start(), port, log);
    }

    /** What whoever runs the tests may have set for a broker that is real. */
    private static boolean isOfSomebodysBroker(String name) {
        return name.equals("ACCOUNT_ID") || name.startsWith("IBKR_") || name.startsWith("FLEX");
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Returns when the process has ended by itself. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process did not end");
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofInputStream());
    }

    /** @param announced whether the size is told before the bytes are sent */
    HttpResponse<String> upload(LargeBody report, boolean announced) throws IOException, InterruptedException {
        return client.send(request(report, announced), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> beginUpload(LargeBody report) throws IOException {
        return client.sendAsync(request(report, true), BodyHandlers.ofString());
    }

    /** Used bytes of the heap right now, garbage included. */
    long heap() throws IOException, InterruptedException {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpRequest request(LargeBody report, boolean announced) throws IOException {
        BodyPublisher body = BodyPublishers.ofInputStream(report::open);
        return HttpRequest.newBuilder(uri("/ingestion/files?name=large.xml"))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/xml")
                .POST(announced ? BodyPublishers.fromPublisher(body, report.size()) : body)
                .build();
    }

    void awaitReady() throws IOException {
        try {
            await().atMost(START).until(() -> !process.isAlive() || isReady());
        } catch (ConditionTimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the service did not become ready:\n" + log(), e);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended at once:\n" + log());
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException _) {
            return false; // not listening yet
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
