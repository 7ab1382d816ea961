package io.flexledger.contracts.sample;

import static io.flexledger.contracts.sample.Given.ACCOUNT;
import static io.flexledger.contracts.sample.Given.FRIDAY;
import static io.flexledger.contracts.sample.Given.HKD;
import static io.flexledger.contracts.sample.Given.SPY;
import static io.flexledger.contracts.sample.Given.USD;
import static io.flexledger.contracts.sample.Given.hkd;
import static io.flexledger.contracts.sample.Given.units;
import static io.flexledger.contracts.sample.Given.usd;

import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.event.TradeEvent.BrokerFigures;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.EntryDetail.MarkSource;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Balance;
import io.flexledger.contracts.journal.NavSnapshot.Holding;
import io.flexledger.contracts.journal.NavSnapshot.Margin;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.contracts.live.GatewayStatus;
import io.flexledger.contracts.live.GatewayStatus.Problem;
import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.contracts.money.FxRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the gateway says while Friday runs. */
public final class LiveSamples {

    private static final Instant NOW = Instant.parse("2025-07-25T18:30:01Z");
    private static final FxRate RATE = new FxRate(USD, HKD, new BigDecimal("7.8489"), FxRate.Source.GATEWAY);
    private static final ArtifactId FRAME =
            ArtifactId.of("b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c");

    /** 100 SPY bought at 636.5; the commission has not come. */
    static final Fill FILL = new Fill(
            new Fact(
                    EventId.of(ACCOUNT, "execution", "0000e0d5.69dd7411.01"),
                    ACCOUNT,
                    FRIDAY,
                    Instant.parse("2025-07-25T18:30:00Z"),
                    true,
                    NOW,
                    false,
                    true,
                    new Source(FRAME, "gateway", "execDetails", 4711)),
            new FillIds(null, null, "0000e0d5.69dd7411.01.01", null),
            SPY,
            null,
            FRIDAY,
            null,
            units("100"),
            usd("636.5"),
            usd("-63650"),
            null,
            null,
            null,
            null,
            null,
            new BrokerFigures(null, null, null, null, null));

    /** Friday's statement was told in full without it. */
    public static final FillStanding CARRIED = new FillStanding(
            FILL.id(), ACCOUNT, FRIDAY, 1753468203000000L, FillStanding.Status.CARRIED, FRIDAY.plusDays(3), null);

    static final FillStanding CONFIRMED = new FillStanding(
            FILL.id(), ACCOUNT, FRIDAY, 1753468204000000L, FillStanding.Status.CONFIRMED, null, TradeSamples.FILL.id());

    /** 500000.25 HKD, and USD 264000 - 63700 at 7.8489. */
    public static final NavSnapshot LIVE = new NavSnapshot(
            ACCOUNT,
            FRIDAY,
            NavSnapshot.Kind.LIVE,
            NOW,
            1753468201000000L,
            hkd("2072134.92"),
            null,
            new TreeMap<>(Map.of("cash", hkd("2572109.85"), "stock", hkd("-499974.93"))),
            new TreeMap<>(Map.of("dailyPnl", hkd("-120.5"), "unrealizedPnl", hkd("-6922.11"))),
            null,
            List.of(new Balance(hkd("500000.25"), FxRate.identity(HKD)), new Balance(usd("264000"), RATE)),
            List.of(),
            List.of(new Holding(
                    SPY, units("-100"), usd("637"), MarkSource.GATEWAY, usd("-63700"), usd("-62818.11"), RATE)),
            new Margin(hkd("640112.5"), hkd("1431021.37")),
            List.of(new Caveat("GATEWAY_DEGRADED", "the gateway has lost the broker; values are of 02:30:01")),
            List.of(new Source(FRAME, "gateway", "NetLiquidation", 4712)));

    public static final GatewayStatus STATUS = new GatewayStatus(
            "gateway",
            1753468202000000L,
            State.DEGRADED,
            NOW,
            new Problem("GATEWAY_BROKER_LOST", "The gateway has lost the broker. It reconnects by itself."),
            NOW,
            NOW.minusSeconds(3),
            412,
            200,
            List.of(ACCOUNT),
            NOW.plusSeconds(60));

    private LiveSamples() {}
}
