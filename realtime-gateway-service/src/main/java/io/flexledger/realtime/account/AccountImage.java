package io.flexledger.realtime.account;

import io.flexledger.realtime.message.Contract;
import io.flexledger.realtime.message.Incoming.PortfolioItem;
import io.flexledger.realtime.message.Incoming.PositionProfitAndLoss;
import io.flexledger.realtime.message.Incoming.ProfitAndLoss;
import io.flexledger.realtime.wire.WireDecimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway said of one account last, piece by piece, in no order it promises. For one thread.
 *
 * <p>A position that was closed is told once more, with 0 units, and forgotten then.
 *
 * <p>The mark of a position is the portfolio's; where that tells none, the one its value makes, see
 * {@link PositionValues}.
 */
public final class AccountImage {

    /** The row of figures in base currency, whatever that is. */
    static final String BASE = "BASE";

    private static final String READY = "AccountReady";

    private final SortedMap<Named, String> values = new TreeMap<>();
    private final SortedMap<Integer, Held> positions = new TreeMap<>();
    private final PositionValues worths = new PositionValues();
    private @Nullable ProfitAndLoss results;
    private boolean ready = true;
    private Instant changedAt = Instant.EPOCH;

    /** A figure by its key and currency; the currency is empty for what is no money. */
    public record Named(String key, String currency) implements Comparable<Named> {
        @Override
        public int compareTo(Named other) {
            int order = key.compareTo(other.key);
            return order == 0 ? currency.compareTo(other.currency) : order;
        }
    }

    /**
     * A position as it was told last, in either way of telling.
     *
     * @param mark        per unit, without the multiplier; null until it is told
     * @param averageCost per unit, with multiplier and commissions
     */
    public record Held(
            Contract contract,
            BigDecimal units,
            @Nullable BigDecimal mark,
            @Nullable BigDecimal averageCost,
            @Nullable BigDecimal unrealized,
            @Nullable BigDecimal realized) {
        private Held marked(BigDecimal price) {
            return new Held(contract, units, price, averageCost, unrealized, realized);
        }
    }

    /** @return whether this is another value than before */
    public boolean value(String key, @Nullable String currency, String text, Instant at) {
        if (key.equals(READY)) {
            ready = Boolean.parseBoolean(text);
        } else if (!ready) {
            return false; // what holds is asked for again once it is ready
        }
        boolean changed = !text.equals(values.put(new Named(key, currency == null ? "" : currency), text));
        return changed(changed, at);
    }

    public boolean portfolio(PortfolioItem item, Instant at) {
        return ready
                && held(
                        new Held(
                                item.contract(),
                                item.position(),
                                item.marketPrice(),
                                item.averageCost(),
                                item.unrealizedPnl(),
                                item.realizedPnl()),
                        at);
    }

    /** Knows no mark: the one the portfolio told stays, for as many units as there are now. */
    public boolean position(Contract contract, BigDecimal units, @Nullable BigDecimal averageCost, Instant at) {
        Held before = positions.get(contract.conId());
        return held(
                before == null
                        ? new Held(contract, units, null, averageCost, null, null)
                        : new Held(
                                before.contract(),
                                units,
                                before.mark(),
                                averageCost,
                                before.unrealized(),
                                before.realized()),
                at);
    }

    /** It is not among those that are held any more, though nobody said that it was closed. */
    void closed(int conId, Instant at) {
        worths.forget(conId);
        changed(positions.remove(conId) != null, at);
    }

    /** What a position is worth; one that is not held is worth nothing we need to know. */
    public boolean worth(int conId, PositionProfitAndLoss told, Instant at) {
        return changed(positions.containsKey(conId) && worths.hear(conId, told), at);
    }

    public boolean results(ProfitAndLoss told, Instant at) {
        boolean changed = !told.equals(results);
        results = told;
        return changed(changed, at);
    }

    /** False while the broker's server starts anew: any figure may be wrong then. */
    public boolean isReady() {
        return ready;
    }

    /** When something was told that was not known. */
    public Instant changedAt() {
        return changedAt;
    }

    public Optional<String> text(String key, String currency) {
        return Optional.ofNullable(values.get(new Named(key, currency)));
    }

    public SortedMap<Named, String> values() {
        return new TreeMap<>(values);
    }

    /** By contract id. */
    public Map<Integer, Held> positions() {
        SortedMap<Integer, Held> marked = new TreeMap<>(positions);
        worths.marks(positions, this::rate)
                .forEach((conId, mark) ->
                        marked.computeIfPresent(conId, (_, held) -> held.mark() == null ? held.marked(mark) : held));
        return marked;
    }

    /** Whether every position has a mark; what is no position but money needs none. */
    public boolean isMarked() {
        return positions().values().stream()
                .allMatch(held -> held.mark() != null || held.contract().isCurrencyPair());
    }

    public Optional<ProfitAndLoss> results() {
        return Optional.ofNullable(results);
    }

    private Optional<BigDecimal> rate(Held held) {
        String currency = held.contract().currency();
        return currency == null
                ? Optional.empty()
                : text("ExchangeRate", currency).flatMap(WireDecimal::parse).filter(rate -> rate.signum() > 0);
    }

    private boolean held(Held held, Instant at) {
        int id = held.contract().conId();
        boolean closed = held.units().signum() == 0;
        if (closed) {
            worths.forget(id);
        }
        Held before = closed ? positions.remove(id) : positions.put(id, held);
        boolean changed = closed ? before != null : !held.equals(before);
        return changed(changed, at);
    }

    private boolean changed(boolean changed, Instant at) {
        if (changed) {
            changedAt = at;
        }
        return changed;
    }
}
