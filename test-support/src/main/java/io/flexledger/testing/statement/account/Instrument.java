package io.flexledger.testing.statement.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** What is held, with the names a statement gives it. For example, the stock SPY or its 628 call of 17 July 2025. */
public sealed interface Instrument {

    String conid();

    String symbol();

    String description();

    /** ISO code of the currency it trades in. */
    String currency();

    String listingExchange();

    /** Units of the underlying in one unit: 1 for a share, 100 for an option contract. */
    BigDecimal multiplier();

    /** The statement's asset category: {@code STK} or {@code OPT}. */
    String category();

    /** @param purchaseTaxRate share of the amount bought that is withheld as a transaction tax, zero for most */
    record Stock(
            String conid,
            String symbol,
            String description,
            String currency,
            String listingExchange,
            String isin,
            String subCategory,
            BigDecimal purchaseTaxRate)
            implements Instrument {

        @Override
        public BigDecimal multiplier() {
            return BigDecimal.ONE;
        }

        @Override
        public String category() {
            return "STK";
        }

        public String country() {
            return isin.substring(0, 2);
        }

        /** The nine national digits inside a North American ISIN, else empty. */
        public String cusip() {
            return country().equals("US") ? isin.substring(2, 11) : "";
        }
    }

    enum Right {
        CALL("C"),
        PUT("P");

        private final String code;

        Right(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    record Option(String conid, Stock underlying, LocalDate expiry, BigDecimal strike, Right right)
            implements Instrument {

        private static final BigDecimal SHARES = BigDecimal.valueOf(100);

        /** The OCC symbol, for example {@code SPY   250717C00628000}. */
        @Override
        public String symbol() {
            return "%-6s%02d%02d%02d%s%08d"
                    .formatted(
                            underlying.symbol(),
                            expiry.getYear() % 100,
                            expiry.getMonthValue(),
                            expiry.getDayOfMonth(),
                            right.code(),
                            strike.movePointRight(3).intValueExact());
        }

        @Override
        public String description() {
            String month = expiry.getMonth().name().substring(0, 3).toUpperCase(Locale.ROOT);
            return "%s %02d%s%02d %s %s"
                    .formatted(
                            underlying.symbol(),
                            expiry.getDayOfMonth(),
                            month,
                            expiry.getYear() % 100,
                            strike.stripTrailingZeros().toPlainString(),
                            right.code());
        }

        @Override
        public String currency() {
            return underlying.currency();
        }

        @Override
        public String listingExchange() {
            return "CBOE";
        }

        @Override
        public BigDecimal multiplier() {
            return SHARES;
        }

        @Override
        public String category() {
            return "OPT";
        }

        /** What one share's worth of the right pays at this price of the underlying, never negative. */
        public BigDecimal intrinsicValue(BigDecimal spot) {
            BigDecimal gain = right == Right.CALL ? spot.subtract(strike) : strike.subtract(spot);
            return gain.max(BigDecimal.ZERO);
        }

        /** The shares that one long contract delivers when exercised: positive for a call. */
        public BigDecimal sharesDelivered() {
            return right == Right.CALL ? SHARES : SHARES.negate();
        }
    }
}
