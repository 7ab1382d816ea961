package io.flexledger.report.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.RunningDay;
import io.flexledger.report.adapter.rest.NavResource.BalanceView;
import io.flexledger.report.adapter.rest.PositionResource.PositionView;
import io.flexledger.report.live.CurrentNav;
import io.flexledger.report.live.Hearing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an account is worth now. */
@Path("/nav/current")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Live", description = "The day that runs")
public class CurrentNavResource {

    private final Inputs inputs;
    private final RunningDay running;

    CurrentNavResource(Inputs inputs, RunningDay running) {
        this.inputs = inputs;
        this.running = running;
    }

    /**
     * What an account is worth now, as far as is known.
     *
     * @param ageSeconds  since {@code asOf}, by the gateway's clock
     * @param stale       whether it may no longer hold
     * @param source      LIVE, or the last close: OFFICIAL or CALCULATED
     * @param provisional whether the broker has yet to state it
     * @param change      since the last close
     * @param changes     the gateway's own results so far
     * @param gateway     state of the gateway; absent where none was ever heard of
     * @param silent      whether the service that hears the gateway says nothing itself
     * @param heldAsOf    of cash and positions, which are the ledger's for an official value
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CurrentView(
            AccountId account,
            LocalDate date,
            Instant asOf,
            long ageSeconds,
            boolean stale,
            String source,
            boolean provisional,
            Money nav,
            @Nullable Money change,
            Map<String, Money> changes,
            @Nullable String gateway,
            boolean silent,
            Instant heldAsOf,
            List<BalanceView> cash,
            List<PositionView> positions,
            List<Caveat> caveats) {

        static CurrentView of(CurrentNav nav, Hearing hearing) {
            var value = nav.value();
            var held = nav.held();
            var status = hearing.status();
            return new CurrentView(
                    value.account(),
                    value.date(),
                    value.asOf(),
                    hearing.age(value.asOf()).toSeconds(),
                    hearing.isStale(value.asOf()),
                    value.kind().name(),
                    nav.isProvisional(),
                    value.total(),
                    nav.change().orElse(null),
                    value.changes(),
                    status == null ? null : status.state().name(),
                    hearing.isSilent(),
                    held.asOf(),
                    held.cash().stream().map(BalanceView::of).toList(),
                    held.positions().stream().map(PositionView::of).toList(),
                    value.caveats());
        }
    }

    @GET
    @Operation(
            summary = "The best value there is now: net asset value, cash and positions, and how old they are",
            description = "The gateway's while the day runs and until the broker has stated it; else that of the last"
                    + " close. It is called stale when the gateway is not heard, when the service that hears it is"
                    + " silent, or when the value is older than report.live.stale-after.")
    @APIResponse(
            responseCode = "200",
            description = "The value",
            content = @Content(schema = @Schema(implementation = CurrentView.class)))
    @APIResponse(responseCode = "400", description = "ACCOUNT_AMBIGUOUS")
    @APIResponse(responseCode = "404", description = "ACCOUNT_NOT_FOUND, where nothing is known")
    public Response current(
            @Parameter(description = "needed where there are several") @QueryParam("account") @Nullable
                    String account) {
        var known = inputs.account(account).account();
        var nav = running.nav(known)
                .orElseThrow(() -> ProblemType.ACCOUNT_NOT_FOUND.because("nothing is known of " + known));
        return LiveFillResource.fresh(CurrentView.of(nav, running.hearing(known)));
    }
}
