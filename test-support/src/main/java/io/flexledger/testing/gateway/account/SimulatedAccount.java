package io.flexledger.testing.gateway.account;

import io.flexledger.testing.gateway.wire.AccountEncoder.Holding;
import io.flexledger.testing.gateway.wire.AccountEncoder.Profit;
import io.flexledger.testing.gateway.wire.AccountEncoder.Value;
import io.flexledger.testing.gateway.wire.CommissionReport;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.Execution;
import io.flexledger.testing.gateway.wire.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as the broker keeps it during a day: what it opened with, and every execution since. A corrected execution
 * takes the place of the one before, as if that had never been.
 */
public final class SimulatedAccount {

    private final String id;
    private final String base;
    private Book opening;
    private Book book;
    private final Map<String, Booking> booked = new LinkedHashMap<>();
    private final Set<Integer> unvalued = new HashSet<>();
    private BigDecimal openingAccruals = BigDecimal.ZERO;
    private BigDecimal accrued = BigDecimal.ZERO;
    private @Nullable BigDecimal reported;
    private @Nullable BigDecimal wrong;
    private @Nullable BigDecimal maintenance;

    /** Something that changes the book; gives what it realized. */
    @FunctionalInterface
    private interface Booking {
        @Nullable
        BigDecimal into(Book book);
    }

    private SimulatedAccount(String id, String base) {
        this.id = id;
        this.base = base;
        opening = new Book(base);
        book = opening.copy();
    }

    /** @param base the currency of its net asset value */
    public static SimulatedAccount of(String id, String base) {
        return new SimulatedAccount(id, base);
    }

    public synchronized SimulatedAccount withCash(String currency, String amount) {
        opening.pay(currency, new BigDecimal(amount));
        return rebuilt();
    }

    /** @param rate what one unit is worth in the base currency */
    public synchronized SimulatedAccount withRate(String currency, String rate) {
        opening.rate(currency, new BigDecimal(rate));
        book.rate(currency, new BigDecimal(rate));
        return rebuilt();
    }

    /** @param averageCost per contract, with the multiplier */
    public synchronized SimulatedAccount withPosition(
            Contract contract, String quantity, String averageCost, String mark) {
        opening.put(new Position(
                contract,
                new BigDecimal(quantity),
                new BigDecimal(averageCost),
                new BigDecimal(mark),
                BigDecimal.ZERO));
        return rebuilt();
    }

    /** Until a mark of it comes, nobody knows what the position alone is worth. */
    public synchronized SimulatedAccount withoutValueOf(Contract contract) {
        unvalued.add(contract.conId());
        return this;
    }

    /** @param amount what it is worth beside cash and positions, in the base currency: interest and dividends to come */
    public synchronized SimulatedAccount withAccruals(BigDecimal amount) {
        openingAccruals = amount;
        accrued = amount;
        return this;
    }

    /** As it was before anything happened. */
    public synchronized void reopen() {
        booked.clear();
        reported = null;
        wrong = null;
        maintenance = null;
        accrued = openingAccruals;
        book = opening.copy();
    }

    public String id() {
        return id;
    }

    public String base() {
        return base;
    }

    /** Books an execution, or the correction of one; gives the report of what it cost. */
    public synchronized CommissionReport book(Execution execution, Charge charge) {
        BigDecimal realized =
                enter(execution.family(), into -> into.book(execution.contract(), execution.trade(), charge));
        return new CommissionReport(execution.execId(), charge.amount(), charge.currency(), realized, false);
    }

    /** Books what is no execution, such as an expiry or an assignment. */
    public synchronized void settle(Contract contract, Trade trade, Charge charge) {
        enter("settlement " + booked.size(), into -> into.book(contract, trade, charge));
    }

    /** @param amount positive when it is received */
    public synchronized void pay(String currency, BigDecimal amount) {
        enter("payment " + booked.size(), into -> {
            into.pay(currency, amount);
            return null;
        });
    }

    private @Nullable BigDecimal enter(String key, Booking booking) {
        boolean corrects = booked.put(key, booking) != null;
        return corrects ? rebuild(key) : booking.into(book);
    }

