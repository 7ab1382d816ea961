package io.flexledger.web.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;

/** Fails in the ways a resource can, so that the answers can be read. */
@Path("/provoke")
public class Provoker {

    @GET
    @Path("/caller")
    public String caller() {
        throw KnownProblem.RUN_NOT_FOUND.because("no run 7");
    }

    @GET
    @Path("/bug")
    public String bug() {
        throw new IllegalStateException("the balance is 1234.56");
    }

    @GET
    @Path("/outage")
    public String outage() {
        throw new CompletionException(new ConnectException("Connection refused: db.internal:5432"));
    }
}
