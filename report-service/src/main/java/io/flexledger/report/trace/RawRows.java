package io.flexledger.report.trace;

import io.flexledger.contracts.event.Source;

/** The broker's own rows, statements and messages, kept by other services. */
public interface RawRows {

    /** The row an event was read from. */
    Lookup<RawRow> row(Source source);

    /** The statement a row is in, or how a message of the gateway's was heard. */
    Lookup<RawStatement> statement(Source source);
}
