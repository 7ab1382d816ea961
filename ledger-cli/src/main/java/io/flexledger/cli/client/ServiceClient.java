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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One service of a stack, over HTTP; whatever goes wrong is a {@link CommandFailure} that says what to do. */
public final class ServiceClient {

    public static final String JSON = "application/json";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);

    private final String service;
    private final URI base;
    private final String advice;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /**
     * One of the stack on this machine.
     *
     * @param service its name, as a person reads it in a message
     */
    public ServiceClient(String service, int port) {
        this(
                service,
                URI.create("http://127.0.0.1:" + port),
                "see ./ledger status; ./ledger up -d starts what is down");
    }

    /**
     * One anywhere.
     *
     * @param base   where its paths begin
     * @param advice what to do when it does not answer
     */
    public ServiceClient(String service, URI base, String advice) {
        this.service = service;
        this.base = base;
        this.advice = advice;
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

    /** The lines of an answer that does not end, as they come; whoever takes them closes them. */
    Stream<String> lines(String path, Map<String, String> query) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(path, query)).header("Accept", "text/event-stream");
        HttpResponse<Stream<String>> response = send(request, HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() / 100 != 2) {
            String body = response.body().collect(Collectors.joining("\n"));
            throw failure(new Answer(response.statusCode(), body, Optional.empty()));
        }
        return response.body();
    }

    /** The answer, good or not. */
    public Answer post(String path, Map<String, String> query, String contentType, HttpRequest.BodyPublisher body) {
        return send(request(path, query)
                .header("Accept", JSON)
                .header("Content-Type", contentType)
                .POST(body));
    }

    /** The answer to a request without a body, good or not. */
    public Answer post(String path, Map<String, String> query) {
        return send(request(path, query).header("Accept", JSON).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** The answer, good or not. */
    public Answer post(String path, JsonNode body) {
        return post(path, Map.of(), JSON, HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    /**
     * What a service said.
     *
     * @param retryAfter when it wants to be asked again, empty where it does not say
     */
    public record Answer(int status, String body, Optional<Duration> retryAfter) {

        static Answer of(HttpResponse<String> response) {
            Optional<Duration> retryAfter = response.headers()
                    .firstValue("Retry-After")
                    .filter(value -> value.matches("\\d{1,9}"))
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
            return new Answer(response.statusCode(), response.body(), retryAfter);
        }

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
        return HttpRequest.newBuilder(address(path, query)).timeout(ANSWER_TIMEOUT);
    }

    private URI address(String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String address = base.toString().replaceAll("/+$", "") + path;
        return URI.create(parameters.isEmpty() ? address : address + "?" + parameters);
    }

    private Answer send(HttpRequest.Builder request) {
        return Answer.of(send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UPSTREAM, "%s does not answer at %s".formatted(service, base), advice, e);
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
