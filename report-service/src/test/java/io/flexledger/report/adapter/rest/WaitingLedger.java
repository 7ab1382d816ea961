package io.flexledger.report.adapter.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ledger-service that has booked U1000001, is about to book U8, and cannot book U9. */
public final class WaitingLedger implements QuarkusTestResourceLifecycleManager {

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/ledger/accounts", WaitingLedger::accounts);
            server.start();
            return Map.of(
                    "quarkus.rest-client.ledger.url",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accounts(HttpExchange exchange) throws IOException {
        var body = """
                [{"account":"U1000001","base":"HKD","lastDay":"2025-07-18"},
                 {"account":"U8","base":"USD","dirtyFrom":"2025-07-17"},
                 {"account":"U9","dirtyFrom":"2025-07-17","lastDay":"2025-07-18",
                  "held":"no rate from <EUR> to HKD on 2025-07-17"}]
                """.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
