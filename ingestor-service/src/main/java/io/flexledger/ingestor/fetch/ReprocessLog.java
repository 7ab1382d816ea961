package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.intake.Scope;
import java.util.List;

/** The record of what was published again. */
public interface ReprocessLog {

    /** Returns the run's id. */
    long start(Scope scope);

    void stages(long run, List<StageEntry> entries);

    /** @param statements that were published again */
    void end(long run, int statements);

    void broken(long run, int statements, Throwable fault);
}
