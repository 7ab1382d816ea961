package io.flexledger.ingestor.fetch;

import java.time.Duration;
import java.time.Instant;

/** The time fetching lives in: the real one, or a simulated one that may run faster. */
public interface Pace {

    Instant now();

    /** Returns when that much of this time has passed. */
    void pause(Duration length);

    /** Returns when that much has passed on a wall clock. */
    void pauseReal(Duration length);

    /** How long this time's length lasts on a wall clock. */
    Duration real(Duration length);
}
