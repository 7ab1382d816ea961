package io.flexledger.report.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.report.ChannelTrials;
import io.flexledger.report.ChannelTrials.Result;
import io.flexledger.report.ChannelTrials.TooSoonException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether alerts would arrive. */
@Path("/api/alerts/test")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Alerts")
public class AlertTestResource {

    private final ChannelTrials trials;

    AlertTestResource(ChannelTrials trials) {
        this.trials = trials;
    }

    /** What became of it, by channel. */
    public record TestView(List<ChannelView> channels) {}

    /**
     * @param outcome SENT, FAILED, or OFF where the channel is not switched on
     * @param error   why it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChannelView(
            String channel, Result outcome, @Nullable String error) {}

    @POST
    @Operation(
            summary = "Send a test message by each channel now",
            description = "Answers when each has ended, in no longer than report.alerts.channels.timeout and a little.")
    @APIResponse(responseCode = "200", description = "What became of it, by channel")
    @APIResponse(responseCode = "403", description = "FOREIGN_PAGE")
    @APIResponse(responseCode = "429", description = "TOO_SOON, within ten seconds of the last one")
    public TestView test(@Parameter(hidden = true) @HeaderParam(OwnPages.HEADER) @Nullable String site) {
        OwnPages.require(site);
        try {
            return new TestView(trials.run(Instant.now()).stream()
                    .map(trial -> new ChannelView(trial.channel(), trial.outcome(), trial.error()))
                    .toList());
        } catch (TooSoonException e) {
            throw ProblemType.TOO_SOON.because("the last test was moments ago", e.left());
        }
    }
}
