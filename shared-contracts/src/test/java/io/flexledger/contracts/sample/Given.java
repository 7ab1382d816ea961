package io.flexledger.contracts.sample;

import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** What the samples share: account, statement, instruments, rate. */
public final class Given {

    public static final AccountId ACCOUNT = AccountId.of("U7654321");
    public static final ArtifactId ARTIFACT =
            ArtifactId.of("3f0c1d7a9b5e4c2288aa10f6d2e4b6c8091a2b3c4d5e6f708192a3b4c5d6e7f8");
    public static final String QUERY = "daily-activity";

    public static final LocalDate THURSDAY = LocalDate.parse("2025-07-24");
    public static final LocalDate FRIDAY = LocalDate.parse("2025-07-25");
    /** When the statement of Friday was generated. */
    public static final Instant STATED = Instant.parse("2025-07-26T09:12:41Z");

    public static final CurrencyCode USD = CurrencyCode.of("USD");
    public static final CurrencyCode HKD = CurrencyCode.of("HKD");
    public static final FxRate USD_HKD = new FxRate(USD, HKD, new BigDecimal("7.8491"), FxRate.Source.ROW);

    public static final Instrument SPY = new Instrument(
            InstrumentId.conid("756733"),
            "SPY",
            "SPDR S&P 500 ETF TRUST",
            "STK",
            USD,
            BigDecimal.ONE,
            null,
            Map.of("isin", "US78462F1030", "cusip", "78462F103", "figi", "BBG000BDTBL9"));

    public static final Instrument SPY_CALL = new Instrument(
            InstrumentId.conid("799628025"),
            "SPY   250725C00628000",
            "SPY 25JUL25 628 C",
            "OPT",
            USD,
            new BigDecimal("100"),
            new OptionTerms(OptionTerms.Right.CALL, new BigDecimal("628"), FRIDAY, SPY.id(), "SPY"),
            Map.of());

    private Given() {}

    public static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    public static Money hkd(String amount) {
        return Money.of(amount, "HKD");
    }

    public static Quantity units(String units) {
        return Quantity.of(units);
    }

    public static Source source(String section, int ordinal) {
        return new Source(ARTIFACT, QUERY, section, ordinal);
    }

    /** A fact of Friday's statement whose row states a time of day. */
    public static Fact fact(String kind, String naturalKey, String occurredAt, String section, int ordinal) {
        return new Fact(
                EventId.of(ACCOUNT, kind, naturalKey),
                ACCOUNT,
                FRIDAY,
                Instant.parse(occurredAt),
                true,
                STATED,
                false,
                false,
                source(section, ordinal));
    }

    /** A fact of the whole Friday, which begins at midnight in New York. */
    public static Fact day(String kind, String naturalKey, String section, int ordinal) {
        return new Fact(
                EventId.of(ACCOUNT, kind, naturalKey),
                ACCOUNT,
                FRIDAY,
                Instant.parse("2025-07-25T04:00:00Z"),
                false,
                STATED,
                false,
                false,
                source(section, ordinal));
    }
}
