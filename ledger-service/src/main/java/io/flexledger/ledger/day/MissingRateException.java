package io.flexledger.ledger.day;

import io.flexledger.contracts.money.CurrencyCode;

/** No statement and no setting says what a currency is worth in base. */
public final class MissingRateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingRateException(CurrencyCode from, CurrencyCode to) {
        super("no rate from " + from + " to " + to + ": add ConversionRates or fxRateToBase to the query, or set"
                + " ledger.fx.rates." + from + " to what one " + from + " is worth in " + to);
    }
}
