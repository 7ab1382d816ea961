package io.flexledger.realtime.adapter.rest;

import static io.flexledger.realtime.adapter.rest.ProblemType.ACCOUNT_AMBIGUOUS;
import static io.flexledger.realtime.adapter.rest.ProblemType.BAD_DATE;
import static io.flexledger.realtime.adapter.rest.ProblemType.GATEWAY_UNAVAILABLE;
import static io.flexledger.realtime.adapter.rest.ProblemType.NO_ACCOUNT_SNAPSHOT;

import io.flexledger.realtime.Gateway;
import io.flexledger.realtime.GatewayArchive;
import io.flexledger.realtime.account.AccountPicture;
import io.flexledger.realtime.session.Mishap;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Accounts and executions as the gateway states them. What was told before is told on while the gateway is away. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Accounts")
public class AccountResource {

    /** A value this old may have changed without our hearing of it. */
    private static final Duration STALE = Duration.ofMinutes(5);

    private final Gateway gateway;
    private final GatewayArchive archive;

    AccountResource(Gateway gateway, GatewayArchive archive) {
        this.gateway = gateway;
        this.archive = archive;
    }

    record Executions(LocalDate date, List<ExecutionView> executions) {}

    record Fetched(Instant takenAt, List<String> accounts) {}

    @GET
    @Path("/account/summary")
    @Operation(summary = "Newest net asset value, cash, buying power and positions of an account")
    @APIResponse(responseCode = "404", description = "NO_ACCOUNT_SNAPSHOT")
    public SummaryView summary(@QueryParam("account") @Nullable String account) {
        AccountPicture picture = archive.picture(chosen(account))
                .orElseThrow(() -> NO_ACCOUNT_SNAPSHOT.because("the gateway has told nothing of the account yet"));
        Instant now = gateway.now();
        boolean stale =
                !gateway.status().state().isLive() || picture.asOf().plus(STALE).isBefore(now);
        return SummaryView.of(picture, now, stale);
    }

    @GET
    @Path("/executions")
    @Operation(
            summary = "All executions of a report day, also those from before this service was started",
            description =
                    "Today unless a date is given. A commission is negative when it is paid. Status is TOLD, NOT_VALUED for one"
                            + " that waits for a person, or TAKEN_BACK for one that does not stand any more.")
    public Executions executions(
            @QueryParam("date") @Nullable String date, @QueryParam("account") @Nullable String account) {
        LocalDate day = day(date);
        return new Executions(day, listed(day, account).toList());
    }

    @GET
    @Path("/executions")
    @Produces("text/csv")
    @Operation(hidden = true)
    public String executionsAsCsv(
            @QueryParam("date") @Nullable String date, @QueryParam("account") @Nullable String account) {
        return Stream.concat(
                        Stream.of(ExecutionView.CSV_HEADER),
                        listed(day(date), account).map(ExecutionView::csv))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @POST
    @Path("/fetch-data")
    @Operation(
            summary = "Asks the gateway for everything now, and keeps what it says of each account",
            description = "All accounts are kept, or none.")
    @APIResponse(responseCode = "503", description = "GATEWAY_UNAVAILABLE")
    public Fetched fetch() {
        if (!gateway.refresh()) {
            Mishap mishap = gateway.status().mishap();
            throw GATEWAY_UNAVAILABLE.because(mishap == null ? "the gateway did not answer in time" : mishap.text());
        }
        Instant takenAt = Instant.now();
        List<String> accounts = archive.accounts().stream()
                .filter(gateway.status().accounts()::contains)
                .toList();
        if (accounts.isEmpty()) {
            throw GATEWAY_UNAVAILABLE.because("the gateway has told no account's value yet");
        }
        archive.keep(accounts, takenAt);
        return new Fetched(takenAt, accounts);
    }

    private Stream<ExecutionView> listed(LocalDate day, @Nullable String account) {
        return archive.fills(day, account == null || account.isBlank() ? null : account).stream()
                .map(ExecutionView::of);
    }

    private LocalDate day(@Nullable String date) {
        try {
            return date == null || date.isBlank() ? gateway.today() : LocalDate.parse(date);
        } catch (DateTimeParseException _) {
            throw BAD_DATE.because("not a date: '" + date + "'");
        }
    }

    private String chosen(@Nullable String account) {
        if (account != null && !account.isBlank()) {
            return account;
        }
        List<String> accounts = archive.accounts();
        if (accounts.isEmpty()) {
            throw NO_ACCOUNT_SNAPSHOT.because("the gateway has told of no account yet");
        }
        if (accounts.size() > 1) {
            throw ACCOUNT_AMBIGUOUS.because(
                    "there are " + accounts.size() + " accounts: " + String.join(", ", accounts));
        }
        return accounts.getFirst();
    }
}
