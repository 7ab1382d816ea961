package io.flexledger.ingestor.adapter.rest.fetch;

import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_REPROCESS;
import static io.flexledger.ingestor.adapter.rest.ProblemType.RUN_ALREADY_ACTIVE;

import io.flexledger.ingestor.Reprocessing;
import io.flexledger.ingestor.adapter.rest.fetch.RunTriggerResource.Started;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.intake.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Has statements read again that were kept. */
@Path("/ingestion/reprocess")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Fetching")
public class ReprocessResource {

    private final Reprocessing reprocessing;
    private final FlexSettings settings;

    ReprocessResource(Reprocessing reprocessing, FlexSettings settings) {
        this.reprocessing = reprocessing;
        this.settings = settings;
    }

    @POST
    @Operation(
            summary = "Publishes statements again that were kept, without asking the broker",
            description = "All of them, or those of one period and query. Readers state only what they did not know."
                    + " The run's duplicate_count says how many were published.")
    @APIResponse(responseCode = "202", description = "The run has begun; Location leads to it")
    @APIResponse(responseCode = "400", description = "INVALID_REPROCESS")
    @APIResponse(responseCode = "409", description = "RUN_ALREADY_ACTIVE")
    public RestResponse<Started> reprocess(
            @Parameter(
                            description =
                                    "A day, or two as 2025-07-01/2025-07-18; a day also means statements that cover it")
                    @QueryParam("period_key")
                    @Nullable
                    String periodKey,
            @Parameter(description = "As artifacts name it, or name or id of a configured query")
                    @QueryParam("flex_query_id")
                    @Nullable
                    String query) {
        long run = reprocessing
                .start(scope(blankToNull(periodKey), blankToNull(query)))
                .orElseThrow(
                        () -> RUN_ALREADY_ACTIVE.because("run already active: statements are being published again"));
        return RestResponse.ResponseBuilder.<Started>accepted()
                .entity(new Started(run))
                .location(URI.create("/ingestion/runs/" + run))
                .build();
    }

    private Scope scope(@Nullable String periodKey, @Nullable String query) {
        if (periodKey == null && query == null) {
            return Scope.ALL;
        }
        if (periodKey == null || query == null) {
            throw INVALID_REPROCESS.because(
                    (periodKey == null ? "flex_query_id" : "period_key") + " was given without the other");
        }
        try {
            return new Scope(
                    periodKey, query, settings.find(query).map(FlexQuery::id).orElse(null));
        } catch (IllegalArgumentException e) {
            throw INVALID_REPROCESS.because(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
