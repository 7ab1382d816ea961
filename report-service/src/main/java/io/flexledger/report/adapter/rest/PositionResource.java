package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.ProblemType.DAY_NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Lot;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.report.Holdings;
import io.flexledger.report.holding.LotRow;
import io.flexledger.report.holding.LotSearch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is and was held, and in which lots. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Values and positions")
public class PositionResource {

    private static final int LOTS = 100;

    private final Inputs inputs;
    private final Holdings holdings;

    PositionResource(Inputs inputs, Holdings holdings) {
        this.inputs = inputs;
        this.holdings = holdings;
    }

    /**
     * A position.
     *
     * @param value      quantity times mark times multiplier
     * @param costBasis  the broker's way, negative for a short
     * @param unrealized value minus cost
     * @param rate       to base, where the position is told as of a close
     * @param lots       open lots, oldest first; for the current state only
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record PositionView(
            InstrumentId instrument,
            String symbol,
            String name,
            String assetCategory,
            Quantity quantity,
            @Nullable Money mark,
            @Nullable String markSource,
            @Nullable Money value,
            Money costBasis,
            @Nullable Money unrealized,
            @Nullable FxRate rate,
            @Nullable Money valueInBase,
            List<Lot> lots) {

        static PositionView of(NavSnapshot.Holding h) {
            return new PositionView(
                    h.instrument().id(),
                    h.instrument().symbol(),
                    h.instrument().spoken(),
                    h.instrument().assetCategory(),
                    h.quantity(),
                    h.mark(),
                    h.markSource().name(),
                    h.value(),
                    h.costBasis(),
                    h.value().minus(h.costBasis()),
                    h.rate(),
                    h.base(),
                    List.of());
        }

        static PositionView of(PositionUpdate p) {
            var zero = Money.zero(p.instrument().currency());
            var cost = p.lots().stream().map(Lot::basis).reduce(zero, Money::plus);
            var mark = p.mark();
            var value = mark == null
                    ? null
                    : mark.times(p.quantity()).times(p.instrument().multiplier());
            return new PositionView(
                    p.instrument().id(),
                    p.instrument().symbol(),
                    p.instrument().spoken(),
                    p.instrument().assetCategory(),
                    p.quantity(),
                    mark,
                    null,
                    value,
                    cost,
                    value == null ? null : value.minus(cost),
                    null,
                    null,
                    p.lots());
        }
    }

    /** @param asOf the close the positions are told at; absent for the current state */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PositionList(AccountId account, @Nullable LocalDate asOf, List<PositionView> items) {}

    /** @param next offset of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LotList(
            AccountId account, List<LotRow> items, @Nullable Integer next) {}

    @GET
    @Path("/positions")
    @Operation(
            summary = "Open positions, now or at the close of a day",
            description = "With as_of, what was open at the last close on or before that date, by the ledger's books.")
    @APIResponse(responseCode = "200", description = "By symbol")
    @APIResponse(responseCode = "400", description = "BAD_DATE or ACCOUNT_AMBIGUOUS")
    @APIResponse(responseCode = "404", description = "ACCOUNT_NOT_FOUND, or DAY_NOT_FOUND before the first close")
    public PositionList positions(
            @Parameter(description = "needed where there are several") @QueryParam("account") @Nullable String account,
            @Parameter(description = "report date") @QueryParam("as_of") @Nullable String asOf) {
        var known = inputs.account(account);
        var date = Inputs.dateOrNone(asOf);
        if (date == null) {
            var now = holdings.positions(known.account()).stream()
                    .map(PositionView::of)
                    .toList();
            return new PositionList(known.account(), null, now);
        }
        var snapshot = holdings.asOf(known.account(), date)
                .orElseThrow(() -> DAY_NOT_FOUND.because("no close of " + known.account() + " on or before " + date
                        + "; the first is " + known.first()));
        return new PositionList(
                known.account(),
                snapshot.date(),
                snapshot.positions().stream().map(PositionView::of).toList());
    }

    @GET
    @Path("/lots")
    @Operation(
            summary = "Lots by the dates they were entered and left",
            description = "A lot closed by several fills is one row per part. Any exit bound leaves open lots out.")
    @APIResponse(responseCode = "200", description = "By entry date")
    @APIResponse(responseCode = "400", description = "BAD_DATE, INVALID_PAGINATION or ACCOUNT_AMBIGUOUS")
    @APIResponse(responseCode = "404", description = "ACCOUNT_NOT_FOUND")
    public LotList lots(
            @Parameter(description = "needed where there are several") @QueryParam("account") @Nullable String account,
            @QueryParam("entry_from") @Nullable String entryFrom,
            @QueryParam("entry_to") @Nullable String entryTo,
            @QueryParam("exit_from") @Nullable String exitFrom,
            @QueryParam("exit_to") @Nullable String exitTo,
            @QueryParam("symbol") @Nullable String symbol,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("offset") @Nullable String offset) {
        var known = inputs.account(account);
        var search = new LotSearch(
                known.account(),
                Inputs.date(entryFrom, Inputs.FIRST),
                Inputs.date(entryTo, Inputs.LAST),
                Inputs.dateOrNone(exitFrom),
                Inputs.dateOrNone(exitTo),
                symbol);
        int size = Inputs.limit(limit, LOTS);
        int from = Inputs.offset(offset);
        var found = holdings.lots(search, size + 1, from);
        boolean more = found.size() > size;
        return new LotList(known.account(), more ? found.subList(0, size) : found, more ? from + size : null);
    }
}
