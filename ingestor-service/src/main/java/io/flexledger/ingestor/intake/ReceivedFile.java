package io.flexledger.ingestor.intake;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file as it arrived, kept for ever.
 *
 * @param name as the sender called it; never used as a path
 * @param link its place in the chain, which also holds hash and size
 * @param required sections without which none of its statements is taken
 */
public record ReceivedFile(
        Instant receivedAt, Origin origin, @Nullable String name, ChainLink link, Set<String> required) {

    public ReceivedFile {
        required = Set.copyOf(required);
    }

    /** Of the bytes as received, in hex; the file's identity. */
    public String sha256() {
        return link.sha256();
    }

    /** As received, in bytes. */
    public long size() {
        return link.size();
    }
}
