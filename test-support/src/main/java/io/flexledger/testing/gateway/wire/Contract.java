package io.flexledger.testing.gateway.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An instrument as the gateway names it.
 *
 * @param lastTradeDate {@code yyyymmdd}, empty where there is none
 * @param right         {@code C}, {@code P} or empty
 * @param multiplier    empty means one
 */
public record Contract(
        int conId,
        String symbol,
        String secType,
        String lastTradeDate,
        @Nullable BigDecimal strike,
        String right,
        String multiplier,
        String primaryExchange,
        String currency,
        String localSymbol,
        String tradingClass) {

    public static Contract stock(int conId, String symbol, String primaryExchange, String currency) {
        return new Contract(conId, symbol, "STK", "", null, "", "", primaryExchange, currency, symbol, "NMS");
    }

    /** A US option on a hundred shares; its local symbol is the 21 characters of the clearing house. */
    public static Contract option(int conId, String symbol, String expiry, String right, String strike) {
        BigDecimal price = new BigDecimal(strike);
        String local = "%-6s%s%s%08d"
                .formatted(
                        symbol,
                        expiry.substring(2),
                        right,
                        price.movePointRight(3).longValueExact());
        return new Contract(conId, symbol, "OPT", expiry, price, right, "100", "", "USD", local, symbol);
    }

    public static Contract future(int conId, String symbol, String expiry, String multiplier, String exchange) {
        return new Contract(
                conId, symbol, "FUT", expiry, null, "", multiplier, exchange, "USD", symbol + expiry, symbol);
    }

    /** For example {@code EUR} in {@code USD}. */
    public static Contract forex(int conId, String symbol, String currency) {
        String local = symbol + "." + currency;
        return new Contract(conId, symbol, "CASH", "", null, "", "", "", currency, local, local);
    }

    /** A combination of several legs; the legs are contracts of their own. */
    public static Contract bag(int conId, String symbol, String currency) {
        return new Contract(conId, symbol, "BAG", "", null, "", "", "", currency, symbol, "COMB");
    }

    public boolean is(String type) {
        return secType.equals(type);
    }

    /** Whether a person may mean this one: by its number, by its local symbol, or a stock by its symbol. */
    public boolean goesBy(String name) {
        return localSymbol.replaceAll(" +", "").equalsIgnoreCase(name)
                || Integer.toString(conId).equals(name);
    }

    public BigDecimal units() {
        return multiplier.isEmpty() ? BigDecimal.ONE : new BigDecimal(multiplier);
    }
}
