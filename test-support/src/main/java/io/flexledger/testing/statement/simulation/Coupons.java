package io.flexledger.testing.statement.simulation;

import io.flexledger.testing.statement.account.AccountBook;
import io.flexledger.testing.statement.account.CashMovement.Kind;
import io.flexledger.testing.statement.account.DividendAccrual;
import io.flexledger.testing.statement.account.Instrument.Stock;
import io.flexledger.testing.statement.account.MarketCalendar;
import io.flexledger.testing.statement.simulation.Listings.Listing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Quarterly dividends: accrued the evening before the ex-date, paid with tax withheld two weeks later. */
final class Coupons {

    private static final int QUARTER = 63;
    private static final int SPREAD = 5;
    private static final int DAYS_TO_PAY = 10;
    private static final BigDecimal WITHHELD = new BigDecimal("0.30");

    private final AccountBook book;
    private final Cashier cashier;
    private final List<Listing> listings;
    private int sessions;

    Coupons(AccountBook book, Cashier cashier, List<Listing> listings) {
        this.book = book;
        this.cashier = cashier;
        this.listings = listings;
    }

    void pay(LocalDate date) {
        for (DividendAccrual due : book.openDividends()) {
            if (!due.payDate().isAfter(date)) {
                settle(due, date);
            }
        }
    }

    private void settle(DividendAccrual due, LocalDate date) {
        Stock stock = due.stock();
        String stem = "%s(%s) cash dividend %s %s per share"
                .formatted(
                        stock.symbol(),
                        stock.isin(),
                        stock.currency(),
                        due.grossRate().toPlainString());
        book.settle(due);
        boolean owed = due.gross().signum() < 0;
        cashier.pay(owed ? Kind.PAYMENT_IN_LIEU : Kind.DIVIDEND, stock, due.gross(), stem, date);
        if (due.tax().signum() != 0) {
            cashier.pay(Kind.WITHHOLDING_TAX, stock, due.tax().negate(), stem + " - " + stock.country() + " tax", date);
        }
    }

    /** At the close of a session: whoever holds the share now will get the dividend of the next one. */
    void declare(LocalDate date) {
        sessions++;
        for (int index = 0; index < listings.size(); index++) {
            Listing listing = listings.get(index);
            BigDecimal held = book.position(listing.stock());
            boolean due = sessions % QUARTER == index * SPREAD % QUARTER
                    && listing.dividend().signum() > 0;
            if (due && held.signum() != 0) {
                book.declare(accrual(listing, held, MarketCalendar.nextTradingDay(date)));
            }
        }
    }

    private static DividendAccrual accrual(Listing listing, BigDecimal held, LocalDate exDate) {
        LocalDate payDate = exDate;
        for (int day = 0; day < DAYS_TO_PAY; day++) {
            payDate = MarketCalendar.nextReportDay(payDate);
        }
        BigDecimal gross = held.multiply(listing.dividend()).setScale(2, RoundingMode.HALF_EVEN);
        BigDecimal tax = gross.max(BigDecimal.ZERO).multiply(WITHHELD).setScale(2, RoundingMode.HALF_EVEN);
        return new DividendAccrual(listing.stock(), exDate, payDate, held, listing.dividend(), gross, tax);
    }
}
