package io.flexledger.report.day;

import static io.flexledger.report.day.Market.HKD;
import static io.flexledger.report.day.Market.hkd;
import static io.flexledger.report.day.Market.holding;
import static io.flexledger.report.day.Market.rate;
import static io.flexledger.report.day.Market.share;
import static io.flexledger.report.day.Market.usd;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Balance;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.report.live.GatewaySays;
import java.util.List;
import java.util.Map;

/**
 * Monday, 21 July 2025, of an account that starts it with HKD 22,000, USD 8,000 and 5 SPY at 400, worth 100,000 HKD at
 * 7.80, and buys 5 SPY at 401: while it runs, and once the statement is there.
 */
public final class RunningDays {

    public static final Instrument SPY = share("SPY");
    private static final FxRate CARRIED = rate("7.8", FxRate.Source.CARRIED);
    private static final FxRate OFFICIAL = rate("7.86", FxRate.Source.CONVERSION_RATES);
    private static final Balance HOME = new Balance(hkd("22000"), FxRate.identity(HKD));

    private RunningDays() {}

    /** 22000 + (8000 + 5 * 400) * 7.8. */
    public static LedgerDay friday() {
        return DayScenario.on("U1", "2025-07-18")
                .official("100000", "100000", Map.of(), Map.of())
                .calculated("100000", "100000", Map.of(), holding(SPY, "5", "400", "2000", "2000", CARRIED))
                .ledger(value -> Statements.of(value, List.of(HOME, new Balance(usd("8000"), CARRIED)), List.of()))
                .day();
    }

    /** 22000 + 5994 * 7.85 + 10 * 403.5 * 7.85 = 100727.65, and 2.35 beside that. */
    public static NavSnapshot live() {
        return live("5994", "10", "403.5", "100730");
    }

    public static NavSnapshot live(String cash, String units, String mark, String total) {
        var rate = GatewaySays.rate("7.85");
        return GatewaySays.value("U1", "2025-07-21", "2025-07-21T10:30:05", total)
                .dailyPnl("742")
                .cash(hkd("22000"), FxRate.identity(HKD))
                .cash(usd(cash), rate)
                .held(SPY, units, mark, rate)
                .says();
    }

    private static DayScenario bought(String commission, FxRate rate) {
        var day = DayScenario.on("U1", "2025-07-21").after(friday());
        return day.trade(
                "2025-07-21T10:00:00", day.leg("1", SPY, "5", "401", commission, rate, false, "0"), commission);
    }

    /** The ledger marks at the last trade: 100000 - 1 * 7.8 + 5 * (401 - 400) * 7.8. */
    private static DayScenario told() {
        return bought("-1", CARRIED)
                .last(entry -> Statements.doubting(
                        entry,
                        new Caveat("PROVISIONAL_FILL", "told by the Gateway, and not yet by a statement"),
                        new Caveat("COMMISSION_PENDING", "the commission is not known yet and counts as zero")))
                .marked(SPY, "5", "400", "401", CARRIED)
                .calculated("100000", "100031.2", Map.of(), holding(SPY, "10", "401", "4010", "4006", CARRIED))
                .ledger(value -> Statements.of(value, List.of(HOME, new Balance(usd("5994"), CARRIED)), List.of()));
    }

    /** While it runs. */
    public static LedgerDay running() {
        return told().live(live()).day();
    }

    /** Without a word of the gateway. */
    public static LedgerDay unheard() {
        return told().day();
    }

    /** Stated by the broker, while the ledger still carries rates of the day before. */
    public static LedgerDay carried() {
        return told().official("100000", "100040", Map.of(), Map.of()).day();
    }

    /** Two days' statements could have told an execution, and did not. */
    public static LedgerDay unconfirmed() {
        var caveat = new Caveat(
                "UNCONFIRMED_FILL",
                "execution 0000e0d5.69dd7411.01.01 was told by the Gateway and is in no statement: it is left out");
        return stated().ledger(value -> Statements.doubting(value, caveat)).day();
    }

    /** The gateway alone knows of it: what was bought is not told yet. */
    public static LedgerDay untold() {
        return DayScenario.on("U1", "2025-07-21").after(friday()).live(live()).day();
    }

    /** The ledger counts in Hong Kong dollars, and the gateway says that the account is in US dollars. */
    public static LedgerDay inAnotherBase() {
        return told().live(GatewaySays.value("U1", "2025-07-21", "2025-07-21T10:30:05", usd("12800"))
                        .cash(usd("12800"), FxRate.identity(Market.USD))
                        .says())
                .day();
    }

    /** The gateway is heard before the first statement was imported. */
    public static LedgerDay firstOfAll() {
        return DayScenario.on("U1", "2025-07-21").live(live()).day();
    }

    /** 22000 + 5993.5 * 7.86 + 10 * 404 * 7.86 - 10 = 100853.31. */
    private static DayScenario stated() {
        return bought("-1.5", OFFICIAL)
                .marked(SPY, "5", "400", "404", OFFICIAL)
                .marked(SPY, "5", "401", "404", OFFICIAL)
                .statedOnly("changeInInterestAccruals", "-10")
                .translated("10000", CARRIED, OFFICIAL, "600")
                .official("100000", "100853.31", Map.of(), Map.of())
                .calculated("100000", "100853.31", Map.of(), holding(SPY, "10", "404", "4040", "4006.5", OFFICIAL))
                .ledger(value -> Statements.of(
                        value,
                        List.of(HOME, new Balance(usd("5993.5"), OFFICIAL)),
                        List.of(new Balance(hkd("-10"), FxRate.identity(HKD)))));
    }

    /** Once the statement is there. */
    public static LedgerDay handedOver() {
        return stated().live(live()).day();
    }

    /** The same, had the gateway never been heard. */
    public static LedgerDay closed() {
        return stated().day();
    }
}
