package io.flexledger.ingestor.adapter.rest.fetch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.flexledger.ingestor.FetchQueue;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.LastRun;
import io.flexledger.ingestor.fetch.LastRuns;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The same work under the names other programs know: several queries with one call. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Fetching")
public class FlexQueryResource {

    private final Queries queries;
    private final FetchQueue queue;
    private final FlexSettings settings;
    private final LastRuns runs;

    FlexQueryResource(Queries queries, FetchQueue queue, FlexSettings settings, LastRuns runs) {
        this.queries = queries;
        this.queue = queue;
        this.settings = settings;
        this.runs = runs;
    }

    /**
     * What became of a query.
     *
     * @param runId     to be followed with {@code GET /ingestion/runs/{id}}
     * @param queued    whether it runs when those of its account before it have ended
     * @param errorCode why it does not run
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BegunView(
            String query,
            @Nullable Long runId,
            boolean queued,
            @Nullable String errorCode,
            @Nullable String detail) {

        static BegunView of(FetchQueue.Place place) {
            var refusal = place.refusal();
            return new BegunView(
                    place.query().name(),
                    place.run(),
                    place.isQueued(),
                    refusal == null ? null : refusal.code(),
                    refusal == null ? null : refusal.detail());
        }
    }

    /** One entry for each query. */
    public record Begun(List<BegunView> runs) {}

    /** A query with its last run. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record QueryStatus(
            String query,
            String queryId,
            String role,
            String accountId,
            @Nullable Long lastRunId,
            @Nullable String lastStatus,
            @JsonProperty("last_run_at_utc") @Nullable Instant lastRunAt,
            @JsonProperty("last_success_at_utc") @Nullable Instant lastSuccessAt) {}

    /** Whether there is anything to fetch, and how that went. Tokens are never shown. */
    public record Status(boolean configured, List<QueryStatus> queries) {}

    @POST
    @Path("/fetch-data")
    @Operation(summary = "Fetches every configured query", description = "As POST /api/flex-query/fetch-all.")
    @APIResponse(responseCode = "202", description = "What became of each query")
    @APIResponse(responseCode = "409", description = "FLEX_NOT_CONFIGURED")
    public RestResponse<Begun> fetchData() {
        return begin(queries.all());
    }

    @POST
    @Path("/flex-query/fetch-all")
    @Operation(
            summary = "Fetches every configured query",
            description = "Accounts side by side, the queries of one account one after the other.")
    @APIResponse(responseCode = "202", description = "What became of each query")
    @APIResponse(responseCode = "409", description = "FLEX_NOT_CONFIGURED")
    public RestResponse<Begun> fetchAll() {
        return begin(queries.all());
    }

    @POST
    @Path("/flex-query/fetch-all-reports")
    @Operation(summary = "Fetches every configured query", description = "As POST /api/flex-query/fetch-all.")
    @APIResponse(responseCode = "202", description = "What became of each query")
    @APIResponse(responseCode = "409", description = "FLEX_NOT_CONFIGURED")
    public RestResponse<Begun> fetchAllReports() {
        return begin(queries.all());
    }

    @POST
    @Path("/flex-query/fetch-trades")
    @Operation(summary = "Fetches trades", description = "Queries of role trades or confirms; else those of role full.")
    @APIResponse(responseCode = "202", description = "What became of each query")
    @APIResponse(responseCode = "409", description = "FLEX_NOT_CONFIGURED")
    public RestResponse<Begun> fetchTrades() {
        return begin(FlexQuery.ofTrades(queries.all()));
    }

    @GET
    @Path("/flex-query/status")
    @Operation(summary = "Whether the Flex Web Service is configured, and how the last runs went")
    @APIResponse(responseCode = "200", description = "All queries; none where it is not configured")
    public Status status() {
        return new Status(
                settings.isConfigured(),
                settings.queries().stream().map(one -> status(one.query())).toList());
    }

    private RestResponse<Begun> begin(List<FlexQuery> wanted) {
        var begun = queue.start(wanted).stream().map(BegunView::of).toList();
        return RestResponse.ResponseBuilder.<Begun>accepted()
                .entity(new Begun(begun))
                .build();
    }

    private QueryStatus status(FlexQuery query) {
        var last = runs.of(query);
        return new QueryStatus(
                query.name(),
                query.id(),
                query.role().text(),
                query.account().value(),
                last.map(LastRun::id).orElse(null),
                last.map(LastRun::status).orElse(null),
                last.map(LastRun::startedAt).orElse(null),
                last.map(LastRun::succeededAt).orElse(null));
    }
}
