package io.flexledger.calendar;

/** Where in its report day something happened, by the clock in New York. */
public enum Session {
    /** On an earlier date than the report day it is booked with: the evening before, or a weekend. */
    OVERNIGHT,
    /** On the day, before 09:30. */
    PRE_MARKET,
    /** From 09:30:00 to the closing second inclusive. */
    INTRADAY,
    /** After the closing second: still the same report day. */
    AFTER_CLOSE;

    public boolean isBeforeOpen() {
        return this == OVERNIGHT || this == PRE_MARKET;
    }

    /** Fills on both sides of midnight are one night's trading. */
    public boolean sameAs(Session other) {
        return this == other || (isBeforeOpen() && other.isBeforeOpen());
    }
}
