package io.flexledger.mapper.ibkr.section;

import java.util.UUID;

/**
 * A number per UUID, 0 where there is none: three longs an entry and no objects, so that a statement with a million
 * rows fits.
 */
public final class UuidTable {

    private static final int SMALLEST = 1 << 10;

    private long[] highs = new long[SMALLEST];
    private long[] lows = new long[SMALLEST];
    private long[] values = new long[SMALLEST];
    private int size;

    /** Stores a number other than 0 where there is none, and returns what was there. */
    public long putIfAbsent(UUID key, long value) {
        int place = placeFor(key);
        long before = values[place];
        if (before == 0) {
            enter(place, key, value);
        }
        return before;
    }

    /** Adds one and returns the sum. */
    public long increment(UUID key) {
        int place = placeFor(key);
        if (values[place] == 0) {
            enter(place, key, 1);
            return 1;
        }
        return ++values[place];
    }

    private void enter(int place, UUID key, long value) {
        highs[place] = key.getMostSignificantBits();
        lows[place] = key.getLeastSignificantBits();
        values[place] = value;
        size++;
    }

    private int placeFor(UUID key) {
        if (size * 2 >= values.length) {
            grow();
        }
        return place(key.getMostSignificantBits(), key.getLeastSignificantBits());
    }

    private int place(long high, long low) {
        int mask = values.length - 1;
        // A name-based UUID is random except for its version and variant, which low, at its bottom, does not hold.
        int place = (int) low & mask;
        while (values[place] != 0 && (highs[place] != high || lows[place] != low)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        var oldHighs = highs;
        var oldLows = lows;
        var oldValues = values;
        highs = new long[oldHighs.length * 2];
        lows = new long[oldLows.length * 2];
        values = new long[oldValues.length * 2];
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != 0) {
                int place = place(oldHighs[i], oldLows[i]);
                highs[place] = oldHighs[i];
                lows[place] = oldLows[i];
                values[place] = oldValues[i];
            }
        }
    }
}
