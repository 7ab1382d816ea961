package io.flexledger.report.adapter.upstream;

import io.flexledger.report.holding.BookedAccount;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The ledger-service, which knows what it cannot book yet. */
@RegisterRestClient(configKey = "ledger")
@Path("/ledger/accounts")
public interface LedgerClient {

    @GET
    List<BookedAccount> accounts();
}
