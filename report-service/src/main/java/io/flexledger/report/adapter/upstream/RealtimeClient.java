package io.flexledger.report.adapter.upstream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The realtime-gateway-service, which keeps the gateway's messages. */
@RegisterRestClient(configKey = "realtime")
@Path("/gateway/frames")
public interface RealtimeClient {

    /**
     * A message as it came.
     *
     * @param number        as kept, counted upwards
     * @param receivedAt    by the clock of the service
     * @param serverVersion of the protocol, which gives the fields their meaning
     * @param section       name of the message, such as {@code execDetails}
     * @param fields        in order
     * @param payloadBase64 the bytes
     */
    record Frame(
            String sha256,
            long number,
            String receivedAt,
            int serverVersion,
            String section,
            List<String> fields,
            String payloadBase64) {}

    @GET
    @Path("/{sha256}")
    Frame frame(@PathParam("sha256") String sha256);
}
