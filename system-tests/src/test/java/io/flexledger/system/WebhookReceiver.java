package io.flexledger.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flexledger.contracts.ContractJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes messages as <em>Standard Webhooks</em> has them, and refuses those that are not signed. */
final class WebhookReceiver implements AutoCloseable {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** @param at when it came */
    record Received(String id, JsonNode message, boolean genuine, Instant at) {

        String kind() {
            return message.at("/data/kind").asText();
        }
    }

    private WebhookReceiver(HttpServer server) {
        this.server = server;
    }

    static WebhookReceiver start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var receiver = new WebhookReceiver(server);
        server.createContext("/alerts", receiver::take);
        server.start();
        return receiver;
    }

    String url() {
        return "http://127.0.0.1:%d/alerts".formatted(server.getAddress().getPort());
    }

    /** What is shared with the sender. */
    static String secret() {
        return "whsec_" + Base64.getEncoder().encodeToString(KEY);
    }

    /** In the order in which they came. */
    List<Received> received() {
        return List.copyOf(received);
    }

    List<Received> of(String kind) {
        return received.stream().filter(one -> one.kind().equals(kind)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var id = header(exchange, "webhook-id");
            var genuine = isGenuine(exchange, id, body);
            received.add(new Received(id, ContractJson.read(body, JsonNode.class), genuine, Instant.now()));
            exchange.sendResponseHeaders(genuine ? 204 : 401, -1);
        }
    }

    private static boolean isGenuine(HttpExchange exchange, String id, byte[] body) {
        var seconds = header(exchange, "webhook-timestamp");
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), Instant.now());
        var signature = header(exchange, "webhook-signature");
        var expected = "v1," + Base64.getEncoder().encodeToString(mac(id + "." + seconds + ".", body));
        return age.abs().compareTo(TOLERANCE) < 0
                && List.of(signature.split(" ", -1)).stream()
                        .anyMatch(one -> MessageDigest.isEqual(
                                one.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] mac(String before, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
