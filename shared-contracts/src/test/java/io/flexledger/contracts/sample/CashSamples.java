package io.flexledger.contracts.sample;

import static io.flexledger.contracts.sample.Given.FRIDAY;
import static io.flexledger.contracts.sample.Given.SPY;
import static io.flexledger.contracts.sample.Given.USD;
import static io.flexledger.contracts.sample.Given.USD_HKD;
import static io.flexledger.contracts.sample.Given.day;
import static io.flexledger.contracts.sample.Given.fact;
import static io.flexledger.contracts.sample.Given.usd;

import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.CashEvent.InterestAccrual;
import io.flexledger.contracts.event.CashEvent.InterestTier;
import java.math.BigDecimal;

/** Cash and accruals without an execution. */
final class CashSamples {

    static final CashFlow CASH_FLOW = new CashFlow(
            fact("cash-flow", "34519900001", "2025-07-25T20:20:00Z", "CashTransactions", 41),
            "34519900001",
            "Dividends",
            usd("176.11"),
            USD_HKD,
            FRIDAY,
            "SPY(US78462F1030) CASH DIVIDEND USD 1.7611 PER SHARE",
            SPY.id(),
            "159012345");

    static final InterestAccrual INTEREST_ACCRUAL = new InterestAccrual(
            day("interest-accrual", "2025-07-25/USD", "InterestAccruals", 48),
            FRIDAY,
            USD,
            usd("12.37"),
            usd("0.52"),
            usd("0"),
            usd("0"),
            usd("12.89"));

    /** A day's interest on a small balance: less than a hundred-millionth is exact too. */
    static final InterestTier INTEREST_TIER = new InterestTier(
            day("interest-tier", "2025-07-25/USD/Credit/2", "TierInterestDetails", 52),
            USD,
            "Credit Interest",
            FRIDAY,
            "2",
            new BigDecimal("3.830"),
            usd("4902.11"),
            usd("0.00000001"),
            "CR");

    private CashSamples() {}
}
