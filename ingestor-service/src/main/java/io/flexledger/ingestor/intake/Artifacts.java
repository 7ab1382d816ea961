package io.flexledger.ingestor.intake;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.id.ArtifactId;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Every statement that was published, byte for byte. */
public interface Artifacts {

    Optional<Kept> find(ArtifactId id);

    /** The statement's bytes as they stood in its file; absent when there is no such artifact. */
    Optional<InputStream> open(ArtifactId id);

    /** In the order of ids, those behind one; for the verification of all. */
    List<ArtifactId> after(String id, int limit);

    /**
     * A statement with where it came from.
     *
     * @param canonicalSha256 of the bytes without {@code whenGenerated}, in hex
     * @param file            the file that brought it first
     * @param statement       position within that file
     */
    record Kept(RawArtifact artifact, String canonicalSha256, String file, int statement) {}
}
