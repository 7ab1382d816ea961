package io.flexledger.ledger.adapter.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.id.EventId;
import io.flexledger.ledger.JournalView;
import io.flexledger.ledger.JournalView.ProjectionHash;
import io.flexledger.ledger.history.FoldedAccount;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The journal and the facts behind it. */
@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LedgerResource {

    private final JournalView journal;

    LedgerResource(JournalView journal) {
        this.journal = journal;
    }

    @GET
    @Path("/accounts")
    @Operation(summary = "How far each account is folded, and why one waits")
    public List<FoldedAccount> accounts() {
        return journal.accounts();
    }

    @GET
    @Path("/entries/{id}")
    @Operation(summary = "One journal entry with its postings, which sum to zero per commodity")
    public ObjectNode entry(@PathParam("id") UUID id) {
        return journal.findEntry(new EventId(id))
                .orElseThrow(() -> ProblemType.ENTRY_NOT_FOUND.because("no journal entry has the id " + id));
    }

    @GET
    @Path("/events/{id}")
    @Operation(summary = "Every version of one fact, oldest statement first")
    public List<ObjectNode> event(@PathParam("id") UUID id) {
        var versions = journal.versions(new EventId(id));
        if (versions.isEmpty()) {
            throw ProblemType.EVENT_NOT_FOUND.because("no event has the id " + id);
        }
        return versions;
    }

    @GET
    @Path("/provisional-fills")
    @Operation(
            summary = "What the Gateway told, and what became of it; newest report day first",
            description = "One that no statement confirmed does not count and is for a person to judge.")
    @APIResponse(responseCode = "200", description = "A page, with a cursor where there are more")
    @APIResponse(responseCode = "400", description = "INVALID_PAGINATION")
    public ProvisionalFillView.Page provisionalFills(
            @Parameter(description = "every account where absent") @QueryParam("account") @Nullable String account,
            @Parameter(description = "as the last answer gave it") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "50 where absent, at most 200") @QueryParam("limit") @Nullable String limit) {
        int size = Paging.limit(limit);
        var found = journal.provisionalFills(account, Paging.after(cursor), size + 1);
        var page = found.subList(0, Math.min(size, found.size()));
        return new ProvisionalFillView.Page(
                page.stream().map(ProvisionalFillView::of).toList(),
                found.size() > size ? Paging.cursor(page.getLast()) : null);
    }

    @GET
    @Path("/projection-hash")
    @Operation(
            summary = "SHA-256 over what the ledger holds",
            description = "Equal for the same facts, whatever the order, the files or the crashes they came through.")
    public ProjectionHash projectionHash() {
        return journal.projectionHash();
    }
}
