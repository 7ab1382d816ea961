package io.flexledger.ingestor.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as it arrived, kept for ever.
 *
 * @param name as the sender called it; never used as a path
 * @param link its place in the chain, which also holds hash and size
 */
public record ReceivedFile(
        Instant receivedAt, Origin origin, @Nullable String name, ChainLink link) {

    /** Of the bytes as received, in hex; the file's identity. */
    public String sha256() {
        return link.sha256();
    }

    /** As received, in bytes. */
    public long size() {
        return link.size();
    }
}
