package io.flexledger.mapper.version;

import io.flexledger.contracts.id.ArtifactId;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One statement's version of a fact. Versions are ordered by when the broker stated them, never by arrival; two of one
 * instant by their artifact.
 *
 * @param content hash of what it says
 */
public record FactVersion(UUID content, Instant statedAt, ArtifactId artifact) implements Comparable<FactVersion> {

    private static final Comparator<FactVersion> BROKER_TIME =
            Comparator.comparing(FactVersion::statedAt).thenComparing(FactVersion::artifact);

    /**
     * What to do with a version that arrives.
     *
     * @param latest to remember
     */
    public record Arrival(FactVersion latest, Telling telling) {}

    /** How a version is told to the readers. */
    public enum Telling {
        /** It says what is known. */
        NOT,
        /** It is the newest, and says something new. */
        AS_NEWEST,
        /** It arrived late: the newest is known already and says something else. */
        AS_SUPERSEDED
    }

    /**
     * This version arrives when {@code latest} is the newest one known of the same fact from the same query. Whatever
     * the order of arrival, the last version told {@link Telling#AS_NEWEST} then says what the newest version says, and
     * no later version told so is older.
     *
     * <p>The same artifact read again, by a later mapper, replaces what it said.
     */
    public Arrival after(@Nullable FactVersion latest) {
        if (latest == null) {
            return new Arrival(this, Telling.AS_NEWEST);
        }
        boolean older = compareTo(latest) < 0;
        if (content.equals(latest.content)) {
            return new Arrival(older ? latest : this, Telling.NOT);
        }
        return older ? new Arrival(latest, Telling.AS_SUPERSEDED) : new Arrival(this, Telling.AS_NEWEST);
    }

    @Override
    public int compareTo(FactVersion other) {
        return BROKER_TIME.compare(this, other);
    }
}
