package io.flexledger.realtime.account;

import io.flexledger.realtime.account.AccountImage.Held;
import io.flexledger.realtime.account.Worth.Stated;
import io.flexledger.realtime.message.Incoming.PositionProfitAndLoss;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the gateway said positions of one account are worth, one by one, and the marks that follow. For one thread.
 *
 * <p>A mark is that of one unit, by the units of the same message, so it holds for however many there are a moment
 * later.
 *
 * <p>Whether such values are in the instrument's currency or in the account's own is stated nowhere, and the positions
 * of an account tell it together. While none of them can, only those in the account's own currency have a mark.
 */
final class PositionValues {

    private final Map<Integer, PositionProfitAndLoss> told = new HashMap<>();

    /**
     * What says nothing of a value changes nothing; of a position that is said to be none there is no value any more.
     *
     * @return whether this is another value than before
     */
    boolean hear(int conId, PositionProfitAndLoss message) {
        BigDecimal units = message.position();
        if (units != null && units.signum() == 0) {
            return told.remove(conId) != null;
        }
        if (message.value() == null || units == null) {
            return false;
        }
        PositionProfitAndLoss now = new PositionProfitAndLoss(
                message.requestId(), units, null, message.unrealized(), null, message.value());
        return !now.equals(told.put(conId, now));
    }

    void forget(int conId) {
        told.remove(conId);
    }

    /**
     * By contract id, per unit and without the multiplier.
     *
     * @param rate what a unit of a position's currency is worth in the account's own; empty while that is unknown
     */
    Map<Integer, BigDecimal> marks(Map<Integer, Held> positions, Function<Held, Optional<BigDecimal>> rate) {
        Map<Integer, Worth> worths = new HashMap<>();
        told.forEach((conId, message) -> Optional.ofNullable(positions.get(conId))
                .flatMap(held -> rate.apply(held).flatMap(known -> Worth.of(held, message, known)))
                .ifPresent(worth -> worths.put(conId, worth)));
        Stated stated = Worth.stated(List.copyOf(worths.values()));
        Map<Integer, BigDecimal> marks = new HashMap<>();
        worths.forEach((conId, worth) -> worth.mark(stated).ifPresent(mark -> marks.put(conId, mark)));
        return marks;
    }
}
