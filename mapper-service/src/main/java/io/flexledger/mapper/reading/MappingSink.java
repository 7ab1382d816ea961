package io.flexledger.mapper.reading;

import io.flexledger.mapper.version.StatedEvent;

/** Takes a statement's results as they are read, so that a statement of any size needs the memory of a few rows. */
public interface MappingSink {

    void row(RawRecord row);

    /** In the order of the rows; the statement's own {@code StatementRead} comes last. */
    void event(StatedEvent event);

    void rejected(Rejection rejection);
}
