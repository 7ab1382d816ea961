package io.flexledger.ledger.day;

import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Positions as a whole: as stated, or as the sum of their lots where the query selected lots alone. */
final class WholePositions {

    private WholePositions() {}

    private record Key(LocalDate day, InstrumentId instrument) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byDay = day.compareTo(other.day);
            return byDay != 0 ? byDay : instrument.compareTo(other.instrument);
        }
    }

    /** By day, then instrument. */
    static List<PositionStated> of(Collection<PositionStated> stated) {
        var whole = new TreeMap<Key, PositionStated>();
        var lots = new TreeMap<Key, PositionStated>();
        for (var position : stated) {
            var key = new Key(position.reportDate(), position.instrument().id());
            if (position.lot() == null) {
                whole.put(key, position);
            } else {
                lots.merge(key, position, WholePositions::sum);
            }
        }
        lots.forEach(whole::putIfAbsent);
        return List.copyOf(whole.values());
    }

    private static PositionStated sum(PositionStated first, PositionStated second) {
        return new PositionStated(
                first.fact(),
                first.instrument(),
                null,
                first.quantity().plus(second.quantity()),
                first.mark() != null ? first.mark() : second.mark(),
                sum(first.value(), second.value()),
                sum(first.costBasis(), second.costBasis()),
                sum(first.unrealized(), second.unrealized()),
                first.fxRate());
    }

    private static @Nullable Money sum(@Nullable Money first, @Nullable Money second) {
        return first == null || second == null ? null : first.plus(second);
    }
}
