package io.flexledger.report.adapter.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The ingestor-service, which keeps every statement. */
@RegisterRestClient(configKey = "ingestor")
@Path("/ingestion/artifacts")
public interface IngestorClient {

    @GET
    @Path("/{artifact}")
    ObjectNode statement(@PathParam("artifact") String artifact);
}
