package io.flexledger.ingestor.intake;

/** What started a run. */
public enum Origin {
    /** Over HTTP, by a person or a program. */
    UPLOAD,
    /** From the watched folder. */
    FOLDER,
    /** Kept earlier, and searched for statements only now because that was interrupted. */
    REPAIR,
    /** From the broker's web service. */
    FLEX,
    /** Kept and published earlier, and published again because somebody asked for it. */
    REPROCESS
}
