package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.xml.FlexWriter;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** The sections a statement may have, in the order the broker writes them. */
public enum Section {
    ACCOUNT_INFORMATION("", ReferenceSections::accountInformation),
    EQUITY_SUMMARY("EquitySummaryInBase", NavSections::equitySummary),
    CHANGE_IN_NAV("", NavSections::changeInNav),
    FIFO_SUMMARY("FIFOPerformanceSummaryInBase", PerformanceSections::fifo),
    MTM_SUMMARY("MTMPerformanceSummaryInBase", PerformanceSections::mtm),
    CASH_REPORT("CashReport", CashSections::report),
    STATEMENT_OF_FUNDS("StmtFunds", FundsSection::write),
    POSITION_VALUES("ChangeInPositionValues", PositionValueSection::write),
    OPEN_POSITIONS("OpenPositions", PositionSections::openPositions),
    TRADES("Trades", TradeSection::write),
    TRANSACTION_TAXES("TransactionTaxes", CashSections::transactionTaxes),
    OPTION_EAE("OptionEAE", OptionSection::write),
    PENDING_EXERCISES("PendingExcercises", Section::nothing),
    CORPORATE_ACTIONS("CorporateActions", Section::nothing),
    CASH_TRANSACTIONS("CashTransactions", CashSections::transactions),
    INTEREST_ACCRUALS("InterestAccruals", AccrualSections::interest),
    INTEREST_TIERS("TierInterestDetails", AccrualSections::tiers),
    TRANSFERS("Transfers", Section::nothing),
    DIVIDEND_CHANGES("ChangeInDividendAccruals", AccrualSections::dividendChanges),
    OPEN_DIVIDENDS("OpenDividendAccruals", AccrualSections::openDividends),
    SECURITIES_INFO("SecuritiesInfo", ReferenceSections::securities),
    CONVERSION_RATES("ConversionRates", ReferenceSections::conversionRates);

    /** Writes the rows of one section. */
    private interface Rows {
        void write(Period period, FlexWriter out) throws IOException;
    }

    private final String element;
    // Method references without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Rows rows;

    Section(String element, Rows rows) {
        this.element = element;
        this.rows = rows;
    }

    /** Every section, as a query without restrictions has them. */
    public static Set<Section> full() {
        return EnumSet.allOf(Section.class);
    }

    /** A section stands there even when nothing happened; the two that are one row stand alone. */
    public void write(Period period, FlexWriter out) throws IOException {
        if (element.isEmpty()) {
            rows.write(period, out);
        } else {
            out.open(element);
            rows.write(period, out);
            out.close(element);
        }
    }

    private static void nothing(Period period, FlexWriter out) {
        // The simulated account has none of these; the section says so by being empty.
    }
}
