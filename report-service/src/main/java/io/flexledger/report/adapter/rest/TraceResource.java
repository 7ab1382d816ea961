package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.ProblemType.FIGURE_NOT_FOUND;

import io.flexledger.contracts.ContractJson;
import io.flexledger.report.DayReports;
import io.flexledger.report.figure.FigureId;
import io.flexledger.report.trace.Trace;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** From a figure to the broker's row. */
@Path("/api/trace/{figureId: .+}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Trace", description = "What a figure is made of")
public class TraceResource {

    private final DayReports reports;

    TraceResource(DayReports reports) {
        this.reports = reports;
    }

    @GET
    @Operation(
            summary = "Formula, factors, journal entries with postings, and the statement rows behind a figure",
            description = "Rows and statements are asked of the services that keep them; where one does not answer the"
                    + " place is still named and marked unavailable.")
    @APIResponse(
            responseCode = "200",
            description = "The chain from the figure to the bytes",
            content = @Content(schema = @Schema(implementation = Trace.class)))
    @APIResponse(responseCode = "404", description = "FIGURE_NOT_FOUND")
    public Response trace(
            @Parameter(description = "as a report gives it", example = "U1/2025-07-17/story/2/impact")
                    @PathParam("figureId")
                    String figureId) {
        return Response.ok(ContractJson.write(find(reports, figureId))).build();
    }

    /** For the page as well. */
    public static Trace find(DayReports reports, String figureId) {
        return reports.trace(new FigureId(figureId))
                .orElseThrow(() -> FIGURE_NOT_FOUND.because("no figure '" + figureId + "'"));
    }
}
