package io.flexledger.report.trace;

import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.ArtifactId;

/** The broker's own rows and statements, kept by other services. */
public interface RawRows {

    /** The row an event was read from. */
    Lookup<RawRow> row(Source source);

    /** The statement a row is in. */
    Lookup<RawStatement> statement(ArtifactId artifact);
}
