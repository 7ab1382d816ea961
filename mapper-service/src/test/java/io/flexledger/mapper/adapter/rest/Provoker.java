package io.flexledger.mapper.adapter.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Fails as no resource should, so that the answer can be read. */
@Path("/provoke")
public class Provoker {

    @GET
    @Operation(hidden = true)
    @Path("/bug")
    public String bug() {
        throw new IllegalStateException("the balance is 1234.56");
    }
}
