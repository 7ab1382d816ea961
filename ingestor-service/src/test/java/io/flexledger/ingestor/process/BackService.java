package io.flexledger.ingestor.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flexledger.contracts.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stands where mapper, ledger or report is, and says how far it is. */
final class BackService implements AutoCloseable {

    /** What it is asked it answers, or not. */
    enum Mood {
        DONE,
        STANDS_STILL,
        SILENT
    }

    private static final int ROWS = 7;

    private final HttpServer server;
    private volatile Mood mood = Mood.DONE;
    private volatile CountDownLatch asked = new CountDownLatch(1);

    BackService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/progress", this::progress);
        server.createContext("/mapping/artifacts/", exchange -> answer(exchange, """
                {"rows": {"total": %d}}""".formatted(ROWS)));
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void set(Mood other) {
        asked = new CountDownLatch(1);
        mood = other;
    }

    /** Whether somebody has asked since the mood was set. */
    boolean wasAsked() {
        return asked.getCount() == 0;
    }

    private void progress(HttpExchange exchange) throws IOException {
        asked.countDown();
        switch (mood) {
            case SILENT -> {} // the exchange stays open, and no byte comes
            case STANDS_STILL -> answer(exchange, """
                    {"consumed": {}, "outbox": 1}""");
            case DONE -> answer(exchange, everything());
        }
    }

    /** Every topic, to an end that is never reached. */
    private static String everything() {
        return Arrays.stream(Topics.values())
                .flatMap(topic -> IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(partition -> "\"%s-%d\": %d".formatted(topic, partition, Long.MAX_VALUE)))
                .collect(Collectors.joining(", ", "{\"consumed\": {", "}, \"outbox\": 0}"));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
