package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.ProblemType.INVALID_PAGINATION;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.report.Holdings;
import io.flexledger.report.day.EntryWords;
import io.flexledger.report.holding.TradePlace;
import io.flexledger.report.trace.DayFigures;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Executions. */
@Path("/api/trades")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Trades", description = "What was executed")
public class TradeResource {

    private static final int LIMIT = 100;

    private final Inputs inputs;
    private final Holdings holdings;

    TradeResource(Inputs inputs, Holdings holdings) {
        this.inputs = inputs;
        this.holdings = holdings;
    }

    /**
     * An execution.
     *
     * @param kind           trade, or cancellation where the broker took one back
     * @param quantity       positive bought, negative sold
     * @param brokerRealized {@code fifoPnlRealized} where the statement has it
     * @param figure         its effect on net asset value, to be traced
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TradeView(
            String kind,
            UUID entry,
            LocalDate reportDate,
            Instant executedAt,
            @Nullable String transactionId,
            @Nullable String execId,
            @Nullable String orderId,
            InstrumentId instrument,
            String symbol,
            String name,
            String assetCategory,
            String side,
            Quantity quantity,
            Money price,
            Money proceeds,
            Money commission,
            Money taxes,
            @Nullable Money brokerRealized,
            FxRate rate,
            String figure) {

        static TradeView of(JournalEntry entry) {
            var leg = leg(entry.detail());
            var instrument = leg.instrument();
            return new TradeView(
                    EntryWords.kind(entry.detail()),
                    entry.id().value(),
                    entry.reportDate(),
                    entry.occurredAt(),
                    leg.ids().transactionId(),
                    leg.ids().execId(),
                    leg.ids().orderId(),
                    instrument.id(),
                    instrument.symbol(),
                    instrument.spoken(),
                    instrument.assetCategory(),
                    leg.quantity().signum() < 0 ? "SELL" : "BUY",
                    leg.quantity(),
                    leg.price(),
                    leg.proceeds(),
                    leg.commission(),
                    leg.taxes(),
                    leg.brokerRealized(),
                    leg.rate(),
                    DayFigures.entryId(entry).value());
        }

        private static Leg leg(EntryDetail detail) {
            if (detail instanceof EntryDetail.Traded(var leg)) {
                return leg;
            }
            if (detail instanceof EntryDetail.Cancelled cancelled) {
                return cancelled.leg();
            }
            throw new IllegalStateException("not an execution: " + detail);
        }
    }

    /** @param next cursor of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TradeList(
            AccountId account,
            List<TradeView> items,
            @Nullable String next) {}

    @GET
    @Operation(summary = "Executions, newest first", description = "Bookings of the broker itself are not among them.")
    @APIResponse(responseCode = "200", description = "A page, with a cursor where there are more")
    @APIResponse(responseCode = "400", description = "BAD_DATE, INVALID_PAGINATION or ACCOUNT_AMBIGUOUS")
    @APIResponse(responseCode = "404", description = "ACCOUNT_NOT_FOUND")
    public TradeList trades(
            @Parameter(description = "needed where there are several") @QueryParam("account") @Nullable String account,
            @Parameter(description = "the same as account") @QueryParam("account_id") @Nullable String accountId,
            @Parameter(description = "first report date") @QueryParam("start_date") @Nullable String startDate,
            @Parameter(description = "last report date") @QueryParam("end_date") @Nullable String endDate,
            @Parameter(description = "of the instrument or its underlying") @QueryParam("symbol") @Nullable
                    String symbol,
            @Parameter(description = "100 where absent, at most 1000") @QueryParam("limit") @Nullable String limit,
            @Parameter(description = "as the last answer gave it") @QueryParam("cursor") @Nullable String cursor) {
        var known = inputs.account(account != null ? account : accountId);
        int size = Inputs.limit(limit, LIMIT);
        var found = holdings.trades(
                known.account(),
                Inputs.date(startDate, Inputs.FIRST),
                Inputs.date(endDate, Inputs.LAST),
                symbol == null || symbol.isBlank() ? null : symbol,
                place(cursor),
                size + 1);
        boolean more = found.size() > size;
        var page = more ? found.subList(0, size) : found;
        return new TradeList(
                known.account(), page.stream().map(TradeView::of).toList(), more ? cursor(page.getLast()) : null);
    }

    private static String cursor(JournalEntry last) {
        var text = last.reportDate() + " " + last.sequence() + " " + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable TradePlace place(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length == 3) {
                return new TradePlace(LocalDate.parse(parts[0]), Integer.parseInt(parts[1]), UUID.fromString(parts[2]));
            }
        } catch (IllegalArgumentException | DateTimeException broken) {
            // Told below.
        }
        throw INVALID_PAGINATION.because("not a cursor of this list: '" + cursor + "'");
    }
}
