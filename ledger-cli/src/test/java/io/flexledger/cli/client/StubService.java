package io.flexledger.cli.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that gives the answers it was told to give and keeps what it was asked. */
public final class StubService implements AutoCloseable {

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final Reply otherwise;

    /** One answer to everything that has none of its own. */
    public StubService(int status, String body) throws IOException {
        otherwise = new Reply(status, body, Map.of());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers 404 to what it was not told about. */
    public static StubService empty() throws IOException {
        return new StubService(404, "{}");
    }

    private record Reply(int status, String body, Map<String, String> headers) {}

    /**
     * The next answer to a request; the last of them is given again and again.
     *
     * @param request method and path, such as {@code GET /x}
     */
    public StubService on(String request, int status, String body) {
        return on(request, status, body, Map.of());
    }

    public StubService on(String request, int status, String body, Map<String, String> headers) {
        replies.computeIfAbsent(request, _ -> new ArrayDeque<>()).add(new Reply(status, body, headers));
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Method, address and body of each. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add("%s %s %s"
                .formatted(exchange.getRequestMethod(), exchange.getRequestURI(), received)
                .strip());
        Deque<Reply> told = replies.getOrDefault(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(), new ArrayDeque<>());
        Reply reply = told.size() > 1 ? told.removeFirst() : told.isEmpty() ? otherwise : told.getFirst();
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
