package io.flexledger.ingestor.adapter.rest.upload;

import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.Intake;
import io.flexledger.ingestor.adapter.rest.IntakeView;
import io.flexledger.ingestor.adapter.rest.RefusalProblem;
import io.flexledger.ingestor.adapter.rest.RefusalView;
import io.flexledger.ingestor.intake.Origin;
import io.flexledger.ingestor.refusal.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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

/** Takes files in. */
@Path("/ingestion/files")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Files")
public class UploadResource {

    private final Intake intake;
    private final IngestorConfig config;

    UploadResource(Intake intake, IngestorConfig config) {
        this.intake = intake;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Takes files in",
            description = "The body is the file, whatever its media type: a Flex report in XML, the same packed with"
                    + " gzip, or a ZIP archive of several. With multipart/form-data each part that has a file name is"
                    + " a file; several are answered as a list, with a problem only where nothing of any could be"
                    + " taken. The bytes are kept before they are read.")
    @APIResponse(
            responseCode = "201",
            description = "At least one statement is new",
            content = @Content(schema = @Schema(implementation = IntakeView.class)))
    @APIResponse(responseCode = "200", description = "Nothing is new, and something was known")
    @APIResponse(responseCode = "400", description = "UPLOAD_INTERRUPTED or INVALID_MULTIPART")
    @APIResponse(responseCode = "413", description = "FILE_TOO_LARGE: nothing was kept")
    @APIResponse(responseCode = "422", description = "Nothing could be taken; the bytes are kept")
    public Response upload(InputStream body, @BeanParam Upload upload, @Context RoutingContext request)
            throws IOException {
        var arriving = new ArrivingBody(body);
        return upload.isForm() ? form(arriving, upload) : file(arriving, upload, request);
    }

    private Response file(ArrivingBody body, Upload upload, RoutingContext request) throws IOException {
        var view = IntakeView.of(intake.take(Origin.UPLOAD, upload.label(), body, upload.announced()));
        if (!view.isKept()) {
            new Leftover(body, request)
                    .discard(upload.isWaiting(), 2 * config.maxFileSize().asLongValue());
        }
        return answer(view);
    }

    private Response form(ArrivingBody body, Upload upload) throws IOException {
        var views = new ArrayList<IntakeView>();
        try {
            var form = new FormFiles(body, upload.boundary());
            for (var part = form.next(); part != null; part = form.next()) {
                views.add(IntakeView.of(intake.take(Origin.UPLOAD, part.name(), part.content(), -1)));
            }
        } catch (RefusedException e) {
            throw RefusalProblem.of(RefusalView.of(e.refusal()), Map.of("files", views));
        }
        return views.size() == 1 ? answer(views.getFirst()) : answer(views);
    }

    private static Response answer(IntakeView view) {
        if (!view.isAccepted()) {
            throw RefusalProblem.of(view.firstProblem(), view.members());
        }
        return Response.status(view.hasNews() ? Response.Status.CREATED : Response.Status.OK)
                .entity(view)
                .build();
    }

    private static Response answer(List<IntakeView> views) {
        if (views.stream().noneMatch(IntakeView::isAccepted)) {
            throw RefusalProblem.of(views.getFirst().firstProblem(), Map.of("files", views));
        }
        var created = views.stream().anyMatch(IntakeView::hasNews);
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(new IntakeView.Several(views))
                .build();
    }
}
