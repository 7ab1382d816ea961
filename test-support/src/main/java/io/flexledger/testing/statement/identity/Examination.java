package io.flexledger.testing.statement.identity;

import java.util.List;
import java.util.Map;

/**
 * What a check found.
 *
 * @param comparisons how often each identity was compared; an identity that is missing had no columns to compare
 */
public record Examination(List<Breach> breaches, Map<Identity, Integer> comparisons) {

    public Examination {
        breaches = List.copyOf(breaches);
        comparisons = Map.copyOf(comparisons);
    }
}
