package io.flexledger.testing.statement.simulation;

import io.flexledger.testing.statement.account.AccountBook;
import io.flexledger.testing.statement.account.Instrument;
import io.flexledger.testing.statement.account.Instrument.Option;
import io.flexledger.testing.statement.account.Instrument.Right;
import io.flexledger.testing.statement.account.Instrument.Stock;
import io.flexledger.testing.statement.account.Lot;
import io.flexledger.testing.statement.account.MarketCalendar;
import io.flexledger.testing.statement.simulation.Listings.Expiries;
import io.flexledger.testing.statement.simulation.Listings.Listing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Decides the next order from what is held: opens, adds, closes in part or whole, crosses zero; writes and buys options. It
 * keeps positions and the number of contracts within limits, so books do not grow with the number of trades.
 */
final class Strategy {

    private static final int STOCK_PERCENT = 60;
    private static final int STOCK_LIMIT = 150;
    private static final int OPEN_CONTRACTS = 12;
    private static final int HUNDRED = 100;
    private static final BigDecimal STRIKE_STEP = BigDecimal.valueOf(5);

    private final SplittableRandom random;
    private final AccountBook book;
    private final Market market;
    private final List<Listing> listings;
    private final List<Listing> optionable;

    Strategy(SplittableRandom random, AccountBook book, Market market, List<Listing> listings) {
        this.random = random;
        this.book = book;
        this.market = market;
        this.listings = listings;
        this.optionable = listings.stream()
                .filter(listing -> listing.expiries() != Expiries.NONE)
                .toList();
    }

    /** An order: units positive to buy, negative to sell, never zero. */
    record Wish(Instrument instrument, int units) {}

    Wish next(LocalDate date, BigDecimal elapsed) {
        return random.nextInt(HUNDRED) < STOCK_PERCENT ? stock() : option(date, elapsed);
    }

    private Wish stock() {
        Stock stock = listings.get(random.nextInt(listings.size())).stock();
        int held = book.position(stock).intValueExact();
        int side = Integer.signum(held);
        if (Math.abs(held) > STOCK_LIMIT) {
            return new Wish(stock, -side * random.nextInt(Math.abs(held) / 2, Math.abs(held)));
        }
        int choice = random.nextInt(HUNDRED);
        if (held == 0) {
            return new Wish(stock, (choice < 75 ? 1 : -1) * random.nextInt(5, 61));
        }
        if (choice < 35) {
            return new Wish(stock, side * random.nextInt(1, 81));
        }
        if (choice < 70) {
            return new Wish(stock, -side * random.nextInt(1, Math.abs(held) + 1));
        }
        if (choice < 80) {
            return new Wish(stock, -side * (Math.abs(held) + random.nextInt(1, 41)));
        }
        return new Wish(stock, -held);
    }

    private Wish option(LocalDate date, BigDecimal elapsed) {
        List<Option> held = book.openLots().stream()
                .map(Lot::instrument)
                .filter(Option.class::isInstance)
                .map(Option.class::cast)
                .distinct()
                .toList();
        if (!held.isEmpty() && (held.size() >= OPEN_CONTRACTS || random.nextInt(HUNDRED) < 35)) {
            Option option = held.get(random.nextInt(held.size()));
            int position = book.position(option).intValueExact();
            int part = random.nextInt(1, Math.abs(position) + 1);
            return new Wish(option, -Integer.signum(position) * part);
        }
        boolean writes = random.nextInt(HUNDRED) < 65;
        return new Wish(contract(date, elapsed), (writes ? -1 : 1) * random.nextInt(1, 4));
    }

    private Option contract(LocalDate date, BigDecimal elapsed) {
        Listing listing = optionable.get(random.nextInt(optionable.size()));
        LocalDate expiry =
                listing.expiries() == Expiries.DAILY && random.nextBoolean() ? dailyExpiry(date) : weeklyExpiry(date);
        BigDecimal spot = market.intraday(listing.stock(), elapsed);
        BigDecimal step = spot.compareTo(BigDecimal.valueOf(HUNDRED)) < 0 ? BigDecimal.ONE : STRIKE_STEP;
        BigDecimal strike = spot.divide(step, 0, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(random.nextInt(-2, 3)))
                .max(BigDecimal.ONE)
                .multiply(step);
        return Listings.option(listing.stock(), expiry, strike, random.nextBoolean() ? Right.CALL : Right.PUT);
    }

    /** Today or one of the next two sessions. */
    private LocalDate dailyExpiry(LocalDate date) {
        LocalDate expiry = date;
        for (int sessions = random.nextInt(3); sessions > 0; sessions--) {
            expiry = MarketCalendar.nextTradingDay(expiry);
        }
        return expiry;
    }

    /** A Friday of this or the next two weeks; the Thursday before when the exchange is closed. */
    private LocalDate weeklyExpiry(LocalDate date) {
        LocalDate friday =
                date.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)).plusWeeks(random.nextInt(3));
        LocalDate expiry = MarketCalendar.isTradingDay(friday) ? friday : friday.minusDays(1);
        return expiry.isBefore(date) ? friday.plusWeeks(1) : expiry;
    }
}
