package io.flexledger.web.health;

import io.flexledger.web.health.Health.Overview;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the service is. An outage is a state here, not a problem, so 503 has the same body as 200. */
@Path("/api/health")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Health")
public class HealthResource {

    private final Health health;

    HealthResource(Health health) {
        this.health = health;
    }

    @GET
    @Operation(summary = "Whether the service can serve, and what it lacks if not")
    @APIResponse(responseCode = "200", description = "The database answers")
    @APIResponse(responseCode = "503", description = "The database does not answer")
    public Response health() {
        return brief(health.required());
    }

    @GET
    @Path("/detailed")
    @Operation(summary = "Every component: how it is, and how many seconds ago it was seen so")
    @APIResponse(responseCode = "200", description = "UP, or DEGRADED when something can be done without")
    @APIResponse(responseCode = "503", description = "DOWN: something is missing that nothing works without")
    public Response detailed() {
        var all = health.all();
        return answer(all.httpStatus(), all);
    }

    static Response brief(Overview overview) {
        Map<String, Object> parts = new LinkedHashMap<>();
        overview.components().forEach((name, component) -> parts.put(name, component.status()));
        return answer(overview.httpStatus(), Map.of("status", overview.status(), "components", parts));
    }

    private static Response answer(int status, Object body) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }
}
