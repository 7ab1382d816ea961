package io.flexledger.ingestor.intake;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.ingestor.refusal.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refusal with the file it concerns.
 *
 * @param file      the file's SHA-256
 * @param name      as the sender called the file
 * @param entry     the document's name in its archive
 * @param statement position within the file; absent where a document or the whole file is refused
 * @param artifact  the rejected statement, where it has account and period
 */
public record ListedRefusal(
        Place place,
        String file,
        @Nullable String name,
        long size,
        @Nullable String entry,
        @Nullable Integer statement,
        @Nullable ArtifactId artifact,
        Refusal refusal,
        Instant foundAt) {

    /**
     * Where it stands in the list of all.
     *
     * @param file    the file's position in the chain
     * @param refusal its number within the file
     */
    public record Place(long file, int refusal) {

        /** Before the newest. */
        public static final Place START = new Place(Long.MAX_VALUE, 0);
    }
}
