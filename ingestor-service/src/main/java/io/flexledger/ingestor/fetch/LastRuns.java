package io.flexledger.ingestor.fetch;

import java.util.Optional;

/** How the queries fared lately. */
public interface LastRuns {

    /** Absent where the query has never run for its account. */
    Optional<LastRun> of(FlexQuery query);
}
