package io.flexledger.testing.gateway.account;

import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.Trade;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cash, positions and exchange rates of an account; changes with every trade. */
final class Book {

    private final String base;
    private final Map<String, BigDecimal> cash = new TreeMap<>();
    private final Map<String, BigDecimal> rates = new TreeMap<>();
    private final Map<Integer, Position> positions = new TreeMap<>();

    Book(String base) {
        this.base = base;
        rates.put(base, BigDecimal.ONE);
        cash.put(base, BigDecimal.ZERO);
    }

    Book copy() {
        Book copy = new Book(base);
        copy.cash.putAll(cash);
        copy.rates.putAll(rates);
        copy.positions.putAll(positions);
        return copy;
    }

    /** @return what the trade realized, in the currency of the charge; null when it closed nothing */
    @Nullable
    BigDecimal book(Contract contract, Trade trade, Charge charge) {
        pay(charge.currency(), charge.amount().negate());
        BigDecimal amount = trade.signedShares().multiply(trade.price()).multiply(contract.units());
        if (contract.is("CASH")) {
            pay(contract.symbol(), trade.signedShares());
            pay(contract.currency(), amount.negate());
            return null;
        }
        BigDecimal cost = convert(charge.amount(), charge.currency(), contract.currency());
        Position before = positions.getOrDefault(contract.conId(), Position.flat(contract, BigDecimal.ZERO));
        Position.Step step = before.after(trade, cost);
        positions.put(contract.conId(), step.position());
        BigDecimal realized = step.realized();
        if (!isDaily(contract)) {
            pay(contract.currency(), amount.negate());
        } else {
            // The charge was paid above, and is also part of the gain, or of the cost that is still carried.
            pay(contract.currency(), (realized == null ? BigDecimal.ZERO : realized).add(cost));
        }
        return realized == null ? null : convert(realized, contract.currency(), charge.currency());
    }

    void pay(String currency, BigDecimal amount) {
        cash.merge(currency, amount, BigDecimal::add);
    }

    void rate(String currency, BigDecimal rate) {
        rates.put(currency, rate);
    }

    void put(Position position) {
        positions.put(position.contract().conId(), position);
    }

    void mark(int conId, BigDecimal price) {
        positions.computeIfPresent(conId, (_, position) -> position.marked(price));
    }

    Optional<Position> position(int conId) {
        return Optional.ofNullable(positions.get(conId));
    }

    Map<String, BigDecimal> rates() {
        return rates;
    }

    Map<Integer, Position> positions() {
        return positions;
    }

    Map<String, BigDecimal> cash() {
        return cash;
    }

    BigDecimal rate(String currency) {
        BigDecimal rate = rates.get(currency);
        if (rate == null) {
            throw new IllegalStateException("no exchange rate of " + currency + " in " + base);
        }
        return rate;
    }

    /** What all positions of a currency count for: the value, or the gain where gains are settled daily. */
    BigDecimal worth(Position position) {
        return isDaily(position.contract()) ? position.unrealized() : position.value();
    }

    BigDecimal convert(BigDecimal amount, String from, String to) {
        return from.equals(to) ? amount : amount.multiply(rate(from)).divide(rate(to), MathContext.DECIMAL64);
    }

    private static boolean isDaily(Contract contract) {
        return contract.is("FUT");
    }
}
