package io.flexledger.testing.statement.simulation;

import io.flexledger.testing.statement.account.Instrument;
import io.flexledger.testing.statement.account.Instrument.Stock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;

/** What a fill costs; now and then an exchange pays a little instead. */
final class Commissions {

    private static final BigDecimal PER_CONTRACT = new BigDecimal("-0.65");
    private static final BigDecimal PER_SHARE = new BigDecimal("-0.005");
    private static final BigDecimal MINIMUM = new BigDecimal("-1");
    private static final int REBATE_PERCENT = 3;
    private static final int HUNDRED = 100;

    private final SplittableRandom random;

    Commissions(SplittableRandom random) {
        this.random = random;
    }

    BigDecimal of(Instrument instrument, BigDecimal quantity) {
        if (random.nextInt(HUNDRED) < REBATE_PERCENT) {
            return BigDecimal.valueOf(random.nextInt(1_000, 40_000), 6);
        }
        BigDecimal units = quantity.abs();
        BigDecimal broker =
                instrument instanceof Stock ? units.multiply(PER_SHARE).min(MINIMUM) : units.multiply(PER_CONTRACT);
        BigDecimal regulatory = BigDecimal.valueOf(-random.nextInt(100, 25_000), 6);
        return broker.add(regulatory);
    }

    /** The fee of the delivered side of an exercise. */
    BigDecimal ofDelivery() {
        return BigDecimal.valueOf(-random.nextInt(0, 300), 4);
    }

    static BigDecimal purchaseTax(Instrument instrument, BigDecimal quantity, BigDecimal price) {
        if (instrument instanceof Stock stock && quantity.signum() > 0) {
            return quantity.multiply(price)
                    .multiply(stock.purchaseTaxRate())
                    .negate()
                    .setScale(2, RoundingMode.HALF_EVEN);
        }
        return BigDecimal.ZERO;
    }
}
