package io.flexledger.ingestor.flex;

/** What a client does by itself about an error code. */
public enum Reaction {
    /** The same call again after a pause; a download that fails once more starts with a new request. */
    RETRY,
    /** The report is being made: the same download again. */
    POLL,
    /** Once more from the start. */
    NEW_REQUEST,
    /** No call with this token for a while, then the same call once more. */
    THROTTLE,
    /** Nothing: a person has to change something. */
    FATAL_OPERATOR,
    /** Nothing: this program asked for something that does not exist. */
    FATAL_BUG
}
