package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.ProblemType.ACCOUNT_AMBIGUOUS;
import static io.flexledger.report.adapter.rest.ProblemType.ACCOUNT_NOT_FOUND;
import static io.flexledger.report.adapter.rest.ProblemType.BAD_DATE;
import static io.flexledger.report.adapter.rest.ProblemType.DAY_NOT_FOUND;
import static io.flexledger.report.adapter.rest.ProblemType.INVALID_PAGINATION;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.report.DayReports;
import io.flexledger.report.Holdings;
import io.flexledger.report.holding.KnownAccount;
import io.flexledger.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What callers write, read strictly: a mistake is answered, never guessed at. */
@ApplicationScoped
public class Inputs {

    /** Dates PostgreSQL and readers agree on; wide enough for every statement. */
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    public static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final int MAX_LIMIT = 1000;

    private final Holdings holdings;
    private final DayReports reports;

    Inputs(Holdings holdings, DayReports reports) {
        this.holdings = holdings;
        this.reports = reports;
    }

    /** The account named, or the only one there is. */
    public KnownAccount account(@Nullable String named) {
        var accounts = holdings.accounts();
        if (named == null || named.isBlank()) {
            if (accounts.isEmpty()) {
                throw ACCOUNT_NOT_FOUND.because("there is no account yet");
            }
            if (accounts.size() > 1) {
                throw ACCOUNT_AMBIGUOUS.because("there are " + accounts.size() + " accounts: "
                        + accounts.stream().map(a -> a.account().value()).collect(Collectors.joining(", ")));
            }
            return accounts.getFirst();
        }
        return accounts.stream()
                .filter(a -> a.account().value().equals(named))
                .findFirst()
                .orElseThrow(() -> ACCOUNT_NOT_FOUND.because("no account " + named));
    }

    public static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw BAD_DATE.because("not a date: '" + text + "'");
        }
    }

    public static LocalDate date(@Nullable String text, LocalDate otherwise) {
        return text == null || text.isBlank() ? otherwise : date(text);
    }

    public static @Nullable LocalDate dateOrNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : date(text);
    }

    public static int limit(@Nullable String text, int otherwise) {
        return Math.min(number("limit", text, otherwise, 1), MAX_LIMIT);
    }

    public static int offset(@Nullable String text) {
        return number("offset", text, 0, 0);
    }

    private static int number(String name, @Nullable String text, int otherwise, int least) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
            throw INVALID_PAGINATION.because(name + " must be a whole number from " + least + ": '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static String closed(LocalDate date) {
        return new MarketCalendar(ZoneOffset.UTC).isTradingDay(date) ? "" : " (the market was closed)";
    }

    /** A day there is no report of, with the nearest that have one. */
    public ProblemException noDay(AccountId account, LocalDate date) {
        var around = reports.neighbours(account, date);
        var near = Stream.of(around.previous(), around.next())
                .flatMap(day -> day.stream())
                .map(LocalDate::toString)
                .collect(Collectors.joining(" and "));
        return DAY_NOT_FOUND.because("no report day " + date + " of " + account + closed(date)
                + (near.isEmpty() ? "; there is none at all" : "; the nearest are " + near));
    }
}
