package io.flexledger.ingestor.flex;

/** Which of the first two figures of {@code 04/01/23} is the day. */
public enum DayOrder {
    DAY_FIRST,
    MONTH_FIRST
}
