package io.flexledger.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The SHA-256 of one statement's bytes as the broker wrote them, in lower-case hex. */
public record ArtifactId(@JsonValue String sha256) implements Comparable<ArtifactId> {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator
    public ArtifactId {
        if (!SHAPE.matcher(sha256).matches()) {
            throw new IllegalArgumentException("artifact id must be 64 lower-case hex digits: '" + sha256 + "'");
        }
    }

    public static ArtifactId of(String sha256) {
        return new ArtifactId(sha256);
    }

    @Override
    public int compareTo(ArtifactId other) {
        return sha256.compareTo(other.sha256);
    }

    @Override
    public String toString() {
        return sha256;
    }
}
