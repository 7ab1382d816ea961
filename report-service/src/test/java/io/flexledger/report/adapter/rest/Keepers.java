package io.flexledger.report.adapter.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapper-service that has every row but row 2, which it lacks, and row 5, at which it fails; a realtime-gateway-service
 * that has one message; and no ingestor-service at all: its port is closed.
 */
public final class Keepers implements QuarkusTestResourceLifecycleManager {

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/mapping/artifacts/", Keepers::row);
            server.createContext("/gateway/frames/", Keepers::frame);
            server.start();
            return Map.of(
                    "quarkus.rest-client.mapper.url",
                            "http://127.0.0.1:" + server.getAddress().getPort(),
                    "quarkus.rest-client.realtime.url",
                            "http://127.0.0.1:" + server.getAddress().getPort(),
                    "quarkus.rest-client.ingestor.url", "http://127.0.0.1:" + closedPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void frame(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        boolean kept = path.endsWith("/" + "fa".repeat(32));
        var body = """
                {"sha256":"%s","number":4712,"receivedAt":"2025-07-21T14:30:05Z","serverVersion":200,
                 "section":"NetLiquidation","fields":["6","2","NetLiquidation","100730","HKD","U1000001"],
                 "payloadBase64":"NgAyAA==","related":[]}
                """.formatted("fa".repeat(32)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(kept ? 200 : 404, kept ? body.length : -1);
        if (kept) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static void row(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        int ordinal = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        var body = """
                {"artifact":"%s","ordinal":%d,"section":"Trades","element":"Trade","byteOffset":1234,"byteLength":56,
                 "xml":"<Trade transactionID=\\"3951405190\\" notes=\\"\\" symbol=\\"SPY\\" />",
                 "attributes":{"transactionID":"3951405190","notes":"","symbol":"SPY"},"outcome":"MAPPED"}
                """.formatted("5e".repeat(32), ordinal).getBytes(StandardCharsets.UTF_8);
        int status = ordinal == 2 ? 404 : ordinal == 5 ? 503 : 200;
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
        if (status == 200) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
