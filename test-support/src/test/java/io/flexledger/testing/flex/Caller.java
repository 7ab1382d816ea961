package io.flexledger.testing.flex;

import io.flexledger.testing.flex.service.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An ordinary HTTP client that asks the simulator as a program would. */
record Caller(FlexSimulator broker, HttpClient client) implements AutoCloseable {

    static final String TOKEN = "a-secret-token";
    static final String QUERY = "1234567";

    static Caller of(FlexSimulator broker) {
        return new Caller(
                broker,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build());
    }

    /** The reference of a receipt. */
    String request(String more) throws IOException, InterruptedException {
        String answer = text(send(more));
        return tag(answer, "ReferenceCode").orElseThrow(() -> new AssertionError("no receipt: " + answer));
    }

    HttpResponse<byte[]> send(String more) throws IOException, InterruptedException {
        return get(Endpoint.SEND_REQUEST, "t=%s&q=%s&v=3%s".formatted(TOKEN, QUERY, more));
    }

    HttpResponse<byte[]> fetch(String reference) throws IOException, InterruptedException {
        return get(Endpoint.GET_STATEMENT, "t=%s&q=%s&v=3".formatted(TOKEN, reference));
    }

    /** Both calls. */
    String report(String more) throws IOException, InterruptedException {
        return text(fetch(request(more)));
    }

    HttpResponse<byte[]> get(Endpoint endpoint, String query) throws IOException, InterruptedException {
        return get(endpoint.path() + "?" + query);
    }

    HttpResponse<byte[]> get(String target) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(broker.baseUrl().resolve(target))
                .header("User-Agent", "Flexledger/1.0")
                .timeout(Duration.ofSeconds(30))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> control(String method, String path, String body) throws IOException, InterruptedException {
        URI target = broker.baseUrl().resolve("/simulator/" + path);
        return client.send(
                HttpRequest.newBuilder(target)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static String code(HttpResponse<byte[]> answer) {
        return tag(text(answer), "ErrorCode").orElse("");
    }

    private static Optional<String> tag(String xml, String name) {
        return Pattern.compile("<%1$s>(.*?)</%1$s>".formatted(name))
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    /** The values of an attribute, in order. */
    static List<String> values(String xml, String attribute) {
        return Pattern.compile(" %s=\"(.*?)\"".formatted(attribute))
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
