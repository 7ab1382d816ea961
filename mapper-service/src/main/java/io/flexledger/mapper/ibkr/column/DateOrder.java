package io.flexledger.mapper.ibkr.column;

/** Which way round a date with slashes is written. One file has one order, so any of its dates may decide. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST,
    /** Nothing in the file tells. */
    UNDECIDED;

    private static final int MONTHS = 12;

    /** The order after one more date of the file: a number over twelve is a day. */
    public DateOrder after(String date) {
        if (this != UNDECIDED || !isSlashed(date)) {
            return this;
        }
        return pair(date, 0) > MONTHS ? DAY_FIRST : pair(date, 3) > MONTHS ? MONTH_FIRST : UNDECIDED;
    }

    /** Whether text begins like {@code 31/12/25}. */
    public static boolean isSlashed(String text) {
        return text.length() >= 8
                && text.charAt(2) == '/'
                && text.charAt(5) == '/'
                && pair(text, 0) >= 0
                && pair(text, 3) >= 0
                && pair(text, 6) >= 0;
    }

    private static int pair(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
