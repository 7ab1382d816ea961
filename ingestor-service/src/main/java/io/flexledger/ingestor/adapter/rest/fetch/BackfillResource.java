package io.flexledger.ingestor.adapter.rest.fetch;

import static io.flexledger.ingestor.adapter.rest.ProblemType.BACKFILL_NOT_FOUND;
import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_PERIOD;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flexledger.ingestor.Backfills;
import io.flexledger.ingestor.fetch.Backfill;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.period.InvalidPeriodException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Fetches ranges of days. */
@Path("/ingestion")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Fetching")
public class BackfillResource {

    private final Queries queries;
    private final Backfills backfills;

    BackfillResource(Queries queries, Backfills backfills) {
        this.queries = queries;
        this.backfills = backfills;
    }

    /**
     * What is wanted.
     *
     * @param query  name or id; the only one configured where absent
     * @param dryRun only tell what would be done
     */
    public record Wanted(
            @Nullable String query,
            @Nullable String from,
            @Nullable String to,
            @JsonProperty("dry_run") boolean dryRun) {}

    @POST
    @Path("/backfill")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Fetches all trading days of a range that are not there yet",
            description = "In requests of at most 365 days, one after the other. Goes on after a restart.")
    @APIResponse(responseCode = "200", description = "A dry run: what would be done")
    @APIResponse(responseCode = "202", description = "It has begun; Location leads to it")
    @APIResponse(responseCode = "404", description = "QUERY_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "FLEX_NOT_CONFIGURED")
    @APIResponse(responseCode = "422", description = "QUERY_REQUIRED or INVALID_PERIOD")
    public RestResponse<BackfillView> start(@Nullable Wanted wanted) {
        var query = queries.find(wanted == null ? null : wanted.query());
        var from = Queries.day("from", wanted == null ? null : wanted.from());
        var to = Queries.day("to", wanted == null ? null : wanted.to());
        try {
            if (wanted != null && wanted.dryRun()) {
                return RestResponse.ok(BackfillView.planned(query, backfills.plan(query, from, to)));
            }
            long id = backfills.start(query, from, to);
            return RestResponse.ResponseBuilder.<BackfillView>accepted()
                    .entity(view(find(id)))
                    .location(URI.create("/ingestion/backfills/" + id))
                    .build();
        } catch (InvalidPeriodException e) {
            throw INVALID_PERIOD.because(String.valueOf(e.getMessage()));
        }
    }

    @GET
    @Path("/backfills/{id}")
    @Operation(summary = "How far a backfill is")
    @APIResponse(responseCode = "200", description = "Its days and its requests")
    @APIResponse(responseCode = "404", description = "BACKFILL_NOT_FOUND")
    public BackfillView get(@RestPath String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw BACKFILL_NOT_FOUND.because("no backfill " + id);
        }
        return view(find(Long.parseLong(id)));
    }

    private Backfill find(long id) {
        return backfills.find(id).orElseThrow(() -> BACKFILL_NOT_FOUND.because("no backfill " + id));
    }

    private BackfillView view(Backfill backfill) {
        FlexQuery query = queries.find(backfill.queryId());
        return BackfillView.of(query, backfill, backfills.plan(query, backfill));
    }
}
