package io.flexledger.report.summary;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Time-weighted return, the broker's way: a flow counts from the start of its day. A day is
 * (end - start - flow) / (start + flow), a period the product of its days. As a fraction: 0.01 is one percent.
 */
public final class TimeWeightedReturn {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private TimeWeightedReturn() {}

    /** Empty for a day on which nothing was invested. */
    public static Optional<BigDecimal> day(BigDecimal start, BigDecimal end, BigDecimal flow) {
        var invested = start.add(flow);
        return invested.signum() == 0
                ? Optional.empty()
                : Optional.of(end.subtract(invested).divide(invested, DECIMAL128));
    }

    public static BigDecimal period(List<BigDecimal> days) {
        return days.stream()
                .map(day -> BigDecimal.ONE.add(day, DECIMAL128))
                .reduce(BigDecimal.ONE, (product, day) -> product.multiply(day, DECIMAL128))
                .subtract(BigDecimal.ONE, DECIMAL128);
    }

    public static BigDecimal fraction(BigDecimal percent) {
        return percent.movePointLeft(2);
    }

    public static BigDecimal percent(BigDecimal fraction) {
        return fraction.multiply(HUNDRED, DECIMAL128);
    }
}
