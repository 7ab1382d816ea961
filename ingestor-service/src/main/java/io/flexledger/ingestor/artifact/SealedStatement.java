package io.flexledger.ingestor.artifact;

import io.flexledger.contracts.id.ArtifactId;
import java.util.Optional;

/** One statement with its identity, and its bytes compressed with zstd where they fit. */
public final class SealedStatement {

    private final ArtifactId id;
    private final String canonicalSha256;
    private final long size;
    private final BoundedBytes compressed;

    SealedStatement(ArtifactId id, String canonicalSha256, long size, BoundedBytes compressed) {
        this.id = id;
        this.canonicalSha256 = canonicalSha256;
        this.size = size;
        this.compressed = compressed;
    }

    /** SHA-256 of the statement's bytes. */
    public ArtifactId id() {
        return id;
    }

    /** SHA-256 of the same bytes without {@code whenGenerated}, in hex: equal for two downloads of one report. */
    public String canonicalSha256() {
        return canonicalSha256;
    }

    /** Uncompressed, in bytes. */
    public long size() {
        return size;
    }

    /** Bytes of the compressed form, whether it fits or not. */
    public long compressedSize() {
        return compressed.size();
    }

    /** Whether the compressed form is within the limit. */
    public boolean fits() {
        return compressed.fits();
    }

    /** Absent when it does not fit. */
    public Optional<byte[]> compressed() {
        return compressed.kept();
    }
}
