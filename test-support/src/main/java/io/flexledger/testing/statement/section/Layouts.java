package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.xml.Layout;

/** Every column the statements carry, section by section. */
final class Layouts {

    private static final String ACCOUNT = "accountId acctAlias model";

    private static final String SECURITY = """
            assetCategory subCategory symbol description conid securityID securityIDType cusip isin figi listingExchange
            underlyingConid underlyingSymbol underlyingSecurityID underlyingListingExchange issuer issuerCountryCode
            """;

    private static final String PHYSICAL = "serialNumber deliveryType commodityType fineness=0.0 weight=0.0";

    private static final String CONTRACT = "multiplier strike expiry putCall principalAdjustFactor";

    static final Layout ACCOUNT_INFORMATION = Layout.of("AccountInformation", ACCOUNT, """
            currency name accountType customerType accountCapabilities tradingPermissions dateOpened dateFunded dateClosed
            lastTradedDate country countryResidentialAddress ibEntity
            """);

    static final Layout EQUITY_SUMMARY = Layout.of("EquitySummaryByReportDateInBase", ACCOUNT, """
            currency reportDate cash cashLong cashShort
            slbCashCollateral=0 slbCashCollateralLong=0 slbCashCollateralShort=0 stock stockLong stockShort
            options optionsLong optionsShort bonds=0 bondsLong=0 bondsShort=0
            commodities=0 commoditiesLong=0 commoditiesShort=0 notes=0 notesLong=0 notesShort=0
            funds=0 fundsLong=0 fundsShort=0 dividendAccruals dividendAccrualsLong dividendAccrualsShort
            interestAccruals interestAccrualsLong interestAccrualsShort softDollars=0 softDollarsLong=0 softDollarsShort=0
            crypto=0 cryptoLong=0 cryptoShort=0 total totalLong totalShort
            """);

    static final Layout CHANGE_IN_NAV = Layout.of("ChangeInNAV", ACCOUNT, """
            currency fromDate toDate startingValue mtm realized=0 changeInUnrealized=0 costAdjustments=0
            transferredPnlAdjustments=0 depositsWithdrawals internalCashTransfers=0 assetTransfers=0 debitCardActivity=0
            billPay=0 dividends withholdingTax withholding871m=0 changeInDividendAccruals interest
            changeInInterestAccruals brokerFees=0 changeInBrokerFeeAccruals=0 advisorFees=0 clientFees=0 otherFees
            otherIncome=0 feesReceivables=0 commissions commissionReceivables=0 forexCommissions=0 transactionTax
            taxReceivables=0 salesTax=0 billableSalesTax=0 softDollars=0 netFxTrading=0 fxTranslation
            linkingAdjustments=0 other=0 endingValue twr corporateActionProceeds=0
            """);

    static final Layout FIFO_SUMMARY = Layout.of("FIFOPerformanceSummaryUnderlying", ACCOUNT, """
            assetCategory symbol description conid securityID securityIDType cusip isin listingExchange underlyingConid
            underlyingSymbol underlyingSecurityID underlyingListingExchange issuer multiplier strike expiry putCall
            principalAdjustFactor reportDate costAdj=0 realizedSTProfit=0 realizedSTLoss=0 realizedLTProfit=0
            realizedLTLoss=0 totalRealizedPnl=0 unrealizedProfit=0 unrealizedLoss=0 totalUnrealizedPnl=0 totalFifoPnl=0
            transferredPnl=0 code
            """);

    static final Layout MTM_SUMMARY = Layout.of("MTMPerformanceSummaryUnderlying", ACCOUNT, """
            assetCategory symbol description conid securityID securityIDType cusip isin listingExchange underlyingConid
            underlyingSymbol underlyingSecurityID underlyingListingExchange issuer multiplier strike expiry putCall
            principalAdjustFactor reportDate prevCloseQuantity=0 prevClosePrice=0 closeQuantity=0 closePrice=0
            transactionMtm=0 priorOpenMtm=0 commissions=0 other=0 total=0 code
            """);

    static final Layout CASH_REPORT = Layout.of("CashReportCurrency", ACCOUNT, """
            currency levelOfDetail fromDate toDate startingCash clientFees=0 commissions billableCommissions=0
            depositWithdrawals deposits withdrawals accountTransfers=0 internalTransfers=0 dividends brokerInterest
            brokerFees=0 bondInterest=0 cashSettlingMtm=0 cfdCharges=0 netTradesSales netTradesPurchases advisorFees=0
            feesReceivables=0 paymentInLieu transactionTax taxReceivables=0 withholdingTax withholding871m=0 salesTax=0
            fxTranslationGainLoss=0 otherFees otherIncome=0 other=0 endingCash endingSettledCash
            """);

