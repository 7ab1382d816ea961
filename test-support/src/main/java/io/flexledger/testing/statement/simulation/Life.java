package io.flexledger.testing.statement.simulation;

import io.flexledger.testing.statement.account.AccountBook;
import io.flexledger.testing.statement.account.Identifiers;
import io.flexledger.testing.statement.account.Instrument;
import io.flexledger.testing.statement.account.Instrument.Option;
import io.flexledger.testing.statement.account.Lot;
import io.flexledger.testing.statement.account.MarketCalendar;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.simulation.Listings.Listing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/** One run through an account's days: the order of events inside a day is here. */
final class Life implements Iterator<TradingDay> {

    private static final long ID_RANGE = 50_000_000L;

    private final SimulatedAccount account;
    private final List<Listing> listings;
    private final RateWalk rates;
    private final Market market;
    private final AccountBook book;
    private final Commissions commissions;
    private final Trader trader;
    private final Cashier cashier;
    private final Coupons coupons;
    private final Treasury treasury;
    private final int sessions;

    private LocalDate date;
    private int daysDone;
    private int sessionsDone;
    private Map<Instrument, BigDecimal> lastMarks = Map.of();

    Life(SimulatedAccount account) {
        this.account = account;
        SplittableRandom random = new SplittableRandom(account.seed() * 31 + account.index());
        // Rates and prices come from the seed alone: two accounts of one file live in one market.
        SplittableRandom world = new SplittableRandom(account.seed());
        listings = Listings.all(account.euros());
        rates = new RateWalk(world.split(), account.base());
        market = new Market(world.split(), listings);
        date = account.firstDay();
        LocalDate lastClose = MarketCalendar.previousReportDay(date);
        book = new AccountBook(identifiers(account.index()), lastClose, Map.of(), rates.current());
        commissions = new Commissions(random.split());
        Strategy strategy = new Strategy(random.split(), book, market, listings);
        trader = new Trader(random.split(), book, market, strategy, commissions);
        cashier = new Cashier(random.split(), book);
        coupons = new Coupons(book, cashier, listings);
        treasury = new Treasury(book);
        sessions = sessions(account);
    }

    private static Identifiers identifiers(int index) {
        long offset = index * ID_RANGE;
        return new Identifiers(
                20_000_000_000L + offset * 20, 1_500_000_000L + offset, 800_000_000L + offset, index << 20);
    }

    private static int sessions(SimulatedAccount account) {
        int sessions = 0;
        LocalDate day = account.firstDay();
        for (int passed = 0; passed < account.days(); passed++) {
            sessions += MarketCalendar.isTradingDay(day) ? 1 : 0;
            day = MarketCalendar.nextReportDay(day);
        }
        return sessions;
    }

    @Override
    public boolean hasNext() {
        return daysDone < account.days();
    }

    @Override
    public TradingDay next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the account lives " + account.days() + " days");
        }
        boolean trading = MarketCalendar.isTradingDay(date);
        book.openDay(date, rates.next());
        clear(false);
        market.nextDay(date, trading);
        coupons.pay(date);
        cashier.day(date, rates.current());
        treasury.post(date);
        if (trading) {
            trader.trade(date, fillsToday());
            clear(true);
            coupons.declare(date);
            sessionsDone++;
        }
        LocalDate next = MarketCalendar.nextReportDay(date);
        treasury.remember(
                date,
                next,
                List.of("USD", "EUR", account.base()).stream().distinct().toList());
        TradingDay day = book.closeDay(marks());
        lastMarks = day.marks();
        daysDone++;
        date = next;
        return day;
    }

    private int fillsToday() {
        long before = (long) account.fills() * sessionsDone / sessions;
        long after = (long) account.fills() * (sessionsDone + 1) / sessions;
        return (int) (after - before);
    }

    /**
     * Books what ended. In the morning, before prices move: everything that expired at an earlier close. In the evening: the
     * standard monthly expiry, which the broker books at once.
     */
    private void clear(boolean monthly) {
        List<Option> ended = book.openLots().stream()
                .map(Lot::instrument)
                .filter(Option.class::isInstance)
                .map(Option.class::cast)
                .distinct()
                .filter(option -> monthly
                        ? option.expiry().equals(date) && MarketCalendar.isThirdFriday(date)
                        : option.expiry().isBefore(date))
                .toList();
        for (Option option : ended) {
            BigDecimal spot = market.close(option.underlying());
            if (option.intrinsicValue(spot).signum() == 0) {
                book.expire(option);
            } else {
                book.deliver(option, book.position(option), commissions.ofDelivery());
            }
        }
    }

    /** Contracts gone in the morning keep the mark of their last close. */
    private Map<Instrument, BigDecimal> marks() {
        Map<Instrument, BigDecimal> marks = new LinkedHashMap<>();
        for (Instrument instrument : book.touched()) {
            boolean gone =
                    instrument instanceof Option option && option.expiry().isBefore(date);
            BigDecimal mark = gone ? lastMarks.getOrDefault(instrument, BigDecimal.ZERO) : market.mark(instrument);
            marks.put(instrument, mark);
        }
        return marks;
    }
}
