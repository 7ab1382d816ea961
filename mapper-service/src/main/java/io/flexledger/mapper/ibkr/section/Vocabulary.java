package io.flexledger.mapper.ibkr.section;

import java.util.Set;

/** The broker's words as far as known. A word that is not here is passed on unchanged and reported as drift. */
final class Vocabulary {

    static final Set<String> ASSET_CATEGORIES = Set.of(
            "STK", "OPT", "FUT", "FOP", "FSFOP", "CASH", "BOND", "BILL", "CFD", "WAR", "IOPT", "FUND", "CMDTY",
            "CRYPTO", "SWP", "DCR", "FXCFD", "BSK", "ICS", "PHYSS", "MLEG");

    static final Set<String> TRADE_TYPES = Set.of(
            "ExchTrade",
            "BookTrade",
            "TradeCancel",
            "TradeCorrect",
            "DvpTrade",
            "FracShare",
            "FracShareCancel",
            "Adjustment",
            "DrvTrade");

    static final Set<String> CASH_TYPES = Set.of(
            "Dividends",
            "Payment In Lieu Of Dividends",
            "Withholding Tax",
            "871(m) Withholding",
            "Broker Interest Paid",
            "Broker Interest Received",
            "Bond Interest Paid",
            "Bond Interest Received",
            "Deposits/Withdrawals",
            "Deposits & Withdrawals",
            "Other Fees",
            "Advisor Fees",
            "Broker Fees",
            "Commission Adjustments",
            "Price Adjustments",
            "Realized P/L",
            "Cash Receipts");

    static final Set<String> OPTION_EVENTS =
            Set.of("Assignment", "Exercise", "Expiration", "Buy", "Sell", "Cash Settlement");

    /** Codes of notes and code columns; case matters. */
    static final Set<String> CODES = Set.of(
            "A", "AEx", "MEx", "Adj", "Al", "Aw", "B", "Bo", "Lo", "C", "O", "CD", "CP", "Ca", "Co", "Cx", "D", "ETF",
            "Ep", "Ex", "G", "GEA", "HFI", "HFR", "INV", "RED", "I", "IA", "IPO", "L", "LF", "M", "P", "PI", "Po", "Re",
            "Pr", "R", "RI", "Rb", "Ri", "SI", "FP", "FPA", "RP", "RPA", "AFx", "ADR", "HC", "LI", "SL", "ML", "MLG",
            "MLL", "MSG", "MSL", "LT", "ST", "LD");

    private Vocabulary() {}
}
