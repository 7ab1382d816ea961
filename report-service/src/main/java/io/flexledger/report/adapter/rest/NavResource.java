package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.ProblemType.BAD_KIND;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.Holdings;
import io.flexledger.report.trace.DayFigures;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Net asset value over time. */
@Path("/api/nav")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Values and positions", description = "What the account held and was worth")
public class NavResource {

    private final Inputs inputs;
    private final Holdings holdings;

    NavResource(Inputs inputs, Holdings holdings) {
        this.inputs = inputs;
        this.holdings = holdings;
    }

    /** A balance of one currency, with the rate it is converted at and who states it. */
    public record BalanceView(Money amount, FxRate rate, Money base) {
        static BalanceView of(NavSnapshot.Balance balance) {
            return new BalanceView(balance.amount(), balance.rate(), balance.base());
        }
    }

    /**
     * A value, unrounded.
     *
     * @param kind       official, calculated or live
     * @param opening    at the start of the day
     * @param components what the total is made of
     * @param changes    columns of ChangeInNAV; of a live value the gateway's own results so far
     * @param figures    names of the amounts, to be traced
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record NavView(
            LocalDate date,
            String kind,
            Instant asOf,
            Money total,
            @Nullable Money opening,
            @Nullable String twrPercent,
            Map<String, Money> components,
            Map<String, Money> changes,
            List<BalanceView> cash,
            List<BalanceView> accruals,
            List<Caveat> caveats,
            Map<String, String> figures) {}

    public record NavList(AccountId account, List<NavView> items) {}

    @GET
    @Operation(
            summary = "Net asset value by day and kind, with its components",
            description = "official is the broker's, calculated the ledger's own from postings, marks and rates, live"
                    + " the Gateway's while the day runs.")
    @APIResponse(responseCode = "200", description = "By date and kind")
    @APIResponse(responseCode = "400", description = "BAD_DATE, BAD_KIND or ACCOUNT_AMBIGUOUS")
    @APIResponse(responseCode = "404", description = "ACCOUNT_NOT_FOUND")
    public NavList navs(
            @Parameter(description = "needed where there are several") @QueryParam("account") @Nullable String account,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Parameter(description = "official, calculated or live; else all") @QueryParam("kind") @Nullable
                    String kind) {
        var known = inputs.account(account);
        var items = holdings
                .navs(known.account(), Inputs.date(from, Inputs.FIRST), Inputs.date(to, Inputs.LAST), kind(kind))
                .stream()
                .map(NavResource::view)
                .toList();
        return new NavList(known.account(), items);
    }

    private static @Nullable Kind kind(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        for (var kind : Kind.values()) {
            if (kind.name().equalsIgnoreCase(text)) {
                return kind;
            }
        }
        throw BAD_KIND.because("no kind '" + text + "'");
    }

    private static NavView view(NavSnapshot snapshot) {
        var figures = new TreeMap<String, String>();
        DayFigures.nav(snapshot).forEach(figure -> {
            var id = figure.id().value();
            var kind = "/nav/" + snapshot.kind().name().toLowerCase(Locale.ROOT) + "/";
            figures.put(id.substring(id.indexOf(kind) + kind.length()), id);
        });
        var twr = snapshot.twrPercent();
        return new NavView(
                snapshot.date(),
                snapshot.kind().name().toLowerCase(Locale.ROOT),
                snapshot.asOf(),
                snapshot.total(),
                snapshot.opening(),
                twr == null ? null : twr.toPlainString(),
                snapshot.components(),
                snapshot.changes(),
                snapshot.cash().stream().map(BalanceView::of).toList(),
                snapshot.accruals().stream().map(BalanceView::of).toList(),
                snapshot.caveats(),
                figures);
    }
}
