package io.flexledger.testing.flex.report;

import io.flexledger.testing.statement.section.Section;
import java.util.EnumSet;
import java.util.Set;

/** What a query is for, and so which sections it selects. */
public enum QueryRole {
    FULL,
    TRADES,
    NAV,
    CASH,
    EXERCISES,
    INTEREST,
    /** Trade confirmations: executions of the running day, minutes old. */
    CONFIRMS;

    public Set<Section> sections() {
        return switch (this) {
            case FULL -> Section.full();
            case TRADES -> EnumSet.of(Section.ACCOUNT_INFORMATION, Section.TRADES);
            case NAV -> EnumSet.of(Section.ACCOUNT_INFORMATION, Section.EQUITY_SUMMARY, Section.CHANGE_IN_NAV);
            case CASH ->
                EnumSet.of(
                        Section.ACCOUNT_INFORMATION,
                        Section.CASH_REPORT,
                        Section.STATEMENT_OF_FUNDS,
                        Section.CASH_TRANSACTIONS);
            case EXERCISES -> EnumSet.of(Section.ACCOUNT_INFORMATION, Section.OPTION_EAE);
            case INTEREST -> EnumSet.of(Section.ACCOUNT_INFORMATION, Section.INTEREST_ACCRUALS, Section.INTEREST_TIERS);
            case CONFIRMS -> EnumSet.noneOf(Section.class);
        };
    }
}
