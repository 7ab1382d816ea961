package io.flexledger.realtime.frame;

import io.flexledger.contracts.id.ArtifactId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message as it came, without its length.
 *
 * @param serverVersion of the session it came in, which says how it is laid out
 * @param payload       neither copied nor changed
 */
@SuppressWarnings("ArrayRecordComponent") // equality by content is written below
public record Frame(int serverVersion, Instant receivedAt, byte[] payload) {

    /** The same bytes have the same id, whenever they came. */
    public ArtifactId id() {
        try {
            return ArtifactId.of(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(payload)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Frame that
                && serverVersion == that.serverVersion
                && receivedAt.equals(that.receivedAt)
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(serverVersion, receivedAt, Arrays.hashCode(payload));
    }

    /** Says nothing of its content, which is somebody's money. */
    @Override
    public String toString() {
        return "Frame[serverVersion=%d, receivedAt=%s, bytes=%d]".formatted(serverVersion, receivedAt, payload.length);
    }
}
