package io.flexledger.testing.statement.identity;

import io.flexledger.testing.statement.read.Statement;

/** The relations inside a statement. The sentence is what a person reads when one does not hold. */
public enum Identity {
    PROCEEDS("proceeds = -quantity x price x multiplier", TradeIdentities::proceeds),
    NET_CASH("netCash = proceeds + commission + taxes", TradeIdentities::netCash),
    FIFO_PNL("fifoPnlRealized = netCash + cost + premium rolled in", FifoIdentities::realized),
    MTM_PNL("mtmPnl = (closePrice - price) x quantity x multiplier", TradeIdentities::markedProfit),
    TRADE_TAXES("taxes of a trade = its TransactionTax rows", TradeIdentities::taxes),
    TRADE_IDS("a transactionID occurs once", TradeIdentities::ids),
    ORDER_SUM("an Order row = the sum of its fills", TradeIdentities::orders),
    SYMBOL_SUM("SymbolSummary rows of a contract = the sum of its fills", TradeIdentities::symbols),
    ASSET_SUM("AssetSummary = the sum of the fills in base currency", TradeIdentities::assets),
    OPTION_EVENTS("OptionEAE rows and booked trades name the same tradeIDs", TradeIdentities::optionEvents),
    LOT_PNL("result of a closing trade = the sum of its closed lots", LotIdentities::results),
    LOT_UNITS("units of a closing trade = the sum of its closed lots", LotIdentities::units),
    LOT_ORIGIN("a closed lot carries id and time of the trade that opened it", LotIdentities::origins),
    POSITION_ORIGIN("an open lot carries id, order and time of the trade that opened it", LotIdentities::openOrigins),
    POSITION_LOTS("a position = the sum of its lots", LotIdentities::positions),
    POSITION_VALUE("value = position x mark x multiplier, unrealised = value - cost", LotIdentities::values),
    POSITION_ROLL("positions of the day before + fills = positions", LotIdentities::roll),
    POSITION_CHANGE("prior value + its changes = value at the end", NavIdentities::positionChange),
    NAV_SUM("startingValue + components = endingValue", NavIdentities::sum),
    NAV_MTM("mtm = fills marked + cash and positions of the day before at new marks and rates", MarkIdentities::marked),
    NAV_POSITIONS("mtm = changes of position values + translation of cash", NavIdentities::fromPositions),
    NAV_COMMISSIONS("commissions = sum of ibCommission x rate", NavIdentities::commissions),
    NAV_TAX("transactionTax = sum of taxes x rate", NavIdentities::transactionTax),
    NAV_CASH("flows, dividends, tax, interest and fees = the cash rows x rate", NavIdentities::cashComponents),
    NAV_ACCRUALS("changes of accruals and their translation = the accrual sections", NavIdentities::accruals),
    NAV_TWR("twr = (end - start - flow) / (start + flow), multiplied over days", NavIdentities::twr),
    EQUITY_TOTAL("total = the components, each = long + short", EquityIdentities::total),
    EQUITY_NAV("first and last total = startingValue and endingValue", EquityIdentities::nav),
    EQUITY_POSITIONS("stock and options = position values x rate", EquityIdentities::positions),
    EQUITY_CASH("cash = the cash report in base currency", EquityIdentities::cash),
    EQUITY_ACCRUALS("accruals = the accrual sections at the end", EquityIdentities::accruals),
    CASH_ROLL("startingCash + flows = endingCash", CashIdentities::roll),
    CASH_BASE("BASE_SUMMARY = the currencies x their rates", CashIdentities::base),
    CASH_TRADES("sales, purchases and commissions of a currency = its fills", CashIdentities::trades),
    CASH_SETTLED("endingSettledCash = endingCash - proceeds that settle later", CashIdentities::settled),
    FUNDS_BALANCE("balance = balance before + amount", CashIdentities::fundsBalance),
    FUNDS_CASH("first and last balance = the cash report", CashIdentities::fundsCash),
    INTEREST_ROLL("starting + accrued + reversal + translation = ending", AccrualIdentities::interestRoll),
    INTEREST_TIERS("interest accrued = the tiers posted", AccrualIdentities::interestTiers),
    DIVIDEND_NET("net = gross - tax - fee", AccrualIdentities::dividendNet),
    DIVIDEND_REVERSAL("a reversal takes back exactly what was posted", AccrualIdentities::dividendReversal),
    FIFO_SUMMARY("total realised = sum of fifoPnlRealized x rate", NavIdentities::fifoSummary),
    MTM_SUMMARY("sum over contracts = mtm + commissions", NavIdentities::mtmSummary),
    ONE_RATE("one rate per currency and report day", RateIdentities::oneRate),
    CHAIN("what a day starts with = what the day before ended with", RateIdentities::chain);

    /** Checks one statement; asks the history for what earlier ones said. */
    interface Check {
        void check(Statement statement, History history, Findings findings);
    }

    private final String sentence;
    // Method references without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Check check;

    Identity(String sentence, Check check) {
        this.sentence = sentence;
        this.check = check;
    }

    public String sentence() {
        return sentence;
    }

    void check(Statement statement, History history, Findings findings) {
        findings.checking(this, statement);
        check.check(statement, history, findings);
    }
}
