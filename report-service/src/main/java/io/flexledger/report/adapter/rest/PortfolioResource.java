package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.ProblemType.DAY_NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Balance;
import io.flexledger.contracts.journal.NavSnapshot.Holding;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.Holdings;
import io.flexledger.report.Summaries;
import io.flexledger.report.adapter.rest.SummaryResource.Amount;
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
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The newest day in a few figures, under the name other programs know. */
@Path("/api/flex-query/portfolio-summary")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Reports")
public class PortfolioResource {

    private final Inputs inputs;
    private final Holdings holdings;
    private final Summaries summaries;

    PortfolioResource(Inputs inputs, Holdings holdings, Summaries summaries) {
        this.inputs = inputs;
        this.holdings = holdings;
        this.summaries = summaries;
    }

    /**
     * A day, in base currency.
     *
     * @param standing         whose value the net asset value is: official is the broker's, calculated the ledger's
     * @param cash             of all currencies
     * @param positions        how many instruments are held
     * @param netCashFlow      paid in less paid out during the day
     * @param dayChange        closing less opening, flows included
     * @param dayChangePercent time-weighted, so without flows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PortfolioView(
            AccountId account,
            LocalDate date,
            String baseCurrency,
            String standing,
            Amount nav,
            Amount cash,
            int positions,
            Amount positionsValue,
            Amount openingNav,
            Amount netCashFlow,
            Amount dayChange,
            @Nullable String dayChangePercent) {}

    @GET
    @Operation(
            summary = "The newest day that statements tell of: value, cash, positions, change",
            description = "What the Gateway alone knows of is left out.")
    @APIResponse(
            responseCode = "200",
            description = "The day; ETag is the hash of the answer",
            content = @Content(schema = @Schema(implementation = PortfolioView.class)))
    @APIResponse(responseCode = "304", description = "Still the same as the If-None-Match names")
    @APIResponse(responseCode = "400", description = "ACCOUNT_AMBIGUOUS")
    @APIResponse(responseCode = "404", description = "ACCOUNT_NOT_FOUND, or DAY_NOT_FOUND before the first day")
    public Response summary(
            @Context Request request,
            @Parameter(description = "needed where there are several") @QueryParam("account") @Nullable
                    String account) {
        var known = inputs.account(account).account();
        var close = holdings.asOf(known, Inputs.LAST)
                .orElseThrow(() -> DAY_NOT_FOUND.because("no day of " + known + " has been told yet"));
        var day = summaries.of(known, close.date(), close.date()).rows().getLast();
        return Tagged.answer(request, ContractJson.write(view(close, day)), MediaType.APPLICATION_JSON);
    }

    private static PortfolioView view(NavSnapshot close, SummaryRow day) {
        var nothing = Money.zero(close.total().currency());
        var held = close.positions().stream().map(Holding::base).reduce(nothing, Money::plus);
        var cash = close.cash().stream().map(Balance::base).reduce(nothing, Money::plus);
        var netReturn = day.netReturn();
        return new PortfolioView(
                close.account(),
                day.date(),
                close.total().currency().code(),
                day.standing().name().toLowerCase(Locale.ROOT),
                Amount.of(day.closing()),
                Amount.of(cash),
                close.positions().size(),
                Amount.of(held),
                Amount.of(day.opening()),
                Amount.of(day.flow()),
                Amount.of(day.closing().minus(day.opening())),
                netReturn == null
                        ? null
                        : TimeWeightedReturn.percent(netReturn)
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString());
    }
}
