package io.flexledger.testing.statement.account;

import io.flexledger.testing.statement.account.Execution.Reason;
import io.flexledger.testing.statement.account.Instrument.Option;
import io.flexledger.testing.statement.account.TradingDay.Accruals;
import io.flexledger.testing.statement.account.TradingDay.Cash;
import io.flexledger.testing.statement.account.TradingDay.Holding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One account's books. A day is opened with its rates, told what happens, and closed with the marks; closing it returns the
 * day as a value and starts the next one from there.
 */
public final class AccountBook {

    /** When the clearing house books exercises, assignments and expiries. */
    public static final LocalTime CLEARING = LocalTime.of(16, 20);

    private final Identifiers ids;
    private final LotBook lots = new LotBook();
    private final CashBook cash;
    private final AccrualBook accruals;
    private final List<Fill> fills = new ArrayList<>();

    private LocalDate date;
    private Rates openingRates;
    private Rates rates;
    private List<Holding> openingHoldings = List.of();

    /**
     * @param opening cash per currency at the close of the day before the first; no positions, no accruals
     * @param rates of that day
     */
    public AccountBook(Identifiers ids, LocalDate lastClose, Map<String, BigDecimal> opening, Rates rates) {
        this.ids = ids;
        this.date = lastClose;
        this.rates = rates;
        this.openingRates = rates;
        this.cash = new CashBook(rates.base(), opening);
        this.accruals = new AccrualBook();
    }

    public void openDay(LocalDate reportDate, Rates ratesOfDay) {
        openingRates = rates;
        date = reportDate;
        rates = ratesOfDay;
    }

    public Identifiers ids() {
        return ids;
    }

    public BigDecimal position(Instrument instrument) {
        return lots.quantity(instrument);
    }

    public List<Lot> openLots() {
        return lots.all();
    }

    /** Everything that needs a closing price today: held at the last close, traded since, or held now. */
    public Set<Instrument> touched() {
        Set<Instrument> instruments = new LinkedHashSet<>();
        openingHoldings.forEach(holding -> instruments.add(holding.instrument()));
        fills.forEach(fill -> instruments.add(fill.instrument()));
        return instruments;
    }

    public BigDecimal cash(String currency) {
        return cash.balance(currency);
    }

    public BigDecimal accruedInterest(String currency) {
        return accruals.interest(currency);
    }

    public Fill trade(Execution execution) {
        return book(execution, BigDecimal.ZERO).fill();
    }

    /** The whole position in an option lapses. */
    public Fill expire(Option option) {
        BigDecimal quantity = position(option).negate();
        return trade(Execution.booking(option, clearing(option), quantity, BigDecimal.ZERO, Reason.EXPIRY));
    }

    /**
     * Contracts become shares at the strike: the option leg first, then the stock leg with the premium in its basis.
     *
     * @param contracts signed as the position that goes away
     * @param charge commission on the stock leg, negative
     */
    public List<Fill> deliver(Option option, BigDecimal contracts, BigDecimal charge) {
        Reason reason = contracts.signum() < 0 ? Reason.ASSIGNMENT : Reason.EXERCISE;
        LocalDateTime when = clearing(option);
        Booking surrendered =
                book(Execution.booking(option, when, contracts.negate(), BigDecimal.ZERO, reason), BigDecimal.ZERO);
        BigDecimal shares = contracts.multiply(option.sharesDelivered());
        Execution stockLeg = Execution.booking(option.underlying(), when, shares, option.strike(), reason);
        return List.of(
                surrendered.fill(),
                book(stockLeg.charged(charge), surrendered.match().surrendered())
                        .fill());
    }

    private static LocalDateTime clearing(Option option) {
        return option.expiry().atTime(CLEARING);
    }

    private record Booking(Fill fill, LotBook.Match match) {}

    private Booking book(Execution execution, BigDecimal rolledCost) {
        Fill.Ids names = ids.nextFill(execution.reason());
        String order = execution.reason() == Reason.TRADE ? execution.order().id() : names.transaction();
        Lot.Opening opening = new Lot.Opening(names.transaction(), order, execution.time(), execution.exchange());
        LotBook.Match match = lots.match(execution, rolledCost, opening);
        LocalDate settles = MarketCalendar.nextTradingDay(execution.tradeDate());
        Fill fill = new Fill(
                names, execution, date, settles, match.effect(), match.cost(), match.realized(), match.closings());
        cash.settle(fill);
        fills.add(fill);
        return new Booking(fill, match);
    }

    public void move(CashMovement movement) {
        cash.move(movement);
    }

    public void accrueInterest(String currency, List<InterestDay.Tier> tiers) {
        accruals.accrue(currency, tiers);
    }

    /** Takes the whole accrual of a currency back, because it is paid in cash. */
    public void reverseInterest(String currency) {
        accruals.reverse(currency);
    }

    public void declare(DividendAccrual dividend) {
        accruals.declare(dividend);
    }

    public void settle(DividendAccrual dividend) {
        accruals.settle(dividend);
    }

    public List<DividendAccrual> openDividends() {
        return accruals.openDividends();
    }

    /** @param marks closing price of everything traded or held today */
    public TradingDay closeDay(Map<Instrument, BigDecimal> marks) {
        Cash cashOfDay = cash.closeDay(date);
        Accruals accrualsOfDay = accruals.closeDay();
        TradingDay day = new TradingDay(
                date,
                MarketCalendar.previousReportDay(date),
                openingRates,
                rates,
                cashOfDay,
                openingHoldings,
                List.copyOf(fills),
                Map.copyOf(marks),
                lots.all(),
                accrualsOfDay);
        openingHoldings = day.closingHoldings();
        fills.clear();
        return day;
    }
}
