package io.flexledger.ingestor.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.ingestor.ChainCheck;
import io.flexledger.ingestor.ChainCheck.Altered;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Proof that what was received is what is kept. */
@Path("/ingestion/chain")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Chain")
public class ChainResource {

    private final ChainCheck check;

    ChainResource(ChainCheck check) {
        this.check = check;
    }

    /**
     * The result of a verification.
     *
     * @param intact    whether all hashes are as they were
     * @param files     verified
     * @param artifacts verified
     * @param head      link of the last file verified; noted elsewhere, it proves later that nothing was cut off the end
     * @param altered   the first place that does not fit
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            boolean intact,
            long files,
            long artifacts,
            String head,
            @Nullable Altered altered) {}

    @GET
    @Operation(
            summary = "Verifies everything that was kept",
            description = "Recomputes all hashes from the bytes, so it takes as long as reading them.")
    @APIResponse(responseCode = "200", description = "The verdict, with the first altered place if there is one")
    public View verify() throws IOException {
        var verdict = check.verify();
        return new View(
                verdict.altered() == null, verdict.files(), verdict.artifacts(), verdict.head(), verdict.altered());
    }
}
