package io.flexledger.ingestor.fetch;

import java.time.Instant;
import java.util.Optional;

/** Which queries rest, and until when. Survives restarts, and holds for all replicas. */
public interface Pauses {

    /**
     * A rest and its reason.
     *
     * @param unattended whether a person may try all the same
     */
    record Pause(Instant notBefore, String reason, boolean unattended) {}

    /** The later one of the query's own and its token's, one that binds everybody first; absent when it is over. */
    Optional<Pause> find(FlexQuery query, Instant now);

    /** A longer one that holds already stays. */
    void set(FlexQuery query, boolean ofToken, Pause pause);

    /** The query works: its own pauses are over, and the token's that waited for a person. */
    void clear(FlexQuery query);
}
