package io.flexledger.mapper.reading;

/** Why something was refused. */
public enum Reason {
    /** The statement is not well-formed XML, ends early, or holds what no statement holds (a DTD, an entity). */
    UNPARSEABLE,
    /** The statement is larger, deeper or wider than configured. */
    LIMIT_EXCEEDED,
    /** The query did not select a column that the fact cannot do without. */
    MISSING_COLUMN,
    /** The column is there and empty. */
    MISSING_VALUE,
    BAD_NUMBER,
    BAD_DATE,
    /** Day and month could be either way round, and the rest of the file does not tell. */
    AMBIGUOUS_DATE,
    /** The row names no report day and its statement covers several. */
    NO_REPORT_DATE,
    BAD_CURRENCY,
    BAD_ACCOUNT,
    /** Neither contract id nor symbol nor ISIN. */
    UNKNOWN_INSTRUMENT,
    /** Two columns of the row contradict each other. */
    CONTRADICTION,
    /** A second row of the statement states the same fact with other content. */
    DUPLICATE_KEY
}
