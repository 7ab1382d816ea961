package io.flexledger.report.adapter.rest.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A headless Chromium, steered over its DevTools protocol. */
final class Browser implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private int commands;

    /** Where a browser is, if there is one. */
    static Optional<Path> find() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    Browser(Path program) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        profile = Files.createTempDirectory("pages");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(profile.resolve("log").toFile())
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page(port()), new Listener())
                .get(1, TimeUnit.MINUTES);
        command("Page.enable", Map.of());
        command("Runtime.enable", Map.of());
        command("Log.enable", Map.of());
    }

    private int port() throws IOException, InterruptedException {
        var file = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < 300; i++) {
            if (Files.exists(file) && Files.readAllLines(file).size() > 1) {
                return Integer.parseInt(Files.readAllLines(file).getFirst());
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("the browser did not start: " + Files.readString(profile.resolve("log")));
    }

    private static URI page(int port) throws IOException {
        try (var in = URI.create("http://127.0.0.1:" + port + "/json").toURL().openStream()) {
            for (var target : ContractJson.MAPPER.readTree(in.readAllBytes())) {
                if (target.get("type").asText().equals("page")) {
                    return URI.create(target.get("webSocketDebuggerUrl").asText());
                }
            }
        }
        throw new IllegalStateException("the browser has no page");
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add(ContractJson.read(text.toString(), JsonNode.class));
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Shows a page at a width, light or dark; as if on that medium, or on whichever it is on. */
    void open(String url, int width, String scheme, String media) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
        command(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        command("Page.navigate", Map.of("url", url));
        await("document.readyState === 'complete' && location.href.startsWith('" + url + "')");
    }

    /** Waits until an expression is true. */
    void await(String expression) {
        Awaitility.await(expression)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(25))
                .until(() -> evaluate(expression).asBoolean());
    }

    JsonNode evaluate(String expression) {
        var answer = command("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    void press(String key) {
        for (var type : List.of("keyDown", "keyUp")) {
            command("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "text", key.length() == 1 ? key : ""));
        }
    }

    void click(double x, double y) {
        for (var type : List.of("mousePressed", "mouseReleased")) {
            command(
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
        }
    }

    /** The whole page as a picture. */
    void picture(Path file) throws IOException {
        var size = evaluate("document.documentElement.scrollHeight").asInt();
        var width = evaluate("document.documentElement.clientWidth").asInt();
        var answer = command(
                "Page.captureScreenshot",
                Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", size, "scale", 1)));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(answer.get("data").asText()));
    }

    /** What a printer would get. */
    void print(Path file) throws IOException {
        var answer = command("Page.printToPDF", Map.of("printBackground", false, "preferCSSPageSize", true));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(answer.get("data").asText()));
    }

    private JsonNode command(String method, Map<String, ?> parameters) {
        int id = ++commands;
        ObjectNode command = ContractJson.MAPPER.createObjectNode();
        command.put("id", id).put("method", method);
        command.set("params", ContractJson.MAPPER.valueToTree(parameters));
        socket.sendText(new String(ContractJson.write(command), StandardCharsets.UTF_8), true)
                .join();
        try {
            while (true) {
                var message = messages.poll(30, TimeUnit.SECONDS);
                if (message == null) {
                    throw new IllegalStateException("the browser does not answer " + method);
                }
                if (message.path("id").asInt() == id) {
                    if (message.has("error")) {
                        throw new IllegalStateException(method + ": " + message.get("error"));
                    }
                    return message.get("result");
                }
                remember(message);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final StringBuilder complaints = new StringBuilder();

    private void remember(JsonNode message) {
        var method = message.path("method").asText();
        if (method.equals("Runtime.exceptionThrown")
                || (method.equals("Log.entryAdded")
                        && message.at("/params/entry/level").asText().equals("error"))) {
            complaints.append(message.get("params")).append('\n');
        }
    }

    /** Errors of scripts and failed requests so far. */
    String complaints() {
        return complaints.toString();
    }

    /** The browser's own processes write to the profile until the last of them has ended. */
    @Override
    public void close() throws IOException {
        var family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        socket.abort();
        process.destroy();
        family.forEach(member -> member.onExit()
                .orTimeout(1, TimeUnit.MINUTES)
                .exceptionally(late -> {
                    member.destroyForcibly();
                    return member;
                })
                .join());
        try (var files = Files.walk(profile)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
