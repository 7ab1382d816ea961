package io.flexledger.ingestor.adapter.rest;

import static io.flexledger.ingestor.adapter.rest.ProblemType.BODY_TOO_LARGE;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The server's own limit is off, because an upload is counted while it is streamed to disk. All other bodies are read
 * into memory, so they stay small.
 */
@ApplicationScoped
class BodyLimit {

    private static final long BYTES = 64 * 1024L;
    private static final int BEFORE_RESOURCES = 100;

    void register(@Observes Filters filters) {
        filters.register(BodyLimit::apply, BEFORE_RESOURCES);
    }

    private static void apply(RoutingContext request) {
        boolean upload = request.request().method().equals(HttpMethod.POST)
                && request.normalizedPath().equals("/ingestion/files");
        if (upload) {
            request.next();
        } else if (announced(request) > BYTES) {
            refuse(request);
        } else {
            request.put("io.quarkus.max-request-size", BYTES); // for a body that does not tell its size
            request.next();
        }
    }

    private static long announced(RoutingContext request) {
        try {
            return Long.parseLong(request.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    /** Before any resource is reached, so the answer is written here. */
    private static void refuse(RoutingContext request) {
        var problem = BODY_TOO_LARGE.because("a body has at most %d bytes here".formatted(BYTES));
        request.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(new JsonObject()
                        .put("type", problem.getType().toString())
                        .put("title", problem.getTitle())
                        .put("status", problem.getStatusCode())
                        .put("detail", problem.getDetail())
                        .put("code", BODY_TOO_LARGE.name())
                        .put("nextStep", BODY_TOO_LARGE.wording().nextStep())
                        .toBuffer());
    }
}
