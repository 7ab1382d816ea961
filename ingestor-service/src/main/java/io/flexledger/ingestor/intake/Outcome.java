package io.flexledger.ingestor.intake;

/** What became of one statement. */
public enum Outcome {
    /** Kept and published. */
    NEW,
    /** Known already, by its bytes or but for the time it was generated; nothing is published. */
    DUPLICATE,
    /** Kept with its file, not published. */
    REJECTED
}