    static final Layout FUNDS_LINE =
            Layout.of("StatementOfFundsLine", ACCOUNT, "currency fxRateToBase", SECURITY, CONTRACT, """
            reportDate date settleDate activityCode activityDescription tradeID orderID buySell tradeQuantity=0
            tradePrice=0 tradeGross=0 tradeCommission=0 tradeTax=0 debit credit amount tradeCode balance levelOfDetail
            transactionID
            """, PHYSICAL);

    static final Layout POSITION_VALUE = Layout.of("ChangeInPositionValue", ACCOUNT, """
            currency assetCategory priorPeriodValue transactions mtmPriorPeriodPositions mtmTransactions corporateActions=0
            other=0 accountTransfers=0 linkingAdjustments=0 fxTranslationPnl=0 futurePriceAdjustments=0 settledCash=0
            endOfPeriodValue
            """);

    static final Layout OPEN_POSITION =
            Layout.of("OpenPosition", ACCOUNT, "currency fxRateToBase", SECURITY, CONTRACT, """
            reportDate position markPrice positionValue openPrice costBasisPrice costBasisMoney percentOfNAV
            fifoPnlUnrealized side levelOfDetail openDateTime holdingPeriodDateTime vestingDate code originatingOrderID
            originatingTransactionID accruedInt
            """, PHYSICAL);

    private static final String TRADE_COLUMNS = """
            tradeID multiplier relatedTradeID strike reportDate expiry dateTime putCall tradeDate principalAdjustFactor
            settleDateTarget transactionType exchange quantity tradePrice tradeMoney proceeds taxes ibCommission
            ibCommissionCurrency netCash closePrice openCloseIndicator notes cost fifoPnlRealized mtmPnl origTradePrice
            origTradeDate origTradeID origOrderID origTransactionID buySell clearingFirmID ibOrderID transactionID ibExecID
            relatedTransactionID rtn brokerageOrderID orderReference volatilityOrderLink exchOrderId extExecID orderTime
            openDateTime holdingPeriodDateTime whenRealized whenReopened levelOfDetail changeInPrice changeInQuantity
            orderType traderID isAPIOrder accruedInt initialInvestment
            """;

    static final Layout ASSET_SUMMARY = trades("AssetSummary");
    static final Layout SYMBOL_SUMMARY = trades("SymbolSummary");
    static final Layout ORDER = trades("Order");
    static final Layout TRADE = trades("Trade");
    static final Layout LOT = trades("Lot");

    static final Layout TRANSACTION_TAX =
            Layout.of("TransactionTax", ACCOUNT, "currency fxRateToBase", SECURITY, CONTRACT, """
            date reportDate taxDescription quantity taxAmount tradeId tradePrice source code levelOfDetail
            """);

    static final Layout OPTION_EAE =
            Layout.of("OptionEAE", ACCOUNT, "currency fxRateToBase", SECURITY, CONTRACT, """
            date transactionType quantity tradePrice markPrice proceeds commisionsAndTax costBasis realizedPnl fxPnl=0 mtmPnl
            tradeID
            """, PHYSICAL);

    static final Layout CASH_TRANSACTION =
            Layout.of("CashTransaction", ACCOUNT, "currency fxRateToBase", SECURITY, CONTRACT, """
            dateTime settleDate availableForTradingDate amount type tradeID code transactionID reportDate exDate
            clientReference actionID levelOfDetail
            """, PHYSICAL);

    static final Layout INTEREST_ACCRUAL = Layout.of("InterestAccrualsCurrency", "accountId acctAlias", """
            currency fromDate toDate startingAccrualBalance interestAccrued accrualReversal fxTranslation endingAccrualBalance
            """);

    static final Layout INTEREST_TIER = Layout.of("TierInterestDetail", "accountId", """
            currency interestType reportDate valueDate tierBreak balanceThreshold=0 rate totalInterest fromAcct toAcct
            marginBalance totalPrincipal code
            """);

    private static final String DIVIDEND_COLUMNS = """
            exDate payDate quantity tax fee=0 grossRate grossAmount netAmount code fromAcct toAcct
            """;

    static final Layout DIVIDEND_CHANGE = Layout.of(
            "ChangeInDividendAccrual",
            ACCOUNT,
            "currency fxRateToBase",
            SECURITY,
            CONTRACT,
            "reportDate date",
            DIVIDEND_COLUMNS);

    static final Layout OPEN_DIVIDEND =
            Layout.of("OpenDividendAccrual", ACCOUNT, "currency fxRateToBase", SECURITY, CONTRACT, DIVIDEND_COLUMNS);

    static final Layout SECURITY_INFO = Layout.of("SecurityInfo", "currency", SECURITY, CONTRACT, """
            maturity issueDate underlyingCategory settlementPolicyMethod code
            """, PHYSICAL);

    static final Layout CONVERSION_RATE = Layout.of("ConversionRate", "reportDate fromCurrency toCurrency rate");

    private Layouts() {}

    private static Layout trades(String element) {
        return Layout.of(element, ACCOUNT, "currency fxRateToBase", SECURITY, TRADE_COLUMNS, PHYSICAL);
    }
}
