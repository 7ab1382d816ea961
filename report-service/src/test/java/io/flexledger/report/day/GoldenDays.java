package io.flexledger.report.day;

import static io.flexledger.report.day.DayScenario.disposal;
import static io.flexledger.report.day.Market.holding;
import static io.flexledger.report.day.Market.option;
import static io.flexledger.report.day.Market.rate;
import static io.flexledger.report.day.Market.share;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.report.day.LedgerDay.Previous;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * 17 and 18 July 2025 as the ledger publishes them, by hand. Once with the rates that give the house example to the
 * cent, once with the broker's own.
 */
public record GoldenDays(LedgerDay july17, LedgerDay july18) {

    public static final Instrument SPY = share("SPY");
    public static final Instrument PUT_623 = option("797885938", "SPY", "623", Right.PUT, "2025-07-17");
    public static final Instrument PUT_626 = option("797885963", "SPY", "626", Right.PUT, "2025-07-17");
    public static final Instrument CALL_628 = option("797884652", "SPY", "628", Right.CALL, "2025-07-17");
    public static final Instrument PUT_626_FRIDAY = option("700000001", "SPY", "626", Right.PUT, "2025-07-18");
    public static final Instrument CALL_629_FRIDAY = option("700000002", "SPY", "629", Right.CALL, "2025-07-18");

    private static final FxRate DAY_16 = rate("7.8498", FxRate.Source.CONVERSION_RATES);
    private static final FxRate DAY_17 = rate("7.8491", FxRate.Source.CONVERSION_RATES);
    private static final FxRate DAY_18 = rate("7.8472", FxRate.Source.CONVERSION_RATES);

    /** Columns of ChangeInNAV that are selected and zero on both days. */
    private static final String[] ZERO = {
        "advisorFees",
        "assetTransfers",
        "billPay",
        "billableSalesTax",
        "brokerFees",
        "changeInBrokerFeeAccruals",
        "changeInDividendAccruals",
        "changeInIncentiveCouponAccruals",
        "clientFees",
        "corporateActionProceeds",
        "costAdjustments",
        "debitCardActivity",
        "depositsWithdrawals",
        "dividends",
        "donations",
        "forexCommissions",
        "grantActivity",
        "interest",
        "internalCashTransfers",
        "linkingAdjustments",
        "netFxTrading",
        "other",
        "otherFees",
        "otherIncome",
        "paxosTransfers",
        "referralFee",
        "salesTax",
        "softDollars",
        "taxReceivables",
        "transactionTax",
        "transferredPnlAdjustments",
        "withholding871m",
        "withholdingTax"
    };

    public static GoldenDays tuned() {
        var first = july17("7.8466", "0.014900237");
        return new GoldenDays(first, july18(first, "7.84532", "-0.236094139"));
    }

    public static GoldenDays real() {
        var first = july17("7.8491", "0.036982887");
        return new GoldenDays(first, july18(first, "7.8472", "0.038390937"));
    }

    private static LedgerDay july17(String fillRate, String translation) {
        var day = DayScenario.on("U1000001", "2025-07-17");
        var date = day.date();
        var rate = rate(fillRate);
        var buy628 = day.leg("3949888137", CALL_628, "1", "0.18", "-0.86365", rate, true, "-3.73009");
        var buy623 = day.leg("3949888153", PUT_623, "1", "0.09", "-0.86365", rate, true, "-2.73009");
        return day.trade(
                        "2025-07-17T12:46:37",
                        day.leg("3949882435", PUT_623, "-1", "0.08", "-0.86644", rate, false, "0"),
                        "-0.86644")
                .trade(
                        "2025-07-17T12:46:44",
                        day.leg("3949882459", CALL_628, "-1", "0.16", "-0.86644", rate, false, "0"),
                        "-0.86644")
                .trade(
                        "2025-07-17T12:49:29",
                        buy628,
                        "-2.86365",
                        disposal(buy628, day.event("3949882459"), "2025-07-17", date, "0.16", "0.16", "-3.73009", "-2"))
                .trade(
                        "2025-07-17T12:49:47",
                        buy623,
                        "-1.86365",
                        disposal(buy623, day.event("3949882435"), "2025-07-17", date, "0.08", "0.08", "-2.73009", "-1"))
                .trade(
                        "2025-07-17T12:50:28",
                        day.leg("3949890884", PUT_626, "-1", "0.37", "-1.50644", rate, false, "0"),
                        "-1.50644")
                .trade(
                        "2025-07-17T12:50:36",
                        day.leg("3949888846", CALL_628, "-1", "0.19", "-0.86644", rate, false, "0"),
                        "-0.86644")
                .interestAccrued("-10.54", DAY_17)
                .marked(PUT_626, "-1", "0.37", "0", DAY_17)
                .marked(CALL_628, "-1", "0.19", "0.04", DAY_17)
                .translated("-52.83269639", DAY_16, DAY_17, translation)
                .official(
                        "79498.681601594",
                        "79754.810699235",
                        components("79868.936613235", "-31.3964", "-82.729514"),
                        changes(
                                "commissions",
                                "-45.784271246",
                                "changeInInterestAccruals",
                                "-82.729514",
                                "mtm",
                                "384.64288289",
                                "fxTranslation",
                                "0"))
                .calculated(
                        "79498.681601594",
                        "79754.810699235",
                        components("79868.936613235", "-31.3964", "-82.729514"),
                        holding(PUT_626, "-1", "0", "0", "-35.49356", DAY_17),
                        holding(CALL_628, "-1", "0.04", "-4", "-18.13356", DAY_17))
                .previous(july16())
                .day();
    }

