package io.flexledger.ingestor.intake;

import io.flexledger.ingestor.artifact.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * One file's place in the chain of all files received. A file that is altered, removed or inserted no longer fits the
 * links after it.
 *
 * @param position from 1
 * @param previous link of the file before, {@link #ORIGIN} for the first
 * @param sha256   of the file's bytes, in hex
 * @param size     of the file, in bytes
 * @param link     SHA-256 of previous link, hash and size, written one after the other in ASCII
 */
public record ChainLink(long position, String previous, String sha256, long size, String link) {

    public static final String ORIGIN = "0".repeat(64);

    public static ChainLink first(String sha256, long size) {
        return new ChainLink(1, ORIGIN, sha256, size, link(ORIGIN, sha256, size));
    }

    public ChainLink next(String nextSha256, long nextSize) {
        return new ChainLink(position + 1, link, nextSha256, nextSize, link(link, nextSha256, nextSize));
    }

    /** Whether the link is what its parts make. */
    public boolean isIntact() {
        return link.equals(link(previous, sha256, size));
    }

    private static String link(String previous, String sha256, long size) {
        return Sha256.of((previous + sha256 + size).getBytes(StandardCharsets.US_ASCII));
    }
}