    private @Nullable BigDecimal rebuild(String wanted) {
        Map<Integer, BigDecimal> marks = new LinkedHashMap<>();
        book.positions().forEach((conId, position) -> marks.put(conId, position.mark()));
        Map<String, BigDecimal> rates = book.rates();
        book = opening.copy();
        rates.forEach(book::rate);
        BigDecimal found = null;
        for (Map.Entry<String, Booking> entry : booked.entrySet()) {
            BigDecimal realized = entry.getValue().into(book);
            found = entry.getKey().equals(wanted) ? realized : found;
        }
        marks.forEach(book::mark);
        return found;
    }

    private SimulatedAccount rebuilt() {
        rebuild("");
        return this;
    }

    public synchronized void mark(Contract contract, BigDecimal price) {
        unvalued.remove(contract.conId());
        book.mark(contract.conId(), price);
    }

    public synchronized void rate(String currency, BigDecimal rate) {
        book.rate(currency, rate);
    }

    /** What cash and positions lack to this value has accrued; what happens afterwards moves it. */
    public synchronized void worth(BigDecimal netAssetValue) {
        accrued = accrued.add(netAssetValue.subtract(figures().unrounded()));
    }

    /** From now on this is what the gateway says the account is worth; null: what it is worth by its figures. */
    public synchronized void report(@Nullable BigDecimal netAssetValue) {
        reported = netAssetValue;
    }

    /** From now on the broker holds this back, in the base currency; null: what its usual rule makes. */
    public synchronized void maintenance(@Nullable BigDecimal amount) {
        maintenance = amount;
    }

    /** Until {@link #ready()} no figure of the account may be believed, least of all this one. */
    public synchronized void notReady(BigDecimal wrongValue) {
        wrong = wrongValue;
    }

    public synchronized void ready() {
        wrong = null;
    }

    /** As the gateway says it: to the cent, or what it was told to say. */
    public synchronized BigDecimal netAssetValue() {
        BigDecimal value = wrong == null ? reported : wrong;
        return value == null ? figures().netAssetValue() : value;
    }

    public synchronized List<Holding> holdings() {
        return book.positions().values().stream().map(Position::holding).toList();
    }

    public synchronized Optional<Holding> holding(int conId) {
        return book.position(conId).map(Position::holding);
    }

    /** What an account subscription gets: every key for every currency. */
    public synchronized List<Value> values() {
        return figures().all(wrong == null, netAssetValue());
    }

    /** The part of the values that a subscription to several accounts may ask for alone. */
    public synchronized List<Value> ledger() {
        return figures().summary(Set.of("NetLiquidation", "$LEDGER:ALL"), netAssetValue());
    }

    public synchronized List<Value> summary(Set<String> tags) {
        return figures().summary(tags, netAssetValue());
    }

    /** In the base currency. */
    public synchronized Profit profit() {
        Figures figures = figures();
        BigDecimal before = new Figures(id, base, opening, openingAccruals, null).netAssetValue();
        return new Profit(figures.netAssetValue().subtract(before), figures.unrealized(), figures.realized());
    }

    /** Of one position, in the base currency; what it realized is unknown before it realized anything. */
    public synchronized Profit profit(int conId) {
        Optional<Position> position = book.position(conId);
        if (position.isEmpty()) {
            return new Profit(null, null, null);
        }
        BigDecimal rate = book.rate(position.get().contract().currency());
        BigDecimal realized = position.get().realized();
        BigDecimal unrealized = position.get().unrealized().multiply(rate);
        BigDecimal before = opening.position(conId)
                .map(held -> held.unrealized().multiply(rate))
                .orElse(BigDecimal.ZERO);
        BigDecimal daily = unrealized.subtract(before).add(realized.multiply(rate));
        return new Profit(
                cents(daily), cents(unrealized), realized.signum() == 0 ? null : cents(realized.multiply(rate)));
    }

    /** Of one position, in the base currency as its profit is; null where nothing is known of it. */
    public synchronized @Nullable BigDecimal value(int conId) {
        return book.position(conId)
                .filter(_ -> !unvalued.contains(conId))
                .map(held ->
                        cents(held.value().multiply(book.rate(held.contract().currency()))))
                .orElse(null);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    private Figures figures() {
        return new Figures(id, base, book, accrued, maintenance);
    }
}
