package io.flexledger.report.adapter.rest.page;

import static io.flexledger.report.adapter.rest.ProblemType.ALERT_NOT_FOUND;

import io.flexledger.report.AlertDesk;
import io.flexledger.report.adapter.rest.OwnPages;
import io.flexledger.report.adapter.rest.page.ProblemPage.Link;
import io.flexledger.report.alert.AlertSearch;
import io.flexledger.web.problem.ProblemException;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page of alerts, where a person says that he knows. */
@Path("/alerts")
@Produces(DailyResource.HTML)
@RunOnVirtualThread
public class AlertPageResource {

    private static final int OPEN = 200;
    private static final int PAST = 100;

    private final AlertDesk desk;

    AlertPageResource(AlertDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(hidden = true)
    public Response alerts() {
        return page(
                200, Pages.alerts(AlertsPage.of(desk.list(AlertSearch.OPEN, OPEN), desk.list(AlertSearch.PAST, PAST))));
    }

    /** The top of every page alone, for its script. */
    @GET
    @Path("/banner")
    @Operation(hidden = true)
    public Response banner() {
        return page(200, Pages.banner());
    }

    /** Back to the list, at the alert that was acknowledged. */
    @POST
    @Path("/{id}/acknowledge")
    @Operation(hidden = true)
    public Response acknowledge(@PathParam("id") String id, @HeaderParam(OwnPages.HEADER) @Nullable String site) {
        try {
            OwnPages.require(site);
            var alert = desk.acknowledge(UUID.fromString(id), null, null)
                    .orElseThrow(() -> ALERT_NOT_FOUND.because("no alert " + id));
            return Response.seeOther(URI.create("/alerts#alert-" + alert.alert().id()))
                    .build();
        } catch (ProblemException problem) {
            return problem(problem);
        } catch (IllegalArgumentException noId) {
            return problem(ALERT_NOT_FOUND.because("no alert " + id));
        }
    }

    private static Response problem(ProblemException problem) {
        var view = ProblemPage.of(problem, List.of(new Link("All alerts", "/alerts")));
        return page(problem.getStatusCode(), Pages.problem(view));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(DailyResource.HTML)
                .header("Cache-Control", "no-store")
                .entity(page.render().getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
