package io.flexledger.realtime.adapter.rest;

import static io.flexledger.realtime.adapter.rest.ProblemType.FRAME_NOT_FOUND;
import static io.flexledger.realtime.adapter.rest.ProblemType.GATEWAY_UNAVAILABLE;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.realtime.Gateway;
import io.flexledger.realtime.GatewayArchive;
import io.flexledger.realtime.RealtimeConfig;
import io.flexledger.realtime.adapter.rest.StatusView.ProblemView;
import io.flexledger.realtime.frame.KeptFrame;
import io.flexledger.realtime.provisional.ListedFill;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.realtime.session.check.GatewayCheck;
import io.flexledger.realtime.session.check.GatewayCheck.Outcome;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The gateway itself, and its own words. */
@Path("/gateway")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Gateway")
public class GatewayResource {

    private final Gateway gateway;
    private final RealtimeConfig config;
    private final GatewayArchive archive;

    GatewayResource(Gateway gateway, RealtimeConfig config, GatewayArchive archive) {
        this.gateway = gateway;
        this.config = config;
        this.archive = archive;
    }

    record Checks(List<CheckView> checks) {}

    /** @param nextStep null where nothing is to be done */
    record CheckView(
            String name,
            Outcome result,
            String detail,
            @Nullable String nextStep) {
        static CheckView of(GatewayCheck check) {
            return new CheckView(
                    check.name(),
                    check.outcome(),
                    check.detail(),
                    check.nextStep().isEmpty() ? null : check.nextStep());
        }
    }

    @GET
    @Path("/status")
    @Operation(summary = "Whether the gateway is heard, and what waits for a person")
    public StatusView status() {
        SessionStatus status = gateway.status();
        ListedFill.Counts counts = archive.counts(gateway.today());
        return new StatusView(
                config.gateway().name(),
                gateway.leads(),
                status.state(),
                status.since(),
                ProblemView.of(status.mishap()),
                config.gateway().mode(),
                config.gateway().host() + ":" + config.gateway().portInUse(),
                status.clientId(),
                status.serverVersion(),
                status.accounts(),
                status.heardAt(),
                status.clockOffset() == null ? null : status.clockOffset().toMillis(),
                status.nextAttemptAt(),
                counts.today(),
                counts.pending(),
                counts.untold(),
                archive.unreadable());
    }

    @POST
    @Path("/check")
    @Operation(
            summary = "Looks at the gateway step by step",
            description = "Where it is not listened to, over a short connection that is made for this alone.")
    public Checks check() {
        return new Checks(gateway.check().stream().map(CheckView::of).toList());
    }

    @POST
    @Path("/reconnect")
    @Operation(
            summary = "Connects anew at once",
            description = "Gives up the present connection, or the pause before the next one.")
    @APIResponse(responseCode = "200", description = "How it stands now; the new connection may still be on its way")
    @APIResponse(responseCode = "503", description = "GATEWAY_UNAVAILABLE")
    public StatusView reconnect() {
        if (!gateway.reconnect()) {
            throw GATEWAY_UNAVAILABLE.because(
                    config.gateway().enabled()
                            ? "another process listens to the gateway, this one stands by"
                            : "the gateway is switched off here");
        }
        return status();
    }

    @GET
    @Path("/frames/{sha256}")
    @Operation(
            summary = "A message of the gateway's as it came",
            description =
                    "Of executions and commissions all are kept, and those totals that a published value stands on.")
    @APIResponse(responseCode = "404", description = "FRAME_NOT_FOUND")
    public FrameView frame(@PathParam("sha256") String sha256) {
        KeptFrame kept = find(sha256);
        return FrameView.of(kept, kept.execution() == null ? List.of(kept) : archive.frames(kept.execution()));
    }

    private KeptFrame find(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw FRAME_NOT_FOUND.because("not a SHA-256: '" + sha256 + "'");
        }
        return archive.frame(ArtifactId.of(sha256))
                .orElseThrow(() -> FRAME_NOT_FOUND.because("no frame is kept with SHA-256 " + sha256));
    }
}
