package io.flexledger.ingestor.intake;

import org.jspecify.annotations.Nullable;

/** Every attempt to take a file in, and how it ended. */
public interface RunLog {

    /** Returns the run's id. */
    long start(Origin origin, @Nullable String name);

    /** Ends with success when anything was accepted, else as failed. */
    void end(Reception.Kept kept);

    /** Ends as failed. */
    void end(Reception.NotKept notKept);

    /** Something broke that is not the file's fault. */
    void broken(long run, Throwable fault);
}
