package io.flexledger.realtime.account;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.realtime.account.AccountImage.Held;
import io.flexledger.realtime.message.Incoming.PositionProfitAndLoss;
import io.flexledger.realtime.provisional.ContractReading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A position with the value that was told of it.
 *
 * @param units      told with the value, not 0
 * @param unrealized null where it was not told
 * @param cost       in the instrument's currency; null where it is unknown
 * @param rate       what one unit of the instrument's currency is worth in the account's own
 */
record Worth(
        BigDecimal units,
        BigDecimal value,
        @Nullable BigDecimal unrealized,
        @Nullable BigDecimal cost,
        BigDecimal multiplier,
        BigDecimal rate) {

    /** Finer than any price, and coarser than what dividing leaves. */
    private static final int DIGITS = 8;

    /** The currency a gateway states such values in. */
    enum Stated {
        IN_THE_INSTRUMENTS,
        IN_THE_ACCOUNTS,
        UNKNOWN
    }

    /** Empty where what is known of the contract is not enough to value a unit. */
    static Optional<Worth> of(Held held, PositionProfitAndLoss told, BigDecimal rate) {
        BigDecimal units = Objects.requireNonNull(told.position());
        BigDecimal average = held.averageCost();
        return ContractReading.instrument(held.contract())
                .map(Instrument::multiplier)
                .map(multiplier -> new Worth(
                        units,
                        Objects.requireNonNull(told.value()),
                        told.unrealized(),
                        average == null ? null : average.multiply(units),
                        multiplier,
                        rate));
    }

    /**
     * A value less what is unrealized is the cost, whose currency is known; the reading that comes nearer to it is
     * right.
     */
    static Stated stated(List<Worth> worths) {
        BigDecimal balance = BigDecimal.ZERO;
        for (Worth worth : worths) {
            balance = balance.add(worth.leaning());
        }
        return switch (balance.signum()) {
            case 1 -> Stated.IN_THE_INSTRUMENTS;
            case -1 -> Stated.IN_THE_ACCOUNTS;
            default -> Stated.UNKNOWN;
        };
    }

    /** Per unit, without the multiplier, in the instrument's currency; empty where its currency cannot be told. */
    Optional<BigDecimal> mark(Stated stated) {
        if (isInOneCurrency()) {
            return Optional.of(perUnit(value));
        }
        return switch (stated) {
            case IN_THE_INSTRUMENTS -> Optional.of(perUnit(value));
            case IN_THE_ACCOUNTS -> Optional.of(perUnit(value.divide(rate, MathContext.DECIMAL128)));
            case UNKNOWN -> Optional.empty();
        };
    }

    /**
     * How much better the cost is met by a value in the instrument's currency than by one in the account's own, as a
     * share of the cost; what is unrealized may be in the account's own in either case.
     */
    private BigDecimal leaning() {
        if (isInOneCurrency() || unrealized == null || cost == null || cost.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal converted = unrealized.divide(rate, MathContext.DECIMAL128);
        BigDecimal inInstruments = value.subtract(unrealized)
                .subtract(cost)
                .abs()
                .min(value.subtract(converted).subtract(cost).abs());
        BigDecimal inAccounts = value.divide(rate, MathContext.DECIMAL128)
                .subtract(converted)
                .subtract(cost)
                .abs();
        return inAccounts.subtract(inInstruments).divide(cost.abs(), MathContext.DECIMAL128);
    }

    private boolean isInOneCurrency() {
        return rate.compareTo(BigDecimal.ONE) == 0;
    }

    private BigDecimal perUnit(BigDecimal amount) {
        return amount.divide(units.multiply(multiplier), DIGITS, RoundingMode.HALF_EVEN);
    }
}
