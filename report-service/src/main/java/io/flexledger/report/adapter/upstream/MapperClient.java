package io.flexledger.report.adapter.upstream;

import io.flexledger.report.trace.RawRow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The mapper-service, which keeps every row. */
@RegisterRestClient(configKey = "mapper")
@Path("/mapping/artifacts")
public interface MapperClient {

    @GET
    @Path("/{artifact}/rows/{ordinal}")
    RawRow row(@PathParam("artifact") String artifact, @PathParam("ordinal") int ordinal);
}
