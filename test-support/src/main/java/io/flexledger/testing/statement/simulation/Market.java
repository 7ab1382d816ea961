package io.flexledger.testing.statement.simulation;

import io.flexledger.testing.statement.account.Instrument;
import io.flexledger.testing.statement.account.Instrument.Option;
import io.flexledger.testing.statement.account.Instrument.Stock;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Prices that walk, in cents, and option prices that follow from them. */
final class Market {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal DAILY_MOVE = new BigDecimal("0.005");
    private static final BigDecimal DECAY = new BigDecimal("0.35");
    private static final BigDecimal HAIR = new BigDecimal("0.001");
    private static final int TEN_THOUSAND = 10_000;
    private static final int DAY_REACH = 180;
    private static final int FILL_REACH = 15;

    private final SplittableRandom random;
    private final Map<Stock, BigDecimal> closes = new LinkedHashMap<>();
    private final Map<Stock, BigDecimal> previous = new LinkedHashMap<>();
    private LocalDate date = LocalDate.MIN;

    Market(SplittableRandom random, List<Listings.Listing> listings) {
        this.random = random;
        listings.forEach(listing -> closes.put(listing.stock(), listing.price()));
        previous.putAll(closes);
    }

    /** On a holiday the prices stand still. */
    void nextDay(LocalDate day, boolean trading) {
        date = day;
        previous.putAll(closes);
        if (trading) {
            closes.replaceAll((_, price) -> moved(price, DAY_REACH));
        }
    }

    private BigDecimal moved(BigDecimal price, int reach) {
        BigDecimal factor = BigDecimal.valueOf(TEN_THOUSAND + random.nextInt(-reach, reach + 1), 4);
        return price.multiply(factor).setScale(2, RoundingMode.HALF_EVEN).max(CENT);
    }

    BigDecimal close(Stock stock) {
        BigDecimal close = closes.get(stock);
        if (close == null) {
            throw new IllegalArgumentException("not listed: " + stock.symbol());
        }
        return close;
    }

    /** The price of a fill at some part of the session: between yesterday's close and today's, and a little beside. */
    BigDecimal fillPrice(Instrument instrument, BigDecimal elapsed) {
        return switch (instrument) {
            case Stock stock -> moved(intraday(stock, elapsed), FILL_REACH);
            case Option option ->
                optionPrice(option, intraday(option.underlying(), elapsed)).max(CENT);
        };
    }

    BigDecimal intraday(Stock stock, BigDecimal elapsed) {
        BigDecimal before = previous.getOrDefault(stock, close(stock));
        return before.add(close(stock).subtract(before).multiply(elapsed)).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** Where an instrument is marked at today's close. */
    BigDecimal mark(Instrument instrument) {
        return switch (instrument) {
            case Stock stock -> close(stock);
            case Option option -> optionMark(option, close(option.underlying()));
        };
    }

    /** A contract that ends today a hair out of the money still has a bid at the close. */
    private BigDecimal optionMark(Option option, BigDecimal spot) {
        BigDecimal price = optionPrice(option, spot);
        BigDecimal distance = spot.subtract(option.strike()).abs();
        boolean lastBid = price.signum() == 0 && distance.compareTo(spot.multiply(HAIR)) < 0;
        return lastBid ? CENT : price;
    }

    /** Intrinsic value on the last day, before it a time value that shrinks with the distance to the strike. */
    private BigDecimal optionPrice(Option option, BigDecimal spot) {
        BigDecimal intrinsic = option.intrinsicValue(spot);
        long days = ChronoUnit.DAYS.between(date, option.expiry());
        if (days <= 0) {
            return intrinsic;
        }
        BigDecimal reach =
                spot.multiply(DAILY_MOVE).multiply(BigDecimal.valueOf(days).sqrt(PRECISION));
        BigDecimal distance = spot.subtract(option.strike()).abs().multiply(DECAY);
        BigDecimal timeValue = reach.subtract(distance).max(CENT);
        return intrinsic.add(timeValue).setScale(2, RoundingMode.HALF_EVEN);
    }
}
