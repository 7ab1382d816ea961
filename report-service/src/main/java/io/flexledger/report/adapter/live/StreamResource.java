package io.flexledger.report.adapter.live;

import io.flexledger.contracts.id.AccountId;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** The running day as server-sent events. */
@Path("/api/stream")
@Tag(name = "Live", description = "The day that runs")
public class StreamResource {

    private final LiveHub hub;

    StreamResource(LiveHub hub) {
        this.hub = hub;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            summary = "What changes, as it changes",
            description =
                    "First all there is: status of the gateway, open alerts, nav of each account, the day's fills. Then"
                            + " status, nav, fill, position, day (told otherwise) and alert (raised, ended, going on or"
                            + " acknowledged) as they come, and a comment as a sign of life. A"
                            + " client that is too slow gets an event named end and is let go; it may connect again and is told"
                            + " all there is. The same messages come over the WebSocket /ws/nav as {event, data}.")
    @APIResponse(responseCode = "200", description = "Until the client goes")
    public Multi<OutboundSseEvent> stream(
            @Context Sse sse,
            @Parameter(description = "messages of this account alone") @QueryParam("account") @Nullable
                    String account) {
        return hub.join(account == null || account.isBlank() ? null : AccountId.of(account))
                .messages()
                .map(push -> event(sse, push));
    }

    private static OutboundSseEvent event(Sse sse, Push push) {
        var event = sse.newEventBuilder();
        return push.isHeartbeat()
                ? event.comment("heartbeat").build()
                : event.id(Long.toString(push.id()))
                        .name(push.event())
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(push.data())
                        .build();
    }
}
