package io.flexledger.ingestor.intake;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.ingestor.artifact.Slice;
import io.flexledger.ingestor.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a file and what became of it.
 *
 * @param position    within the file, from 1, counted across all documents of an archive
 * @param entry       the document's name in its archive; absent outside one
 * @param artifact    absent where account or period are unknown
 * @param duplicateOf the artifact that says the same; only for a duplicate
 * @param refusal     only for a rejected statement
 */
public record StatementResult(
        int position,
        @Nullable String entry,
        Slice slice,
        @Nullable RawArtifact artifact,
        Outcome outcome,
        @Nullable ArtifactId duplicateOf,
        @Nullable Refusal refusal) {}
