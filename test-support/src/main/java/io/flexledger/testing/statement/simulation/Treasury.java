package io.flexledger.testing.statement.simulation;

import io.flexledger.testing.statement.account.AccountBook;
import io.flexledger.testing.statement.account.InterestDay.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Interest on cash: every calendar day counts, and the sum is posted on Fridays, as the broker posts it late. */
final class Treasury {

    private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(36_000);
    private static final BigDecimal CREDIT_PERCENT = new BigDecimal("1.83");
    private static final BigDecimal DEBIT_PERCENT = new BigDecimal("5.83");
    private static final BigDecimal CREDIT_FROM = BigDecimal.valueOf(10_000);

    private final AccountBook book;
    private final Map<String, List<Tier>> waiting = new LinkedHashMap<>();

    Treasury(AccountBook book) {
        this.book = book;
    }

    void post(LocalDate date) {
        if (date.getDayOfWeek() == DayOfWeek.FRIDAY) {
            waiting.forEach((currency, tiers) -> {
                if (!tiers.isEmpty()) {
                    book.accrueInterest(currency, tiers);
                }
            });
            waiting.clear();
        }
    }

    /** The balance counts for today and for the days until the next report. */
    void remember(LocalDate date, LocalDate nextReport, List<String> currencies) {
        for (String currency : currencies) {
            BigDecimal principal = book.cash(currency).setScale(2, RoundingMode.HALF_EVEN);
            BigDecimal percent = principal.signum() < 0 ? DEBIT_PERCENT : CREDIT_PERCENT;
            BigDecimal interest = principal.multiply(percent).divide(DAYS_OF_YEAR, 2, RoundingMode.HALF_EVEN);
            boolean pays = principal.signum() < 0 || principal.compareTo(CREDIT_FROM) > 0;
            if (pays && interest.signum() != 0) {
                for (LocalDate value = date; value.isBefore(nextReport); value = value.plusDays(1)) {
                    waiting.computeIfAbsent(currency, _ -> new ArrayList<>())
                            .add(new Tier(value, principal, percent, interest));
                }
            }
        }
    }
}
