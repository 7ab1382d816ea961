package io.flexledger.benchmarks.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.EventId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of the report in a headless Chromium, which notes when each fill first was in the document, by event. */
final class FillPage implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    /** In the page's own time, which is that of this machine; a change is noted before it is painted. */
    private static final String NOTE = """
        window.fillsSeen = {};
        (() => {
          const note = () => {
            const now = performance.timeOrigin + performance.now();
            for (const row of document.querySelectorAll("[data-fill]")) window.fillsSeen[row.dataset.fill] ??= now;
          };
          note();
          new MutationObserver(note).observe(document, { childList: true, subtree: true });
        })()\
        """;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private int commands;

    /** Where a browser is, if there is one. */
    static Optional<Path> program() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    FillPage(Path program, URI url) throws Exception {
        profile = Files.createTempDirectory("fill-page");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--remote-debugging-port=0",
                        "--window-size=1280,900",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(profile.resolve("log").toFile())
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page(port()), new Listener())
                .get(20, TimeUnit.SECONDS);
        command("Page.enable", Map.of());
        command("Page.navigate", Map.of("url", url.toString()));
        while (!evaluate("document.readyState === 'complete' && location.href.startsWith('http')")
                .asBoolean()) {
            Thread.sleep(50);
        }
        evaluate(NOTE);
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
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var message = ContractJson.read(text.toString(), JsonNode.class);
                text.setLength(0);
                if (message.has("id")) {
                    answers.add(message);
                }
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    ProcessHandle browser() {
        return process.toHandle();
    }

    Map<EventId, Instant> seen() throws InterruptedException {
        var seen = new HashMap<EventId, Instant>();
        evaluate("window.fillsSeen")
                .properties()
                .forEach(fill -> seen.put(
                        EventId.parse(fill.getKey()),
                        Instant.EPOCH.plus(Math.round(fill.getValue().asDouble() * 1_000), ChronoUnit.MICROS)));
        return seen;
    }

    int count() throws InterruptedException {
        return evaluate("Object.keys(window.fillsSeen).length").asInt();
    }

    /** How many answers the page has fetched since it was opened, and the median time they took in milliseconds. */
    String fetched() throws InterruptedException {
        return evaluate("""
            (() => {
              const all = performance.getEntriesByType("resource").filter((e) => e.initiatorType === "fetch");
              const took = all.map((e) => e.duration).sort((a, b) => a - b);
              const size = all.reduce((sum, e) => sum + e.decodedBodySize, 0) / all.length / 1000;
              return `${ all.length } of them, median ${ took[took.length >> 1]?.toFixed(0) } ms, ${ size.toFixed(0) } kB`;
            })()\
            """).asText();
    }

    private JsonNode evaluate(String expression) throws InterruptedException {
        return command("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
                .at("/result/value");
    }

    private JsonNode command(String method, Map<String, ?> parameters) throws InterruptedException {
        var command = ContractJson.MAPPER.createObjectNode();
        command.put("id", ++commands).put("method", method);
        command.set("params", ContractJson.MAPPER.valueToTree(parameters));
        socket.sendText(new String(ContractJson.write(command), StandardCharsets.UTF_8), true)
                .join();
        var answer = answers.poll(60, TimeUnit.SECONDS);
        if (answer == null || answer.has("error")) {
            throw new IllegalStateException(method + ": " + answer);
        }
        return answer.get("result");
    }

    /** The browser's own processes write to the profile until the last of them has ended. */
    @Override
    public void close() throws IOException {
        var family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        socket.abort();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> member.onExit().join());
        try (var files = Files.walk(profile)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
