package io.flexledger.benchmarks.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The report's server-sent events, and when each execution first was among them. */
final class FillStream implements AutoCloseable {

    private static final Pattern EXECUTION = Pattern.compile("\"execId\":\"([^\"]+)\\.[0-9]+\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final AtomicInteger endings = new AtomicInteger();
    private volatile boolean closed;

    private FillStream() {}

    static FillStream open(URI url) {
        var stream = new FillStream();
        Thread.ofPlatform().daemon().name("fill-stream").start(() -> stream.follow(url));
        return stream;
    }

    private void follow(URI url) {
        var request = HttpRequest.newBuilder(url)
                .header("Accept", "text/event-stream")
                .build();
        while (!closed) {
            try (var lines = http.send(request, BodyHandlers.ofLines()).body()) {
                lines.forEach(this::line);
            } catch (IOException | UncheckedIOException lost) {
                // Opened anew, as a browser does.
            } catch (InterruptedException _) {
                return;
            }
            endings.incrementAndGet();
        }
    }

    private void line(String line) {
        var now = Instant.now();
        var execution = EXECUTION.matcher(line);
        if (execution.find()) {
            seen.putIfAbsent(execution.group(1), now);
        }
    }

    Map<String, Instant> seen() {
        return Map.copyOf(seen);
    }

    int count() {
        return seen.size();
    }

    /** How often it was cut off and opened anew. */
    int endings() {
        return endings.get();
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
    }
}
