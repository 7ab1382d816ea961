package io.flexledger.testing.flex.report;

import java.time.LocalDate;

/** The period saved with a query, counted from the newest day there is. */
public enum QueryPeriod {
    TODAY("Today"),
    LAST_BUSINESS_DAY("LastBusinessDay"),
    MONTH_TO_DATE("MonthToDate"),
    LAST_MONTH("LastMonth"),
    YEAR_TO_DATE("YearToDate"),
    LAST_365_CALENDAR_DAYS("Last365CalendarDays");

    private static final int YEAR = 365;

    private final String label;

    QueryPeriod(String label) {
        this.label = label;
    }

    /** The broker's word for it. */
    public String label() {
        return label;
    }

    public Span upTo(LocalDate last) {
        LocalDate month = last.withDayOfMonth(1);
        return switch (this) {
            case TODAY, LAST_BUSINESS_DAY -> new Span(last, last);
            case MONTH_TO_DATE -> new Span(month, last);
            case LAST_MONTH -> new Span(month.minusMonths(1), month.minusDays(1));
            case YEAR_TO_DATE -> new Span(last.withDayOfYear(1), last);
            case LAST_365_CALENDAR_DAYS -> new Span(last.minusDays(YEAR - 1L), last);
        };
    }
}
