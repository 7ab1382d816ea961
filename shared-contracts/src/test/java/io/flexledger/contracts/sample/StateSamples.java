package io.flexledger.contracts.sample;

import static io.flexledger.contracts.sample.Given.ACCOUNT;
import static io.flexledger.contracts.sample.Given.FRIDAY;
import static io.flexledger.contracts.sample.Given.HKD;
import static io.flexledger.contracts.sample.Given.SPY;
import static io.flexledger.contracts.sample.Given.USD;
import static io.flexledger.contracts.sample.Given.hkd;
import static io.flexledger.contracts.sample.Given.source;
import static io.flexledger.contracts.sample.Given.units;
import static io.flexledger.contracts.sample.Given.usd;

import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.EntryDetail.MarkSource;
import io.flexledger.contracts.journal.Lot;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Balance;
import io.flexledger.contracts.journal.NavSnapshot.Holding;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.money.FxRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A position and two net asset values at the close of Friday. */
public final class StateSamples {

    private static final Instant CLOSE = Instant.parse("2025-07-25T20:00:00Z");
    private static final FxRate RATE = new FxRate(USD, HKD, new BigDecimal("7.84895"), FxRate.Source.CONVERSION_RATES);

    /** Shares delivered short at 628, with the premium of the call that was assigned. */
    public static final Lot SHORT_SPY = new Lot(
            EventId.of(ACCOUNT, "fill", "34512399003"),
            Instant.parse("2025-07-25T20:20:00Z"),
            FRIDAY,
            units("-100"),
            usd("628"),
            BigDecimal.ONE,
            usd("-0.0166"),
            usd("18.13356"),
            usd("637.1"),
            true);

    public static final PositionUpdate POSITION_UPDATE =
            new PositionUpdate(ACCOUNT, SPY, FRIDAY, CLOSE, 7, units("-100"), List.of(SHORT_SPY), usd("637.1"));

    /** 500000.25 HKD, and USD 264000 + 12.89 - 63710 at 7.84895. */
    public static final NavSnapshot CALCULATED = new NavSnapshot(
            ACCOUNT,
            FRIDAY,
            NavSnapshot.Kind.CALCULATED,
            CLOSE,
            4,
            hkd("2072167.6184655"),
            hkd("2071990.12"),
            new TreeMap<>(Map.of(
                    "cash", hkd("2572123.05"),
                    "interestAccruals", hkd("101.1729655"),
                    "stock", hkd("-500056.6045"))),
            new TreeMap<>(),
            null,
            List.of(new Balance(hkd("500000.25"), FxRate.identity(HKD)), new Balance(usd("264000"), RATE)),
            List.of(new Balance(usd("12.89"), RATE)),
            List.of(new Holding(
                    SPY,
                    units("-100"),
                    usd("637.1"),
                    MarkSource.CLOSE_PRICE,
                    usd("-63710"),
                    usd("-62818.11696"),
                    RATE)),
            null,
            List.of(new Caveat("MARK_NOT_STATED", "SPY is marked at the close price of its last fill")),
            List.of(source("ConversionRates", 90)));

    static final NavSnapshot OFFICIAL = new NavSnapshot(
            ACCOUNT,
            FRIDAY,
            NavSnapshot.Kind.OFFICIAL,
            CLOSE,
            1,
            hkd("1580271.42"),
            hkd("1580000"),
            ClaimSamples.NAV_STATED.components(),
            ClaimSamples.NAV_CHANGE_STATED.components(),
            new BigDecimal("0.017178481"),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(source("EquitySummaryInBase", 3), source("ChangeInNAV", 1)));

    private StateSamples() {}
}
