package io.flexledger.report.adapter.rest;

import io.flexledger.report.Accounts;
import io.flexledger.report.Holdings;
import io.flexledger.report.holding.AccountList.Listed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The accounts there are. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Accounts", description = "What there is to ask about")
public class AccountResource {

    private final Holdings holdings;
    private final Accounts accounts;

    AccountResource(Holdings holdings, Accounts accounts) {
        this.holdings = holdings;
        this.accounts = accounts;
    }

    public record HashView(String sha256) {}

    @GET
    @Path("/accounts")
    @Operation(
            summary = "Accounts, with their base currency and the report days there are of each",
            description =
                    "An account appears with its first statement, and with the reason where the ledger cannot book"
                            + " it yet; the reason is left out while the ledger does not answer. Live days are not counted.")
    @APIResponse(responseCode = "200", description = "All accounts, by id")
    public List<Listed> accounts() {
        return accounts.list().accounts();
    }

    @GET
    @Path("/projection-hash")
    @Operation(
            summary = "SHA-256 over all read models",
            description = "Equal for the same facts, whatever the order, the files or the crashes they came through:"
                    + " versions, artifact ids and arrival are left out.")
    @APIResponse(responseCode = "200", description = "The hash, in hex")
    public HashView projectionHash() {
        return new HashView(holdings.projectionHash());
    }
}
