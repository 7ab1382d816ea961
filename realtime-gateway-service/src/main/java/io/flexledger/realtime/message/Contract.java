package io.flexledger.realtime.message;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The instrument as the gateway describes it.
 *
 * @param conId the broker's own id of the instrument, which alone identifies it
 * @param symbol of the underlying, for a derivative
 * @param secType {@code STK}, {@code OPT}, {@code FUT}, {@code CASH} ...; {@code BAG} is a combination of others
 * @param lastTradeDateOrContractMonth {@code yyyymmdd} or {@code yyyymm}, null where there is none
 * @param strike zero or null where there is none
 * @param right {@code C} or {@code P}; the gateway also writes {@code ?} and {@code 0} where there is none
 * @param exchange the primary exchange in an account's portfolio, the routing exchange elsewhere
 * @param localSymbol for an option the 21 characters of its OCC symbol
 */
public record Contract(
        int conId,
        @Nullable String symbol,
        String secType,
        @Nullable String lastTradeDateOrContractMonth,
        @Nullable BigDecimal strike,
        @Nullable String right,
        @Nullable String multiplier,
        @Nullable String exchange,
        @Nullable String currency,
        @Nullable String localSymbol,
        @Nullable String tradingClass) {

    /** Money in another currency, shown as if it were held. */
    public boolean isCurrencyPair() {
        return secType.equals("CASH");
    }

    /** A combination as a whole; its legs are reported on their own and are what is held. */
    public boolean isCombination() {
        return secType.equals("BAG");
    }
}
