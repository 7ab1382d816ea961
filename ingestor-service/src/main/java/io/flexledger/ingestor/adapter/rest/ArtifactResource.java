package io.flexledger.ingestor.adapter.rest;

import static io.flexledger.ingestor.adapter.rest.ProblemType.ARTIFACT_NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.ingestor.intake.Artifacts;
import io.flexledger.web.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Statements that were published: where every figure ends when it is traced back. */
@Path("/ingestion/artifacts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Artifacts")
public class ArtifactResource {

    private final Artifacts artifacts;

    ArtifactResource(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    /**
     * A statement as the API shows it.
     *
     * @param artifact        SHA-256 of its bytes
     * @param canonicalSha256 of the bytes without {@code whenGenerated}
     * @param size            in bytes
     * @param file            SHA-256 of the file that brought it first
     * @param statement       its number in that file, from 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ArtifactView(
            ArtifactId artifact,
            AccountId account,
            String query,
            String kind,
            LocalDate from,
            LocalDate to,
            @Nullable String period,
            Instant generatedAt,
            String charset,
            long size,
            String canonicalSha256,
            String file,
            int statement) {}

    @GET
    @Operation(summary = "One statement")
    @APIResponse(responseCode = "200", description = "What it is, and which file brought it")
    @APIResponse(responseCode = "404", description = "ARTIFACT_NOT_FOUND")
    public ArtifactView get(@RestPath String id) {
        var kept = find(id);
        var artifact = kept.artifact();
        return new ArtifactView(
                artifact.id(),
                artifact.account(),
                artifact.query(),
                artifact.kind(),
                artifact.from(),
                artifact.to(),
                artifact.period(),
                artifact.generatedAt(),
                artifact.charset(),
                artifact.size(),
                kept.canonicalSha256(),
                kept.file(),
                kept.statement());
    }

    @GET
    @Path("/content")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "The statement's bytes, as they stood in its file")
    @APIResponse(responseCode = "200", description = "The bytes; ETag is their SHA-256")
    @APIResponse(responseCode = "404", description = "ARTIFACT_NOT_FOUND")
    public Response content(@RestPath String id) {
        var artifact = find(id).artifact();
        var bytes = artifacts.open(artifact.id()).orElseThrow(() -> notFound(id));
        return Bytes.answer(bytes, artifact.size(), id, "application/xml; charset=" + artifact.charset());
    }

    private Artifacts.Kept find(String id) {
        if (!id.matches("[0-9a-f]{64}")) {
            throw notFound(id);
        }
        return artifacts.find(ArtifactId.of(id)).orElseThrow(() -> notFound(id));
    }

    private static ProblemException notFound(String id) {
        return ARTIFACT_NOT_FOUND.because("no artifact " + id);
    }
}
