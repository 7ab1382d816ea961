package io.flexledger.report.live;

import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The best there is to say what an account is worth now.
 *
 * @param value  whose total it is
 * @param held   what says which cash and positions it is made of: the same, or the ledger's for a value of the broker's
 * @param before the last close before it, which the change is counted from; absent on the first day
 */
public record CurrentNav(
        NavSnapshot value, NavSnapshot held, @Nullable NavSnapshot before) {

    /** The newest value of each kind; absent where there is none. */
    public record Newest(
            @Nullable NavSnapshot official,
            @Nullable NavSnapshot calculated,
            @Nullable NavSnapshot live) {}

    /**
     * The gateway's value counts until the broker has stated the day, and while no later day is known; then the
     * broker's, and the ledger's where it knows a later day.
     *
     * @param before the last close before the live value's day, or before the newest day without one
     */
    public static Optional<CurrentNav> of(Newest newest, @Nullable NavSnapshot before) {
        var best = best(newest);
        if (best == null) {
            return Optional.empty();
        }
        var own = newest.calculated();
        boolean ledgerHolds =
                best.kind() == Kind.OFFICIAL && own != null && own.date().equals(best.date());
        return Optional.of(new CurrentNav(best, ledgerHolds && own != null ? own : best, before));
    }

    public static @Nullable NavSnapshot best(Newest newest) {
        var live = newest.live();
        var official = newest.official();
        var calculated = newest.calculated();
        boolean running = live != null
                && (official == null || official.date().isBefore(live.date()))
                && (calculated == null || !calculated.date().isAfter(live.date()));
        if (running) {
            return live;
        }
        boolean stated =
                official != null && (calculated == null || !official.date().isBefore(calculated.date()));
        return stated ? official : calculated;
    }

    /** Since the last close; absent where there is none, or none in the currency of the value. */
    public Optional<Money> change() {
        return Optional.ofNullable(before)
                .map(NavSnapshot::total)
                .filter(close -> close.currency().equals(value.total().currency()))
                .map(close -> value.total().minus(close));
    }

    /** Whether the broker has yet to state it. */
    public boolean isProvisional() {
        return value.kind() != Kind.OFFICIAL;
    }
}
