package io.flexledger.testing.flex.service;

import java.util.Random;
import java.util.function.Supplier;

/**
 * What varies in the small answers and means nothing.
 *
 * @param quote     of attributes
 * @param shuffled  whether the children stand in another order
 * @param lowerUrl  {@code url} instead of {@code Url}
 * @param declared  whether an XML declaration goes first
 */
public record StatusStyle(char quote, boolean shuffled, boolean lowerUrl, boolean declared) {

    /** As the broker mostly writes. */
    public static final StatusStyle USUAL = new StatusStyle('\'', false, false, false);

    /** One style after the other, the same ones for the same seed. */
    public static Supplier<StatusStyle> varied(long seed) {
        Random random = new Random(seed);
        return () -> {
            synchronized (random) {
                return new StatusStyle(
                        random.nextBoolean() ? '\'' : '"',
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean());
            }
        };
    }
}
