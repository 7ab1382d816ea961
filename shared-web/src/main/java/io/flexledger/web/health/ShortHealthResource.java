package io.flexledger.web.health;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The same answer where monitors look for it first. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ShortHealthResource {

    private final Health health;

    ShortHealthResource(Health health) {
        this.health = health;
    }

    @GET
    @Operation(hidden = true)
    public Response health() {
        return HealthResource.brief(health.required());
    }
}
