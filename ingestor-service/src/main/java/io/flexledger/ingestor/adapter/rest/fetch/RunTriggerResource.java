package io.flexledger.ingestor.adapter.rest.fetch;

import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_JSON;
import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_PERIOD;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexledger.ingestor.period.InvalidPeriodException;
import io.flexledger.ingestor.period.Period;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Fetches reports on demand. */
@Path("/ingestion/run")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Fetching")
public class RunTriggerResource {

    private final Queries queries;
    private final Starter starter;
    private final ObjectMapper json;

    RunTriggerResource(Queries queries, Starter starter, ObjectMapper json) {
        this.queries = queries;
        this.starter = starter;
        this.json = json;
    }

    /**
     * What is wanted.
     *
     * @param query name or id; the only one configured where absent
     * @param from  first day, with the last; the query's usual period where both are absent
     */
    public record Wanted(
            @Nullable String query,
            @Nullable String from,
            @Nullable String to) {}

    /** Where to follow the run. */
    public record Started(@JsonProperty("run_id") long runId) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Fetches a report from the broker",
            description = "Answers at once; the run goes on, and is followed with GET /ingestion/runs/{run_id}.")
    @RequestBody(
            description = "May be left out",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Wanted.class)))
    @APIResponse(responseCode = "202", description = "The run has begun; Location leads to it")
    @APIResponse(responseCode = "404", description = "QUERY_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "RUN_ALREADY_ACTIVE or FLEX_NOT_CONFIGURED")
    @APIResponse(responseCode = "400", description = "INVALID_JSON")
    @APIResponse(responseCode = "422", description = "QUERY_REQUIRED or INVALID_PERIOD")
    @APIResponse(responseCode = "429", description = "FLEX_PAUSED; Retry-After says for how long")
    public RestResponse<Started> run(@Nullable String body) {
        var wanted = wanted(body);
        var query = queries.find(wanted.query());
        long run = wanted.from() == null && wanted.to() == null
                ? starter.start(query)
                : starter.start(query, period(wanted));
        return RestResponse.ResponseBuilder.<Started>accepted()
                .entity(new Started(run))
                .location(URI.create("/ingestion/runs/" + run))
                .build();
    }

    /** Whatever media type a caller without a body sends. */
    private Wanted wanted(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return new Wanted(null, null, null);
        }
        try {
            return json.readValue(body, Wanted.class);
        } catch (JsonProcessingException e) {
            throw INVALID_JSON.because("the body is not an object with query, from and to: " + e.getOriginalMessage());
        }
    }

    private static Period period(Wanted wanted) {
        try {
            return new Period(Queries.day("from", wanted.from()), Queries.day("to", wanted.to()));
        } catch (InvalidPeriodException e) {
            throw INVALID_PERIOD.because(String.valueOf(e.getMessage()));
        }
    }
}
