package io.flexledger.testing.statement.simulation;

import io.flexledger.testing.statement.account.TradingDay;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An account that can be lived through any number of times, always the same way.
 *
 * @param index of the account among those of one seed; each has a life of its own
 * @param fills exchange fills over all days, spread evenly over the trading days
 */
public record SimulatedAccount(
        long seed, int index, String base, boolean euros, LocalDate firstDay, int days, int fills)
        implements Iterable<TradingDay> {

    @Override
    public Iterator<TradingDay> iterator() {
        return new Life(this);
    }

    /** The days one after the other; only the current one is in memory. */
    public Stream<TradingDay> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
