package io.flexledger.testing.statement.simulation;

import io.flexledger.testing.statement.account.AccountBook;
import io.flexledger.testing.statement.account.Execution;
import io.flexledger.testing.statement.account.Execution.Order;
import io.flexledger.testing.statement.account.Execution.Reason;
import io.flexledger.testing.statement.account.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;

/** Sends a day's orders to the market: what the {@link Strategy} wants, in one to three fills each. */
final class Trader {

    private static final LocalTime FIRST_FILL = LocalTime.of(9, 30, 5);
    private static final int SESSION_SECONDS = 6 * 3600 + 29 * 60;
    private static final List<String> EXCHANGES = List.of("ARCA", "NYSE", "ISLAND", "BATS", "CBOE", "PHLX", "IEX");
    private static final int SPLIT_PERCENT = 15;
    private static final int HUNDRED = 100;

    private final SplittableRandom random;
    private final AccountBook book;
    private final Market market;
    private final Strategy strategy;
    private final Commissions commissions;

    Trader(SplittableRandom random, AccountBook book, Market market, Strategy strategy, Commissions commissions) {
        this.random = random;
        this.book = book;
        this.market = market;
        this.strategy = strategy;
        this.commissions = commissions;
    }

    /** Exactly that many fills. */
    void trade(LocalDate date, int fills) {
        int done = 0;
        while (done < fills) {
            BigDecimal elapsed = BigDecimal.valueOf(done).divide(BigDecimal.valueOf(fills), 4, RoundingMode.DOWN);
            Strategy.Wish wish = strategy.next(date, elapsed);
            int parts = Math.min(parts(wish), fills - done);
            Order order = new Order(
                    book.ids().nextOrder(),
                    random.nextBoolean() ? "LMT" : "MKT",
                    time(date, done, fills).minusSeconds(random.nextInt(5)),
                    random.nextBoolean(),
                    parts > 1);
            int unitsLeft = wish.units();
            for (int part = 0; part < parts; part++) {
                int units = part == parts - 1 ? unitsLeft : unitsLeft / (parts - part);
                unitsLeft -= units;
                book.trade(fill(wish.instrument(), units, time(date, done, fills), elapsed, order));
                done++;
            }
        }
    }

    private int parts(Strategy.Wish wish) {
        boolean splits = Math.abs(wish.units()) >= 3 && random.nextInt(HUNDRED) < SPLIT_PERCENT;
        return splits ? random.nextInt(2, 4) : 1;
    }

    private static LocalDateTime time(LocalDate date, int done, int fills) {
        return date.atTime(FIRST_FILL).plusSeconds((long) SESSION_SECONDS * done / fills);
    }

    private Execution fill(Instrument instrument, int units, LocalDateTime time, BigDecimal elapsed, Order order) {
        BigDecimal quantity = BigDecimal.valueOf(units);
        BigDecimal price = market.fillPrice(instrument, elapsed);
        return new Execution(
                instrument,
                time,
                quantity,
                price,
                commissions.of(instrument, quantity),
                Commissions.purchaseTax(instrument, quantity, price),
                EXCHANGES.get(random.nextInt(EXCHANGES.size())),
                Reason.TRADE,
                order,
                null);
    }
}
