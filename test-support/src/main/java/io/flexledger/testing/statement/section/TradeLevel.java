package io.flexledger.testing.statement.section;

import java.util.EnumSet;
import java.util.Set;

/** The levels at which the Trades section repeats the same money. */
public enum TradeLevel {
    ASSET_SUMMARY,
    SYMBOL_SUMMARY,
    ORDER,
    EXECUTION,
    CLOSED_LOT;

    public static Set<TradeLevel> all() {
        return EnumSet.allOf(TradeLevel.class);
    }
}
