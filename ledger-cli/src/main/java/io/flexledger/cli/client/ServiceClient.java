package io.flexledger.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.contracts.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** One service of a stack, over HTTP; whatever goes wrong is a {@link CommandFailure} that says what to do. */
public final class ServiceClient {

    public static final String JSON = "application/json";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);

    private final String service;
    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /** @param service its name, as a person reads it in a message */
    public ServiceClient(String service, int port) {
        this.service = service;
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    public URI base() {
        return base;
    }

    public String service() {
        return service;
    }

    public JsonNode getJson(String path, Map<String, String> query) {
        return json(get(path, query, JSON));
    }

    /** The body of a good answer. */
    public String get(String path, Map<String, String> query, String accept) {
        return expectGood(send(request(path, query).header("Accept", accept).GET()))
                .body();
    }

    /** The answer, good or not. */
    public Answer post(String path, Map<String, String> query, String contentType, HttpRequest.BodyPublisher body) {
        return send(request(path, query)
                .header("Accept", JSON)
                .header("Content-Type", contentType)
                .POST(body));
    }

    /** What a service said. */
    public record Answer(int status, String body) {

        public boolean good() {
            return status / 100 == 2;
        }
    }

    /** The failure a bad answer stands for. */
    public CommandFailure failure(Answer answer) {
        return Problem.of(answer).failure(service);
    }

    private Answer expectGood(Answer answer) {
        if (!answer.good()) {
            throw failure(answer);
        }
        return answer;
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(base.resolve(parameters.isEmpty() ? path : path + "?" + parameters))
                .timeout(ANSWER_TIMEOUT);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.UPSTREAM,
                    "%s does not answer at %s".formatted(service, base),
                    "see ./ledger status; ./ledger up -d starts what is down",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "interrupted while waiting for " + service, null, e);
        }
    }

    public JsonNode json(String body) {
        try {
            return ContractJson.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new CommandFailure(ExitCode.UPSTREAM, service + " answered with something that is not JSON", null, e);
        }
    }
}
