package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.Decimals;
import io.flexledger.mapper.ibkr.column.RefusedException;
import io.flexledger.mapper.reading.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a price of 1 costs per unit: as stated; else as the row's own amounts show; else as another row of the statement
 * said. Where none of them does, 1 is true of shares only, and a contract's row is refused.
 */
final class Multiplier {

    /** Whose unit is what the price is of. */
    private static final Set<String> PRICED_PER_UNIT =
            Set.of("STK", "ETF", "CASH", "FUND", "CFD", "FXCFD", "CMDTY", "CRYPTO", "PHYSS", "DCR", "BSK");

    /** Held by face value and priced in per cent of it, though the broker states a multiplier of 1. */
    private static final Set<String> PRICED_IN_PER_CENT = Set.of("BOND", "BILL");

    private static final BigDecimal PER_CENT = new BigDecimal("0.01");
    /** Principal factors move a bond's quotient away from 0.01; beyond this it is no percentage. */
    private static final BigDecimal NO_PERCENTAGE = new BigDecimal("0.1");

    private static final MathContext PLAIN = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final BigDecimal RELATIVE = new BigDecimal("1e-4");
    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");

    private Multiplier() {}

    /** @param known what {@link #known} found in this row */
    static BigDecimal of(Cells row, InstrumentId id, String category, @Nullable BigDecimal known) {
        if (known != null) {
            row.statement().rememberMultiplier(id, known);
            return known;
        }
        var remembered = row.statement().multiplier(id);
        if (remembered != null) {
            return remembered;
        }
        if (PRICED_IN_PER_CENT.contains(category)) {
            return PER_CENT;
        }
        if (PRICED_PER_UNIT.contains(category)) {
            return BigDecimal.ONE;
        }
        throw row.absent("multiplier");
    }

    /** What this row alone says or shows. */
    static @Nullable BigDecimal known(Cells row) {
        var stated = stated(row);
        var category = row.text("assetCategory");
        if (category == null || !PRICED_IN_PER_CENT.contains(category)) {
            return stated == null ? implied(row) : stated;
        }
        if (stated != null && stated.compareTo(BigDecimal.ONE) != 0) {
            return stated;
        }
        var quotient = quotient(row);
        if (quotient == null) {
            return null;
        }
        return quotient.compareTo(NO_PERCENTAGE) > 0 ? BigDecimal.ONE : PER_CENT;
    }

    /** The broker writes nothing, or 0, where there is no multiplier. */
    private static @Nullable BigDecimal stated(Cells row) {
        var stated = row.number("multiplier");
        if (stated == null || stated.signum() == 0) {
            return null;
        }
        if (stated.signum() < 0) {
            throw new RefusedException(
                    Reason.BAD_NUMBER,
                    "multiplier",
                    stated.toPlainString(),
                    "a positive multiplier",
                    "compare the row with the broker's statement");
        }
        return stated;
    }

    /** The plain number, such as 100 or 0.1, that explains the row's amount to half a cent. */
    private static @Nullable BigDecimal implied(Cells row) {
        var quotient = quotient(row);
        if (quotient == null) {
            return null;
        }
        var plain = Decimals.canonical(quotient.round(PLAIN));
        boolean isPlain = plain.scale() == 0 || plain.unscaledValue().bitLength() == 1;
        var amount = amount(row);
        var rest = quotient.subtract(plain).abs().multiply(amount).divide(quotient, MathContext.DECIMAL128);
        return isPlain && rest.compareTo(HALF_A_CENT.max(amount.multiply(RELATIVE))) <= 0 ? plain : null;
    }

    /** Amount over quantity times price, of a trade or of a position. */
    private static @Nullable BigDecimal quotient(Cells row) {
        boolean position = row.selected("position");
        var units = row.number(position ? "position" : "quantity");
        var price = row.number(position ? "markPrice" : "tradePrice");
        var amount = amount(row);
        if (units == null || price == null || units.signum() == 0 || price.signum() <= 0 || amount.signum() == 0) {
            return null;
        }
        return amount.divide(units.abs().multiply(price), MathContext.DECIMAL128);
    }

    private static BigDecimal amount(Cells row) {
        var amount = row.number(row.selected("position") ? "positionValue" : "proceeds");
        return amount == null ? BigDecimal.ZERO : amount.abs();
    }
}
