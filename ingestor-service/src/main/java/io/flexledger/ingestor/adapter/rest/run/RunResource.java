package io.flexledger.ingestor.adapter.rest.run;

import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_NOTE;
import static io.flexledger.ingestor.adapter.rest.ProblemType.RUN_CHANGED;
import static io.flexledger.ingestor.adapter.rest.ProblemType.RUN_NOT_FOUND;
import static io.flexledger.ingestor.adapter.rest.ProblemType.VERSION_REQUIRED;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Attempts to take files in, to fetch them, or to have them read again. */
@Path("/ingestion/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
public class RunResource {

    private static final int NOTE = 4_000;

    /** What a person writes about a run; null removes it. */
    public record Note(@Nullable String note) {}

    @GET
    @WithSession
    @Operation(summary = "Runs, newest first")
    @APIResponse(responseCode = "200", description = "A page of runs")
    @APIResponse(
            responseCode = "400",
            description = "INVALID_PAGINATION, INVALID_SORT_FIELD, INVALID_SORT_DIRECTION or INVALID_FILTER")
    public Uni<RunView.Page> list(@BeanParam RunQuery query) {
        int first = query.firstRow();
        int last = Math.toIntExact(Math.min(Integer.MAX_VALUE, (long) first + query.appliedLimit() - 1));
        var found = IngestionRun.<IngestionRun>find(query.condition(), query.sort(), query.parameters())
                .range(first, last)
                .list();
        return found.chain(runs -> IngestionRun.count(query.condition(), query.parameters())
                .map(total -> RunView.Page.of(runs.stream().map(RunView::of).toList(), total, query)));
    }

    @GET
    @Path("/{id}")
    @WithSession
    @Operation(summary = "One run")
    @APIResponse(responseCode = "200", description = "The run; ETag is its version")
    @APIResponse(responseCode = "404", description = "RUN_NOT_FOUND")
    public Uni<RestResponse<RunView>> get(@RestPath String id) {
        return find(id).map(RunResource::answer);
    }

    /** What a report should have had. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record MissingSections(long runId, List<String> missingSections) {}

    @GET
    @Path("/{id}/missing-sections")
    @WithSession
    @Operation(
            summary = "Sections the role of a run's query requires, and its report lacked",
            description = "Where there are any, nothing of the report was published.")
    @APIResponse(responseCode = "200", description = "Their names as in the report; mostly none")
    @APIResponse(responseCode = "404", description = "RUN_NOT_FOUND")
    public Uni<MissingSections> missingSections(@RestPath String id) {
        return find(id).map(run -> new MissingSections(run.id, List.of(run.missingSections)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @WithTransaction
    @Operation(summary = "Changes the note of a run", description = "If-Match carries the ETag the run was read with.")
    @APIResponse(responseCode = "200", description = "The run with its new note and version")
    @APIResponse(responseCode = "404", description = "RUN_NOT_FOUND")
    @APIResponse(responseCode = "412", description = "RUN_CHANGED: somebody else was faster")
    @APIResponse(responseCode = "422", description = "INVALID_NOTE")
    @APIResponse(responseCode = "428", description = "VERSION_REQUIRED: no If-Match")
    public Uni<RestResponse<RunView>> annotate(
            @RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable Note note) {
        if (ifMatch == null) {
            throw VERSION_REQUIRED.because("the note of run " + id + " can only be changed with If-Match");
        }
        var text = note == null ? null : note.note();
        if (text != null && text.length() > NOTE) {
            throw INVALID_NOTE.because("a note has at most %d characters: %d".formatted(NOTE, text.length()));
        }
        return find(id).call(run -> {
                    if (!ifMatch.equals("*") && !ifMatch.equals('"' + tag(run).getValue() + '"')) {
                        throw RUN_CHANGED.because("run %d has version %d".formatted(run.id, run.version));
                    }
                    run.note = text;
                    return run.flush(); // before the answer, so that it carries the new version
                })
                .map(RunResource::answer);
    }

    private static Uni<IngestionRun> find(String id) {
        return IngestionRun.<IngestionRun>findById(number(id))
                .onItem()
                .ifNull()
                .failWith(() -> RUN_NOT_FOUND.because("no run " + id))
                .map(Objects::requireNonNull);
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException _) {
            throw RUN_NOT_FOUND.because("no run " + id);
        }
    }

    private static RestResponse<RunView> answer(IngestionRun run) {
        return RestResponse.ResponseBuilder.ok(RunView.of(run)).tag(tag(run)).build();
    }

    private static EntityTag tag(IngestionRun run) {
        return new EntityTag(Integer.toString(run.version));
    }
}
