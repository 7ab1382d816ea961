package io.flexledger.ledger.day;

import io.flexledger.contracts.money.CurrencyCode;

/** No statement and no setting says what a currency is worth in base. */
public final class MissingRateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingRateException(CurrencyCode from, CurrencyCode to) {
        super(
                "no rate from %s to %s: add ConversionRates or fxRateToBase to the query, or set ledger.fx.rates.%s to what"
                                .formatted(from, to, from)
                        + " one %s is worth in %s; if %s is not the base currency, add AccountInformation to the query, or set"
                                .formatted(from, to, to)
                        + " ledger.default-base-currency and mapper.default-base-currency");
    }
}
