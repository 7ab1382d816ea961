package io.flexledger.report.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.Summaries;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.summary.Summary;
import io.flexledger.report.summary.SummaryFigures;
import io.flexledger.report.summary.SummaryRow;
import io.flexledger.report.summary.TimeWeightedReturn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One row per day, and the time-weighted return of the period. */
@Path("/api/reports/summary")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Reports", description = "The ledger, explained")
public class SummaryResource {

    private static final int TWR_DECIMALS = 9;

    private final Inputs inputs;
    private final Summaries summaries;

    SummaryResource(Inputs inputs, Summaries summaries) {
        this.inputs = inputs;
        this.summaries = summaries;
    }

    /** At the currency's minor unit. */
    public record Amount(String amount, String currency) {
        static Amount of(Money money) {
            return new Amount(Numbers.wire(money), money.currency().code());
        }
    }

    /**
     * A day.
     *
     * @param netPnlPercent time-weighted, two decimals
     * @param assignment    A for an assignment, Ex for an exercise
     * @param twrPercent    the same with nine decimals, as the broker states it
     * @param brokerTwrPercent what the broker states, where it does
     * @param twrGap       ours minus the broker's in percentage points, where they differ
     * @param figures       names of the row's figures, to be traced
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DayView(
            LocalDate date,
            Amount openingNav,
            Amount netCashFlow,
            Amount grossPnl,
            Amount commissions,
            @Nullable String netPnlPercent,
            Amount closingNav,
            @Nullable Amount unexplained,
            String assignment,
            boolean provisional,
            @Nullable String twrPercent,
            @Nullable String brokerTwrPercent,
            @Nullable String twrGap,
            Amount netPnl,
            Map<String, String> figures) {}

    /** What the rows sum to. */
    public record Totals(Amount netCashFlow, Amount grossPnl, Amount commissions, Amount netPnl) {}

    /** @param twrPercent product of the days, nine decimals */
    public record SummaryView(
            AccountId account, String baseCurrency, List<DayView> days, Totals totals, String twrPercent) {}

    @GET
    @Operation(
            summary = "One row per day: opening, flow, gross result, commissions, return, closing, unexplained",
            description = "A day the Gateway alone knows of is the last row and provisional. The return is"
                    + " time-weighted the broker's way: a flow counts from the start of its day.")
    @APIResponse(
            responseCode = "200",
            description = "The days, their sums and the return of the period; ETag is the hash of the answer",
            content = @Content(schema = @Schema(implementation = SummaryView.class)))
    @APIResponse(responseCode = "304", description = "Still the same as the If-None-Match names")
    @APIResponse(responseCode = "400", description = "BAD_DATE or ACCOUNT_AMBIGUOUS")
    @APIResponse(responseCode = "404", description = "ACCOUNT_NOT_FOUND")
    public Response summary(
            @Context Request request,
            @Parameter(description = "needed where there are several") @QueryParam("account") @Nullable String account,
            @Parameter(description = "first report date; else the first there is") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "last report date; else the last there is") @QueryParam("to") @Nullable
                    String to) {
        var known = inputs.account(account);
        var summary = summaries.of(known.account(), Inputs.date(from, Inputs.FIRST), Inputs.date(to, Inputs.LAST));
        return Tagged.answer(request, ContractJson.write(view(known.account(), summary)), MediaType.APPLICATION_JSON);
    }

    static SummaryView view(AccountId account, Summary summary) {
        return new SummaryView(
                account,
                summary.net().currency().code(),
                summary.rows().stream().map(SummaryResource::view).toList(),
                new Totals(
                        Amount.of(summary.flow()),
                        Amount.of(summary.gross()),
                        Amount.of(summary.commissions()),
                        Amount.of(summary.net())),
                percent(summary.twr(), TWR_DECIMALS));
    }

    private static DayView view(SummaryRow row) {
        var figures = new TreeMap<String, String>();
        for (Figure figure : SummaryFigures.of(row, List.of())) {
            var id = figure.id().value();
            figures.put(id.substring(id.lastIndexOf('/') + 1), id);
        }
        var unexplained = row.unexplained();
        var netReturn = row.netReturn();
        var stated = row.statedReturn();
        return new DayView(
                row.date(),
                Amount.of(row.opening()),
                Amount.of(row.flow()),
                Amount.of(row.gross()),
                Amount.of(row.commissions()),
                netReturn == null ? null : percent(netReturn, 2),
                Amount.of(row.closing()),
                unexplained == null ? null : Amount.of(unexplained),
                row.marks(),
                row.isProvisional(),
                netReturn == null ? null : percent(netReturn, TWR_DECIMALS),
                stated == null ? null : percent(stated, TWR_DECIMALS),
                row.returnGap().map(gap -> percent(gap, TWR_DECIMALS)).orElse(null),
                Amount.of(row.net()),
                figures);
    }

    private static String percent(BigDecimal fraction, int decimals) {
        return TimeWeightedReturn.percent(fraction)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