    private static Previous july16() {
        var day = DayScenario.on("U1000001", "2025-07-16")
                .official("81238.328982818", "79498.681601594", Map.of("cash", "79498.681601594"), Map.of())
                .calculated("81238.328982818", "79498.681601594", Map.of("cash", "79498.681601594"))
                .day();
        return new Previous(LocalDate.parse("2025-07-16"), day.official(), day.calculated());
    }

    private static LedgerDay july18(LedgerDay before, String coverRate, String translation) {
        var day = DayScenario.on("U1000001", "2025-07-18");
        var date = day.date();
        var assigned = day.leg("3951352678", CALL_628, "1", "0", "0", DAY_18, true, "0");
        var shares = day.leg("3951352679", SPY, "-100", "628", "-0.0166", DAY_18, false, "0");
        var ended626 = day.leg("3951358086", PUT_626, "1", "0", "0", DAY_18, true, "35.49356");
        var cover = day.leg("3951405190", SPY, "100", "629.45", "-1.0027", rate(coverRate), true, "-127.88574");
        day.assignment(
                        "2025-07-17T16:20:00",
                        assigned,
                        shares,
                        "3.9834",
                        disposal(assigned, day.event("3949888846"), "2025-07-17", date, "0.19", "0.04", "0", "19"))
                .expiry(
                        "2025-07-17T16:20:00",
                        ended626,
                        "0",
                        disposal(ended626, day.event("3949890884"), "2025-07-17", date, "0.37", "0", "35.49356", "37"))
                .trade(
                        "2025-07-18T01:15:49",
                        cover,
                        "-146.0027",
                        disposal(
                                cover, day.event("3951352679"), "2025-07-18", date, "628", "628", "-127.88574", "-145"))
                .trade(
                        "2025-07-18T10:32:34",
                        day.leg("3952403387", PUT_626_FRIDAY, "-1", "0.4", "-0.86644", rate("7.8472"), false, "0"),
                        "-0.86644")
                .trade(
                        "2025-07-18T10:32:41",
                        day.leg("3952403413", CALL_629_FRIDAY, "-1", "0.37", "-0.86644", rate("7.8472"), false, "0"),
                        "-0.86644");
        return expiredOnFriday(day)
                .translated("-20.20575639", DAY_17, DAY_18, translation)
                .official(
                        "79754.810699235",
                        "79231.031383276",
                        components("79313.740871276", "0", "-82.709488"),
                        changes(
                                "commissions",
                                "-21.596906896",
                                "changeInInterestAccruals",
                                "0",
                                "mtm",
                                "-502.20243506",
                                "fxTranslation",
                                "0.020026"))
                .calculated("79754.810699235", "79231.031383276", components("79313.740871276", "0", "-82.709488"))
                .after(before)
                .day();
    }

    private static DayScenario expiredOnFriday(DayScenario day) {
        var date = day.date();
        var ended629 = day.leg("3953936446", CALL_629_FRIDAY, "1", "0", "0", DAY_18, true, "36.13356");
        var endedFriday = day.leg("3953936209", PUT_626_FRIDAY, "1", "0", "0", DAY_18, true, "39.13356");
        return day.expiry(
                        "2025-07-18T16:20:00",
                        ended629,
                        "37",
                        disposal(
                                ended629,
                                day.event("3952403413"),
                                "2025-07-18",
                                date,
                                "0.37",
                                "0.37",
                                "36.13356",
                                "37"))
                .expiry(
                        "2025-07-18T16:20:00",
                        endedFriday,
                        "40",
                        disposal(
                                endedFriday,
                                day.event("3952403387"),
                                "2025-07-18",
                                date,
                                "0.4",
                                "0.4",
                                "39.13356",
                                "40"));
    }

    private static Map<String, String> components(String cash, String options, String interestAccruals) {
        return Map.of("cash", cash, "options", options, "stock", "0", "interestAccruals", interestAccruals);
    }

    private static Map<String, String> changes(String... more) {
        var changes = new HashMap<String, String>();
        for (var column : ZERO) {
            changes.put(column, "0");
        }
        for (int i = 0; i < more.length; i += 2) {
            changes.put(more[i], more[i + 1]);
        }
        return changes;
    }
}
