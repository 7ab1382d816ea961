package io.flexledger.mapper.adapter.rest;

import static io.flexledger.mapper.adapter.rest.ProblemType.ARTIFACT_NOT_FOUND;
import static io.flexledger.mapper.adapter.rest.ProblemType.ROW_NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.mapper.ibkr.row.RowAttributes;
import io.flexledger.mapper.lookup.MappingRecords;
import io.flexledger.mapper.reading.Outcome;
import io.flexledger.mapper.reading.RawRecord;
import io.flexledger.web.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of every row of every artifact. */
@Path("/mapping")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Mapping")
public class MappingResource {

    private final MappingRecords records;

    MappingResource(MappingRecords records) {
        this.records = records;
    }

    /**
     * One row, down to its bytes.
     *
     * @param attributes columns and values in the order written
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowView(
            ArtifactId artifact,
            int ordinal,
            String section,
            String element,
            long byteOffset,
            int byteLength,
            String xml,
            Map<String, String> attributes,
            Outcome outcome,
            @Nullable String reason) {

        static RowView of(ArtifactId artifact, RawRecord row) {
            return new RowView(
                    artifact,
                    row.ordinal(),
                    row.section(),
                    row.element(),
                    row.byteOffset(),
                    row.byteLength(),
                    row.xml(),
                    RowAttributes.of(row.element(), row.xml()),
                    row.outcome(),
                    row.reason());
        }
    }

    public record HashView(String sha256) {}

    @GET
    @Path("/artifacts/{id}")
    @Operation(summary = "Row accounting, sections, refused rows and unknown names of one artifact")
    @APIResponse(responseCode = "200", description = "What became of the artifact")
    @APIResponse(responseCode = "404", description = "ARTIFACT_NOT_FOUND")
    public ArtifactView artifact(@PathParam("id") String id) {
        return ArtifactView.of(records.findArtifact(artifactId(id)).orElseThrow(() -> unknown(id)));
    }

    @GET
    @Path("/artifacts/{id}/rows/{ordinal}")
    @Operation(summary = "One row: its section, its place in the statement's bytes, its text and its columns")
    @APIResponse(responseCode = "200", description = "The row as the broker wrote it")
    @APIResponse(responseCode = "404", description = "ARTIFACT_NOT_FOUND or ROW_NOT_FOUND")
    public RowView row(@PathParam("id") String id, @PathParam("ordinal") String ordinal) {
        var artifact = artifactId(id);
        int number = ordinal.matches("[0-9]{1,9}") ? Integer.parseInt(ordinal) : 0;
        var row = records.findRow(artifact, number);
        if (row.isEmpty()) {
            int rows = records.findArtifact(artifact)
                    .orElseThrow(() -> unknown(id))
                    .rows()
                    .total();
            throw ROW_NOT_FOUND.because("row must be from 1 to " + rows + ": '" + ordinal + "'");
        }
        return RowView.of(artifact, row.get());
    }

    @GET
    @Path("/artifacts/{id}/rejections")
    @Operation(summary = "Refused rows of one artifact, newest first, with the reason and a next step")
    @APIResponse(responseCode = "200", description = "A page, with a cursor where there are more")
    @APIResponse(responseCode = "404", description = "ARTIFACT_NOT_FOUND")
    public Paging.Page<RejectionView> rejections(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        var artifact = artifactId(id);
        if (records.findArtifact(artifact).isEmpty()) {
            throw unknown(id);
        }
        return rejectionPage(artifact, cursor, limit);
    }

    @GET
    @Path("/rejections")
    @Operation(summary = "Refused rows and artifacts, newest first, with the reason and a next step")
    @APIResponse(responseCode = "200", description = "A page, with a cursor where there are more")
    @APIResponse(responseCode = "400", description = "INVALID_PAGINATION")
    public Paging.Page<RejectionView> rejections(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        return rejectionPage(null, cursor, limit);
    }

    @GET
    @Path("/drift")
    @Operation(summary = "Sections, elements, attributes and values that are not known, most frequent first")
    @APIResponse(responseCode = "200", description = "A page, with the next offset where there are more")
    @APIResponse(responseCode = "400", description = "INVALID_PAGINATION")
    public Paging.Page<DriftView> drift(
            @QueryParam("offset") @Nullable String offset, @QueryParam("limit") @Nullable String limit) {
        int size = Paging.limit(limit);
        int from = Paging.offset(offset);
        var found = records.drift(from, size + 1).stream().map(DriftView::of).toList();
        return Paging.Page.of(found, size, last -> Integer.toString(from + size));
    }

    @GET
    @Path("/instruments")
    @Operation(summary = "Instruments by id, with every name they ever had")
    @APIResponse(responseCode = "200", description = "A page, with a cursor where there are more")
    @APIResponse(responseCode = "400", description = "INVALID_PAGINATION")
    public Paging.Page<InstrumentView> instruments(
            @QueryParam("name") @Nullable String name,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        int size = Paging.limit(limit);
        var found = records.instruments(name, cursor == null ? "" : cursor, size + 1).stream()
                .map(InstrumentView::of)
                .toList();
        return Paging.Page.of(found, size, last -> last.id().value());
    }

    @GET
    @Path("/projection-hash")
    @Operation(summary = "SHA-256 over all that is remembered, whatever the order in which it arrived")
    @APIResponse(responseCode = "200", description = "The hash, in hex")
    public HashView projectionHash() {
        return new HashView(records.projectionHash());
    }

    private Paging.Page<RejectionView> rejectionPage(
            @Nullable ArtifactId artifact, @Nullable String cursor, @Nullable String limit) {
        int size = Paging.limit(limit);
        var found = records.rejections(artifact, Paging.before(cursor), size + 1).stream()
                .map(RejectionView::of)
                .toList();
        return Paging.Page.of(found, size, last -> Long.toString(last.id()));
    }

    private static ArtifactId artifactId(String text) {
        try {
            return ArtifactId.of(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    private static ProblemException unknown(String id) {
        return ARTIFACT_NOT_FOUND.because("no artifact with this id has been mapped: '" + id + "'");
    }
}
