package io.flexledger.ingestor.adapter.rest;

import static io.flexledger.ingestor.adapter.rest.ProblemType.FILE_NOT_FOUND;

import io.flexledger.ingestor.intake.Archive;
import io.flexledger.ingestor.intake.ReceivedFile;
import io.flexledger.ingestor.intake.ScanLog;
import io.flexledger.ingestor.intake.ScanResult;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What was received, what was found in it, and its bytes. */
@Path("/ingestion/files")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Files")
public class FileResource {

    private final Archive archive;
    private final ScanLog scans;

    FileResource(Archive archive, ScanLog scans) {
        this.archive = archive;
        this.scans = scans;
    }

    @GET
    @Operation(summary = "Files received, newest first")
    @APIResponse(responseCode = "200", description = "A page of files, with a cursor where there are more")
    @APIResponse(responseCode = "400", description = "INVALID_PAGINATION")
    public FileView.Page list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        int size = Paging.limit(limit);
        var files = archive.newest(Paging.position(cursor), size + 1);
        var page = files.subList(0, Math.min(size, files.size()));
        return new FileView.Page(
                page.stream().map(FileView::of).toList(),
                files.size() > size ? Long.toString(page.getLast().link().position()) : null);
    }

    @GET
    @Path("/{sha256}")
    @Operation(summary = "One file, and what was found in it")
    @APIResponse(responseCode = "200", description = "The file with its statements and problems")
    @APIResponse(responseCode = "404", description = "FILE_NOT_FOUND")
    public IntakeView get(@RestPath String sha256) {
        var file = find(sha256);
        var result = scans.find(sha256)
                .orElseGet(() -> new ScanResult(List.of(), List.of(), List.of("not searched for statements yet")));
        return IntakeView.of(null, file, result);
    }

    @GET
    @Path("/{sha256}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "The file's bytes, as they were received")
    @APIResponse(responseCode = "200", description = "The bytes; ETag is their SHA-256")
    @APIResponse(responseCode = "404", description = "FILE_NOT_FOUND")
    public Response content(@RestPath String sha256) {
        var file = find(sha256);
        return Bytes.answer(archive.open(sha256), file.size(), sha256, MediaType.APPLICATION_OCTET_STREAM);
    }

    private ReceivedFile find(String sha256) {
        return archive.find(sha256).orElseThrow(() -> FILE_NOT_FOUND.because("no file " + sha256));
    }
}
