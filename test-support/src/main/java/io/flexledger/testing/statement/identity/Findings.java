package io.flexledger.testing.statement.identity;

import io.flexledger.testing.statement.read.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what does not hold, for one identity after the other. */
final class Findings {

    /** Statements show nine decimals; a few rounded figures add up to this. */
    static final BigDecimal ROUNDING = new BigDecimal("0.00000003");

    private final List<Breach> breaches = new ArrayList<>();
    private final Map<Identity, Integer> comparisons = new EnumMap<>(Identity.class);
    private Identity identity = Identity.PROCEEDS;
    private String statement = "";

    void checking(Identity next, Statement of) {
        identity = next;
        statement = of.accountId() + " " + of.from() + (of.singleDay() ? "" : "-" + of.to());
    }

    void equal(Object where, BigDecimal expected, BigDecimal actual) {
        within(ROUNDING, where, expected, actual);
    }

    /** For sums over many rounded figures: each may be off by half of the last decimal. */
    void equalSums(Object where, int terms, BigDecimal expected, BigDecimal actual) {
        within(ROUNDING.add(BigDecimal.valueOf(terms, 9)), where, expected, actual);
    }

    private void within(BigDecimal tolerance, Object where, BigDecimal expected, BigDecimal actual) {
        comparisons.merge(identity, 1, Integer::sum);
        if (expected.subtract(actual).abs().compareTo(tolerance) > 0) {
            add(where, plain(expected), plain(actual));
        }
    }

    void same(Object where, String expected, String actual) {
        comparisons.merge(identity, 1, Integer::sum);
        if (!expected.equals(actual)) {
            add(where, expected, actual);
        }
    }

    private void add(Object where, String expected, String actual) {
        breaches.add(new Breach(identity, statement + ", " + where, expected, actual));
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    Examination examination() {
        return new Examination(breaches, comparisons);
    }
}
