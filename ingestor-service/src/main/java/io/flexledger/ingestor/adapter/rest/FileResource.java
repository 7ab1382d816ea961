package io.flexledger.ingestor.adapter.rest;

import static io.flexledger.ingestor.adapter.rest.ProblemType.FILE_NOT_FOUND;
import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_MULTIPART;

import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.Intake;
import io.flexledger.ingestor.intake.Archive;
import io.flexledger.ingestor.intake.Origin;
import io.flexledger.ingestor.intake.ReceivedFile;
import io.flexledger.ingestor.intake.ScanLog;
import io.flexledger.ingestor.intake.ScanResult;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Files in, byte for byte, and out again. */
@Path("/ingestion/files")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Files")
public class FileResource {

    private final Intake intake;
    private final Archive archive;
    private final ScanLog scans;
    private final IngestorConfig config;

    FileResource(Intake intake, Archive archive, ScanLog scans, IngestorConfig config) {
        this.intake = intake;
        this.archive = archive;
        this.scans = scans;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Takes one file in",
            description = "The body is the file, whatever its media type: a Flex report in XML, the same packed with"
                    + " gzip, or a ZIP archive of several. The bytes are kept before they are read.")
    @APIResponse(
            responseCode = "201",
            description = "At least one statement is new",
            content = @Content(schema = @Schema(implementation = IntakeView.class)))
    @APIResponse(responseCode = "200", description = "Everything in it was known")
    @APIResponse(responseCode = "413", description = "FILE_TOO_LARGE: nothing was kept")
    @APIResponse(responseCode = "422", description = "Nothing in it could be taken; the bytes are kept")
    public Response upload(
            InputStream body,
            @QueryParam("name") @Nullable String name,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) @Nullable String disposition,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
            @HeaderParam("Expect") @Nullable String expect,
            @Context RoutingContext request)
            throws IOException {
        var label = name == null ? FileName.ofDisposition(disposition) : FileName.of(name);
        var view = IntakeView.of(intake.take(Origin.UPLOAD, label, body, length == null ? -1 : length));
        if (!view.isKept()) {
            new Leftover(body, request)
                    .discard(expect != null, 2 * config.maxFileSize().asLongValue());
        }
        return answer(view);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Takes the files of a form in",
            description = "Each part with a file name is a file. One file is answered like one sent as the body;"
                    + " several are answered as a list, with a problem only where nothing of any could be taken.")
    @APIResponse(responseCode = "201", description = "At least one statement is new")
    @APIResponse(responseCode = "200", description = "Nothing is new, and something was known")
    @APIResponse(responseCode = "400", description = "INVALID_MULTIPART or UPLOAD_INTERRUPTED")
    @APIResponse(responseCode = "413", description = "FILE_TOO_LARGE: nothing was kept")
    @APIResponse(responseCode = "422", description = "Nothing could be taken; the bytes are kept")
    public Response uploadForm(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type)
            throws IOException {
        var form = new FormFiles(body, type.getParameters().get("boundary"));
        var views = new ArrayList<IntakeView>();
        for (var part = form.next(); part != null; part = form.next()) {
            views.add(IntakeView.of(intake.take(Origin.UPLOAD, part.name(), part.content(), -1)));
        }
        if (views.isEmpty()) {
            throw INVALID_MULTIPART.because("no part of the form has a file name");
        }
        return views.size() == 1 ? answer(views.getFirst()) : answer(views);
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

    private static Response answer(IntakeView view) {
        if (!view.isAccepted()) {
            throw ProblemException.of(view.firstProblem(), view.members());
        }
        return Response.status(view.hasNews() ? Response.Status.CREATED : Response.Status.OK)
                .entity(view)
                .build();
    }

    private static Response answer(List<IntakeView> views) {
        if (views.stream().noneMatch(IntakeView::isAccepted)) {
            throw ProblemException.of(views.getFirst().firstProblem(), Map.of("files", views));
        }
        var created = views.stream().anyMatch(IntakeView::hasNews);
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(new IntakeView.Several(views))
                .build();
    }
}
