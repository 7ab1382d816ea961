package io.flexledger.mapper.ibkr.section;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The register of sections: what each row becomes. */
public final class Sections {

    private static final RowMapper REPEATS_EXECUTIONS = RowMapper.evidence("repeats executions");

    /** By section and element. */
    private static final Map<String, Map<String, RowMapper>> MAPPED = Map.ofEntries(
            entry("AccountInformation", Map.of("AccountInformation", ReferenceRows::account)),
            entry(
                    "Trades",
                    Map.ofEntries(
                            entry("Trade", TradeRows::map),
                            entry("AssetSummary", TradeRows::assetSummary),
                            entry("SymbolSummary", REPEATS_EXECUTIONS),
                            entry("Order", REPEATS_EXECUTIONS),
                            entry("Lot", REPEATS_EXECUTIONS),
                            entry("WashSale", REPEATS_EXECUTIONS))),
            entry("OptionEAE", Map.of("OptionEAE", OptionRows::map)),
            entry("CashTransactions", Map.of("CashTransaction", CashRows::cashTransaction)),
            entry("TransactionTaxes", Map.of("TransactionTax", CashRows::transactionTax)),
            entry("InterestAccruals", Map.of("InterestAccrualsCurrency", InterestRows::accrual)),
            entry("TierInterestDetails", Map.of("TierInterestDetail", InterestRows::tier)),
            entry("EquitySummaryInBase", Map.of("EquitySummaryByReportDateInBase", NavRows::equitySummary)),
            entry("ChangeInNAV", Map.of("ChangeInNAV", NavRows::change)),
            entry("OpenPositions", Map.of("OpenPosition", BalanceRows::position)),
            entry("CashReport", Map.of("CashReportCurrency", BalanceRows::cashReport)),
            entry("StmtFunds", Map.of("StatementOfFundsLine", BalanceRows::fundsLine)),
            entry("ConversionRates", Map.of("ConversionRate", ReferenceRows::conversionRate)),
            entry("SecuritiesInfo", Map.of("SecurityInfo", ReferenceRows::security)));

    /** Sections that only sum up, repeat or split what others state. */
    private static final Set<String> EVIDENCE = Set.of(
            "ChangeInPositionValues",
            "FIFOPerformanceSummaryInBase",
            "FxPositions",
            "FxTransactions",
            "MTDYTDPerformanceSummary",
            "MTMPerformanceSummaryInBase",
            "NetStockPositionSummary",
            "PriorPeriodPositions",
            "TradeConfirms",
            "UnbundledCommissionDetails");

    /** Sections known by name that state facts of their own for which there is no event yet. */
    private static final Set<String> NAMED = Set.of(
            "CFDCharges",
            "ChangeInDividendAccruals",
            "CommissionCredits",
            "ComplexPositions",
            "CorporateActions",
            "DebitCardActivities",
            "DepositsOnHold",
            "FdicInsuredDepositsByBank",
            "HKIPOOpenSubscriptions",
            "HKIPOSubscriptionActivity",
            "HardToBorrowDetails",
            "IBGNoteTransactions",
            "IncentiveCouponAccrualDetails",
            "OpenDividendAccruals",
            "PendingExcercises",
            "RoutingCommissions",
            "SLBActivities",
            "SLBCollaterals",
            "SLBFees",
            "SLBOpenContracts",
            "SalesTaxes",
            "StockGrantActivities",
            "TradeTransfers",
            "Transfers",
            "UnbookedTrades",
            "UnsettledTransfers");

    private static final Verdict SUMS_UP = new Verdict.Evidence("repeats other sections");
    private static final Verdict NO_EVENT = new Verdict.Unmapped("no event for this section yet");
    private static final Verdict UNKNOWN_ELEMENT = new Verdict.Unmapped("unknown element");
    private static final Verdict UNKNOWN_SECTION = new Verdict.Unmapped("unknown section");

    private Sections() {}

    public static boolean isKnown(String section) {
        return MAPPED.containsKey(section) || EVIDENCE.contains(section) || NAMED.contains(section);
    }

    /** Whether rows of this element are, or stand beside, the facts of their section. */
    public static boolean isMapped(String section, String element) {
        return MAPPED.getOrDefault(section, Map.of()).containsKey(element);
    }

    public static Verdict map(Cells row) {
        var section = row.row().section();
        @Nullable Map<String, RowMapper> elements = MAPPED.get(section);
        if (elements != null) {
            var mapper = elements.get(row.row().element());
            if (mapper != null) {
                return mapper.map(row);
            }
            row.statement().drift().element(section, row.row().element());
            return UNKNOWN_ELEMENT;
        }
        if (EVIDENCE.contains(section)) {
            return SUMS_UP;
        }
        if (NAMED.contains(section)) {
            return NO_EVENT;
        }
        return UNKNOWN_SECTION;
    }
}
