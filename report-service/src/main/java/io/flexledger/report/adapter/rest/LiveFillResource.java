package io.flexledger.report.adapter.rest;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.report.RunningDay;
import io.flexledger.report.live.LiveFill;
import io.flexledger.report.live.LiveMessage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Executions as the gateway told them. */
@Path("/api/live/fills")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Live")
public class LiveFillResource {

    private final Inputs inputs;
    private final RunningDay running;

    LiveFillResource(Inputs inputs, RunningDay running) {
        this.inputs = inputs;
        this.running = running;
    }

    public record FillList(AccountId account, List<LiveMessage.Fill> items) {}

    @GET
    @Operation(
            summary = "Executions as the gateway told them, newest first",
            description =
                    "As the ledger says: PROVISIONAL until a statement tells it, too (CONFIRMED); UNCONFIRMED where the"
                            + " statements that could have told it did not. Without a date, those of the day that runs.")
    @APIResponse(
            responseCode = "200",
            description = "At most 500",
            content = @Content(schema = @Schema(implementation = FillList.class)))
    @APIResponse(responseCode = "400", description = "BAD_DATE or ACCOUNT_AMBIGUOUS")
    @APIResponse(responseCode = "404", description = "ACCOUNT_NOT_FOUND")
    public Response fills(
            @Parameter(description = "needed where there are several") @QueryParam("account") @Nullable String account,
            @Parameter(description = "report date") @QueryParam("date") @Nullable String date) {
        var day = Inputs.dateOrNone(date);
        if (account != null && !account.isBlank()) { // its first fill may come before its first value
            var told = running.fills(AccountId.of(account), day);
            if (!told.isEmpty()) {
                return fresh(list(AccountId.of(account), told));
            }
        }
        var known = inputs.account(account).account();
        return fresh(list(known, running.fills(known, day)));
    }

    private FillList list(AccountId account, List<LiveFill> fills) {
        return new FillList(account, running.messages(account, fills));
    }

    /** An age is true at the moment it is told. */
    static Response fresh(Object view) {
        return Response.ok(ContractJson.write(view))
                .header("Cache-Control", "no-store")
                .build();
    }
}
