package io.flexledger.testing.statement.sample;

import io.flexledger.testing.statement.account.AccountBook;
import io.flexledger.testing.statement.account.CashMovement;
import io.flexledger.testing.statement.account.Execution;
import io.flexledger.testing.statement.account.Execution.Order;
import io.flexledger.testing.statement.account.Execution.Reason;
import io.flexledger.testing.statement.account.Identifiers;
import io.flexledger.testing.statement.account.Instrument;
import io.flexledger.testing.statement.account.Instrument.Option;
import io.flexledger.testing.statement.account.Instrument.Right;
import io.flexledger.testing.statement.account.Instrument.Stock;
import io.flexledger.testing.statement.account.Rates;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.simulation.Listings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account of the samples, with words for telling what it did. Amounts are text, as one writes them by hand. */
final class SampleAccount {

    static final String ID = "U7654321";
    static final String BASE = "HKD";
    static final Stock SPY = Listings.stock("SPY");
    static final Stock CVS = Listings.stock("CVS");

    private final AccountBook book;
    private LocalDate today;
    private String openOrder = "";

    /** Flat at the close of Friday 11 July, with the cash that makes Wednesday close at 79,498.681601594. */
    SampleAccount() {
        today = LocalDate.of(2025, 7, 11);
        Map<String, BigDecimal> cash = new LinkedHashMap<>();
        cash.put(BASE, amount("81421.407701716"));
        cash.put("USD", amount("27.62478361"));
        book = new AccountBook(
                new Identifiers(31_400_000_000L, 4_400_000_000L, 940_000_000L, 0x00a11ce0),
                today,
                cash,
                rates("7.8497", "9.1733"));
    }

    static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    private static Rates rates(String usd, String eur) {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        rates.put("USD", amount(usd));
        rates.put("EUR", amount(eur));
        return new Rates(BASE, rates);
    }

    /** @param monthAndDay of 2025, for example {@code 07-17} */
    void open(String monthAndDay, String usd, String eur) {
        today = date(monthAndDay);
        book.openDay(today, rates(usd, eur));
    }

    static LocalDate date(String monthAndDay) {
        return LocalDate.parse("2025-" + monthAndDay);
    }

    static Option put(String expiry, String strike) {
        return Listings.option(SPY, date(expiry), amount(strike), Right.PUT);
    }

    static Option call(String expiry, String strike) {
        return Listings.option(SPY, date(expiry), amount(strike), Right.CALL);
    }

    void trade(String time, Instrument instrument, String quantity, String price, String commission) {
        trade(time, instrument, quantity, price, commission, null);
    }

    /** @param rate of this row alone; null takes the day's */
    void trade(
            String time,
            Instrument instrument,
            String quantity,
            String price,
            String commission,
            @Nullable BigDecimal rate) {
        LocalDateTime when = today.atTime(LocalTime.parse(time));
        boolean extended = when.toLocalTime().isBefore(LocalTime.of(9, 30));
        Order order = new Order(book.ids().nextOrder(), extended ? "LMT" : "MKT", when, !extended, false);
        book.trade(execution(when, instrument, quantity, price, commission, order, rate));
    }

    /** One fill of an order that takes several; the first one sends it. */
    void part(String time, Instrument instrument, String quantity, String price, String commission) {
        if (openOrder.isEmpty()) {
            openOrder = book.ids().nextOrder();
        }
        LocalDateTime when = today.atTime(LocalTime.parse(time));
        Order order = new Order(openOrder, "LMT", when.withSecond(0), false, true);
        book.trade(execution(when, instrument, quantity, price, commission, order, null));
    }

    private static Execution execution(
            LocalDateTime when,
            Instrument instrument,
            String quantity,
            String price,
            String commission,
            Order order,
            @Nullable BigDecimal rate) {
        String exchange = instrument instanceof Option ? "CBOE" : when.getHour() < 4 ? "OVERNIGHT" : "ARCA";
        return new Execution(
                instrument,
                when,
                amount(quantity),
                amount(price),
                amount(commission),
                BigDecimal.ZERO,
                exchange,
                Reason.TRADE,
                order,
                rate);
    }

    void move(CashMovement.Kind kind, String amount, String description) {
        LocalDateTime when = today.atTime(LocalTime.of(20, 20));
        book.move(new CashMovement(book.ids().nextTransaction(), kind, BASE, amount(amount), description, when, null));
    }

    AccountBook book() {
        return book;
    }

    TradingDay close(Map<Instrument, BigDecimal> marks) {
        openOrder = "";
        return book.closeDay(marks);
    }
}
