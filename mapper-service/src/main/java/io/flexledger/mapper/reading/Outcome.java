package io.flexledger.mapper.reading;

/** What became of a row; the four counts of an artifact add up to its rows. */
public enum Outcome {
    /** Became an event, new or already known. */
    MAPPED,
    /** Kept as a raw record only, by stated policy: it repeats money that other rows state. */
    EVIDENCE,
    /** Refused, with a {@link Rejection}. */
    REJECTED,
    /** Of a section or element that this version does not map; kept and counted. */
    UNMAPPED
}
