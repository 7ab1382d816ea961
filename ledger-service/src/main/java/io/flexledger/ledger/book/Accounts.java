package io.flexledger.ledger.book;

import io.flexledger.contracts.id.InstrumentId;

/** Names of the ledger's accounts; the glossary explains each. */
final class Accounts {

    static final String CASH = "Assets:Cash";
    static final String ACCRUED_INTEREST = "Assets:Accrued:Interest";
    static final String STATED = "Assets:Stated";
    static final String TRANSLATION = "Assets:Translation";
    static final String NOTIONAL = "Liabilities:Notional";
    static final String OPENING = "Equity:Opening";
    static final String EXCHANGE = "Equity:Exchange";
    static final String ROUNDING = "Equity:Rounding";
    static final String COMMISSION = "Expenses:Commission";
    static final String TAX = "Expenses:Tax";
    static final String REALIZED = "Income:Realized";
    static final String UNREALIZED = "Income:Unrealized";
    static final String INTEREST_ACCRUED = "Income:InterestAccrued";
    static final String FX_TRANSLATION = "Income:FxTranslation";
    static final String STATED_INCOME = "Income:Stated";

    private Accounts() {}

    static String units(InstrumentId id) {
        return "Assets:Units:" + id;
    }

    static String unitsIssued(InstrumentId id) {
        return "Equity:Units:" + id;
    }

    static String cost(InstrumentId id) {
        return "Assets:Cost:" + id;
    }

    static String unrealized(InstrumentId id) {
        return "Assets:Unrealized:" + id;
    }
}
