package io.flexledger.ingestor.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.ingestor.intake.ListedRefusal;
import io.flexledger.ingestor.intake.ScanLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything that was kept but not taken. */
@Path("/ingestion/problems")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Problems")
public class RefusalResource {

    private final ScanLog scans;

    RefusalResource(ScanLog scans) {
        this.scans = scans;
    }

    /**
     * One refusal.
     *
     * @param file      SHA-256 of the file; its bytes are at {@code /ingestion/files/{sha256}/content}
     * @param statement its number in the file; absent where a document or the whole file is refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String file,
            @Nullable String name,
            long size,
            @Nullable Integer statement,
            @Nullable ArtifactId artifact,
            Instant foundAt,
            RefusalView problem) {

        static Item of(ListedRefusal listed) {
            return new Item(
                    listed.file(),
                    listed.name(),
                    listed.size(),
                    listed.statement(),
                    listed.artifact(),
                    listed.foundAt(),
                    RefusalView.of(listed.refusal(), listed.entry()));
        }
    }

    /** @param next cursor of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Item> items, @Nullable String next) {}

    @GET
    @Operation(summary = "Refused files, documents and statements, newest file first")
    @APIResponse(responseCode = "200", description = "A page of problems, with a cursor where there are more")
    @APIResponse(responseCode = "400", description = "INVALID_PAGINATION")
    public Page list(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        int size = Paging.limit(limit);
        var found = scans.refusals(Paging.place(cursor), size + 1);
        var page = found.subList(0, Math.min(size, found.size()));
        return new Page(
                page.stream().map(Item::of).toList(),
                found.size() > size ? Paging.cursor(page.getLast().place()) : null);
    }
}
