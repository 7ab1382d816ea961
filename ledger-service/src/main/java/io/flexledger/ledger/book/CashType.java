package io.flexledger.ledger.book;

import java.util.Locale;
import java.util.Set;

/** What a cash row is, from the broker's word for it; the counter account and the component of ChangeInNAV it is in. */
public enum CashType {
    DEPOSIT_WITHDRAWAL("Equity:Deposits", "depositsWithdrawals"),
    DIVIDEND("Income:Dividends", "dividends"),
    WITHHOLDING_TAX("Expenses:WithholdingTax", "withholdingTax"),
    WITHHOLDING_871M("Expenses:WithholdingTax", "withholding871m"),
    INTEREST("Income:Interest", "interest"),
    BROKER_FEE("Expenses:Fees", "brokerFees"),
    ADVISOR_FEE("Expenses:Fees", "advisorFees"),
    OTHER_FEE("Expenses:Fees", "otherFees"),
    SALES_TAX("Expenses:Tax", "salesTax"),
    /** A word this version does not know: booked all the same, and named. */
    OTHER("Income:Other", "other");

    private static final Set<String> FLOWS =
            Set.of("deposits/withdrawals", "deposits & withdrawals", "deposits", "withdrawals");

    private final String counterAccount;
    private final String navComponent;

    CashType(String counterAccount, String navComponent) {
        this.counterAccount = counterAccount;
        this.navComponent = navComponent;
    }

    public static CashType of(String word) {
        var w = word.strip().toLowerCase(Locale.ROOT);
        if (FLOWS.contains(w)) {
            return DEPOSIT_WITHDRAWAL;
        }
        if (w.startsWith("871(m)")) {
            return WITHHOLDING_871M;
        }
        if (w.contains("withholding tax")) {
            return WITHHOLDING_TAX;
        }
        if (w.startsWith("dividend") || w.startsWith("payment in lieu")) {
            return DIVIDEND;
        }
        if (w.contains("interest")) {
            return INTEREST;
        }
        if (w.startsWith("advisor fee")) {
            return ADVISOR_FEE;
        }
        if (w.startsWith("broker fee")) {
            return BROKER_FEE;
        }
        if (w.startsWith("other fee")) {
            return OTHER_FEE;
        }
        return w.contains("sales tax") || w.equals("vat") ? SALES_TAX : OTHER;
    }

    public String counterAccount() {
        return counterAccount;
    }

    /** Column of ChangeInNAV that sums the rows of this type. */
    public String navComponent() {
        return navComponent;
    }

    /** Money that enters or leaves the account: a flow, not a result. */
    public boolean isExternal() {
        return this == DEPOSIT_WITHDRAWAL;
    }
}
