package io.flexledger.ingestor.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.ingestor.intake.Outcome;
import io.flexledger.ingestor.intake.StatementResult;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a file. What a rejected statement does not say is absent.
 *
 * @param artifact    SHA-256 of its bytes
 * @param kind        AF for activity, TCF for trade confirmations
 * @param from        first day covered
 * @param to          last day covered
 * @param byteOffset  in its document, unpacked
 * @param byteLength  unpacked
 * @param duplicateOf the artifact that says the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementView(
        @Nullable ArtifactId artifact,
        @Nullable AccountId account,
        @Nullable String query,
        @Nullable String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String period,
        @Nullable Instant generatedAt,
        @Nullable String entry,
        long byteOffset,
        long byteLength,
        Outcome outcome,
        @Nullable ArtifactId duplicateOf,
        @Nullable RefusalView problem) {

    static StatementView of(StatementResult result) {
        var problem = result.refusal() == null ? null : RefusalView.of(result.refusal());
        var artifact = result.artifact();
        return artifact == null
                ? new StatementView(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        result.entry(),
                        result.slice().offset(),
                        result.slice().length(),
                        result.outcome(),
                        null,
                        problem)
                : of(artifact, result, problem);
    }

    private static StatementView of(RawArtifact artifact, StatementResult result, @Nullable RefusalView problem) {
        return new StatementView(
                artifact.id(),
                artifact.account(),
                artifact.query(),
                artifact.kind(),
                artifact.from(),
                artifact.to(),
                artifact.period(),
                artifact.generatedAt(),
                result.entry(),
                result.slice().offset(),
                result.slice().length(),
                result.outcome(),
                result.duplicateOf(),
                problem);
    }
}
