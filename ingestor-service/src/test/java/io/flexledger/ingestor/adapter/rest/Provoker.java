package io.flexledger.ingestor.adapter.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Fails in the ways a resource can, so that the answers can be read. */
@Path("/provoke")
public class Provoker {

    @GET
    @Operation(hidden = true)
    @Path("/caller")
    public String caller() {
        throw ProblemType.RUN_NOT_FOUND.because("no run 7");
    }

    @GET
    @Operation(hidden = true)
    @Path("/bug")
    public String bug() {
        throw new IllegalStateException("the balance is 1234.56");
    }
}
