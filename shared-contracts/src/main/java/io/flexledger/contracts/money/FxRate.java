package io.flexledger.contracts.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * What one unit of {@code from} is worth in {@code to}, and who said so. For example, USD to HKD 7.8472 from the
 * trade's own row.
 *
 * @param rate positive; multiply an amount of {@code from} by it
 */
public record FxRate(
        CurrencyCode from,
        CurrencyCode to,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rate,
        Source source) {

    /** Where a rate comes from, strongest first. */
    public enum Source {
        /** Both sides are the same currency. */
        IDENTITY,
        /** The row's own {@code fxRateToBase}. */
        ROW,
        /** The statement's {@code ConversionRates} of the report date. */
        CONVERSION_RATES,
        /** A section that states one amount in both currencies, such as {@code AssetSummary}. */
        DERIVED,
        /** The gateway's own {@code ExchangeRate} while the day runs: provisional. */
        GATEWAY,
        /** The nearest earlier rate: provisional. */
        CARRIED,
        /** The configured rate: provisional. */
        CONFIGURED;

        /** Whether figures made with this rate may still change when the broker states one. */
        public boolean isProvisional() {
            return this == GATEWAY || this == CARRIED || this == CONFIGURED;
        }
    }

    public FxRate {
        rate = Decimals.canonical(rate);
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("rate from " + from + " to " + to + " must be positive: " + rate);
        }
    }

    public static FxRate identity(CurrencyCode currency) {
        return new FxRate(currency, currency, BigDecimal.ONE, Source.IDENTITY);
    }

    public Money convert(Money money) {
        return new Money(money.in(from).multiply(rate), to);
    }
}
