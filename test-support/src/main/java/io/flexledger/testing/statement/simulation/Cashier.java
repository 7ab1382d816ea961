package io.flexledger.testing.statement.simulation;

import io.flexledger.testing.statement.account.AccountBook;
import io.flexledger.testing.statement.account.CashMovement;
import io.flexledger.testing.statement.account.CashMovement.Kind;
import io.flexledger.testing.statement.account.Instrument;
import io.flexledger.testing.statement.account.Rates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The calendar of cash: an opening deposit, then withdrawals with their fee, top-ups, data fees, posted interest. */
final class Cashier {

    private static final BigDecimal FIRST_DEPOSIT = BigDecimal.valueOf(150_000);
    private static final BigDecimal FIRST_DOLLARS = BigDecimal.valueOf(20_000);
    private static final BigDecimal WITHDRAWAL_FEE = BigDecimal.valueOf(-8);
    private static final BigDecimal DATA_FEE = BigDecimal.valueOf(-10);
    private static final int WITHDRAWAL_EVERY = 17;
    private static final int DEPOSIT_EVERY = 41;
    private static final int INTEREST_POSTED_ON = 3;

    private final SplittableRandom random;
    private final AccountBook book;
    private int dayOfAccount;
    private int reportDayOfMonth;
    private int month;

    Cashier(SplittableRandom random, AccountBook book) {
        this.random = random;
        this.book = book;
    }

    void day(LocalDate date, Rates rates) {
        dayOfAccount++;
        reportDayOfMonth = date.getMonthValue() == month ? reportDayOfMonth + 1 : 1;
        month = date.getMonthValue();
        if (dayOfAccount == 1) {
            deposit(rates.base(), thousands(FIRST_DEPOSIT, rates), date);
        } else if (dayOfAccount == 2 && !rates.base().equals("USD")) {
            deposit("USD", FIRST_DOLLARS, date);
        }
        if (dayOfAccount % WITHDRAWAL_EVERY == 0) {
            BigDecimal amount = BigDecimal.valueOf(-random.nextInt(100, 3_000));
            move(Kind.WITHDRAWAL, rates.base(), amount, "Withdrawal to own bank account", date, null);
            move(Kind.OTHER_FEE, rates.base(), WITHDRAWAL_FEE, "Withdrawal fee", date, null);
        }
        if (dayOfAccount % DEPOSIT_EVERY == 0) {
            deposit(rates.base(), BigDecimal.valueOf(random.nextInt(100_000, 9_999_999), 2), date);
        }
        if (reportDayOfMonth == 1 && dayOfAccount > 1) {
            move(Kind.OTHER_FEE, "USD", DATA_FEE, "Market data for " + monthName(date), date, null);
        }
        if (reportDayOfMonth == INTEREST_POSTED_ON) {
            for (String currency : new TreeSet<>(List.of("USD", "EUR", rates.base()))) {
                payInterest(currency, date);
            }
        }
    }

    private static BigDecimal thousands(BigDecimal dollars, Rates rates) {
        return dollars.multiply(rates.of("USD")).setScale(-3, RoundingMode.HALF_EVEN);
    }

    private void deposit(String currency, BigDecimal amount, LocalDate date) {
        move(Kind.DEPOSIT, currency, amount, "Deposit from own bank account", date, null);
    }

    private void payInterest(String currency, LocalDate date) {
        BigDecimal accrued = book.accruedInterest(currency);
        if (accrued.signum() != 0) {
            book.reverseInterest(currency);
            Kind kind = accrued.signum() < 0 ? Kind.INTEREST_PAID : Kind.INTEREST_RECEIVED;
            String side = accrued.signum() < 0 ? " debit interest for " : " credit interest for ";
            move(kind, currency, accrued, currency + side + monthName(date.minusMonths(1)), date, null);
        }
    }

    void pay(Kind kind, Instrument instrument, BigDecimal amount, String description, LocalDate date) {
        move(kind, instrument.currency(), amount, description, date, instrument);
    }

    private void move(
            Kind kind,
            String currency,
            BigDecimal amount,
            String description,
            LocalDate date,
            @Nullable Instrument instrument) {
        book.move(new CashMovement(
                book.ids().nextTransaction(),
                kind,
                currency,
                amount,
                description,
                date.atTime(LocalTime.of(20, 20)),
                instrument));
    }

    private static String monthName(LocalDate date) {
        return date.getMonth().getDisplayName(TextStyle.SHORT, Locale.US).toUpperCase(Locale.ROOT) + "-"
                + date.getYear();
    }
}
