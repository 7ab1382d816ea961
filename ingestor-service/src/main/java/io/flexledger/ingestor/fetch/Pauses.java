package io.flexledger.ingestor.fetch;

import java.time.Instant;
import java.util.Optional;

/** Which queries the broker wants to rest, and until when. Survives restarts. */
public interface Pauses {

    /** A rest and its reason. */
    record Pause(Instant notBefore, String reason) {}

    /** The later one of the query's own and its token's; absent when it is over. */
    Optional<Pause> find(FlexQuery query, Instant now);

    /** @param ofToken whether all queries with the same token rest */
    void set(FlexQuery query, boolean ofToken, Pause pause);

    /** The query works again. */
    void clear(FlexQuery query);
}
