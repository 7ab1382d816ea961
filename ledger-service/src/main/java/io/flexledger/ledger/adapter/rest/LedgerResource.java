package io.flexledger.ledger.adapter.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.id.EventId;
import io.flexledger.ledger.JournalView;
import io.flexledger.ledger.JournalView.ProjectionHash;
import io.flexledger.ledger.history.Standing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

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
    public List<Standing> accounts() {
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
    @Path("/projection-hash")
    @Operation(
            summary = "SHA-256 over what the ledger holds",
            description = "Equal for the same facts, whatever the order, the files or the crashes they came through.")
    public ProjectionHash projectionHash() {
        return journal.projectionHash();
    }
}
