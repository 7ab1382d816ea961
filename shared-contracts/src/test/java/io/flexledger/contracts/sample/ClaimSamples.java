package io.flexledger.contracts.sample;

import static io.flexledger.contracts.sample.Given.FRIDAY;
import static io.flexledger.contracts.sample.Given.HKD;
import static io.flexledger.contracts.sample.Given.SPY_CALL;
import static io.flexledger.contracts.sample.Given.USD;
import static io.flexledger.contracts.sample.Given.USD_HKD;
import static io.flexledger.contracts.sample.Given.day;
import static io.flexledger.contracts.sample.Given.fact;
import static io.flexledger.contracts.sample.Given.hkd;
import static io.flexledger.contracts.sample.Given.units;
import static io.flexledger.contracts.sample.Given.usd;

import io.flexledger.contracts.event.BrokerClaim.CashStated;
import io.flexledger.contracts.event.BrokerClaim.FundsLine;
import io.flexledger.contracts.event.BrokerClaim.LotOrigin;
import io.flexledger.contracts.event.BrokerClaim.NavChangeStated;
import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What the broker claims the account holds or is worth. */
final class ClaimSamples {

    static final NavStated NAV_STATED = new NavStated(
            day("nav-stated", "2025-07-25", "EquitySummaryInBase", 3),
            HKD,
            hkd("1580271.42"),
            new TreeMap<>(Map.of(
                    "cash", hkd("1579321.17"),
                    "options", hkd("-992.91"),
                    "interestAccruals", hkd("101.17"),
                    "stock", hkd("1841.99"))));

    /** 1580000 plus the components is 1580271.42. */
    static final NavChangeStated NAV_CHANGE_STATED = new NavChangeStated(
            day("nav-change-stated", "2025-07-25", "ChangeInNAV", 1),
            FRIDAY,
            FRIDAY,
            HKD,
            hkd("1580000"),
            hkd("1580271.42"),
            new TreeMap<>(Map.of(
                    "mtm", hkd("-1114.57"),
                    "dividends", hkd("1382.31"),
                    "commissions", hkd("-8.23"),
                    "fxTranslation", hkd("11.91"))),
            new BigDecimal("0.017178481"));

    static final PositionStated POSITION_STATED = new PositionStated(
            day("position-stated", "2025-07-25/799628025/34512345671", "OpenPositions", 30),
            SPY_CALL,
            new LotOrigin("34512345671", Instant.parse("2025-07-25T13:47:05Z")),
            units("-1"),
            usd("1.265"),
            usd("-126.5"),
            usd("-121.94818"),
            usd("-4.55182"),
            USD_HKD);

    static final CashStated CASH_STATED = new CashStated(
            day("cash-stated", "2025-07-25/USD", "CashReport", 37),
            FRIDAY,
            USD,
            usd("201000.25"),
            usd("201298.30818"),
            usd("201176.36"),
            new TreeMap<>(Map.of(
                    "commissions", usd("-1.0484"),
                    "dividends", usd("176.11"),
                    "netTradesSales", usd("123"),
                    "transactionTaxes", usd("-0.00342"))));

    static final FundsLine FUNDS_LINE = new FundsLine(
            fact("funds-line", "34512345671/Currency", "2025-07-25T13:47:05Z", "StmtFunds", 58),
            "Currency",
            "SELL",
            "34512345671",
            "Sell -1 SPY 25JUL25 628 C",
            usd("121.94818"),
            usd("201122.19818"));

    private ClaimSamples() {}
}
