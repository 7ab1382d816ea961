package io.flexledger.testing.statement.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.testing.statement.GeneratedStatement;
import io.flexledger.testing.statement.StatementSpec;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every identity is seen to fail: one attribute of a sound statement is changed, and the checker names it. */
class StatementIdentitiesTest {

    private static String sound = "";

    @BeforeAll
    static void generate() {
        StatementSpec spec = StatementSpec.seeded(77)
                .withEuros()
                .withDays(LocalDate.of(2025, 1, 2), 80)
                .withTrades(900);
        sound = new String(GeneratedStatement.bytes(spec), StandardCharsets.UTF_8);
    }

    @Test
    void soundStatementHasNoBreach() {
        assertThat(check(sound)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneAlteredAttributeIsFound(Identity identity) {
        Alteration alteration = alteration(identity);

        List<Breach> breaches = check(alteration.apply(sound));

        assertThat(breaches).extracting(Breach::identity).contains(identity);
        assertThat(breaches)
                .filteredOn(breach -> breach.identity() == identity)
                .allSatisfy(breach -> assertThat(breach.toString()).contains(identity.sentence(), "U7000001 2025"));
    }

    private static Alteration alteration(Identity identity) {
        return switch (identity) {
            case PROCEEDS -> new Alteration("Trade...ExchTrade", "proceeds", "123.45");
            case NET_CASH -> new Alteration("Trade...ExchTrade", "netCash", "123.45");
            case FIFO_PNL -> new Alteration("Trade...openCloseIndicator=\"C\"", "fifoPnlRealized", "123.45");
            case MTM_PNL -> new Alteration("Trade...ExchTrade", "closePrice", "1.23");
            case TRADE_TAXES -> new Alteration("TransactionTax", "taxAmount", "-1.23");
            case TRADE_IDS -> new Alteration("Trade...20250106", "transactionID", firstTransaction());
            case ORDER_SUM -> new Alteration("Order", "netCash", "123.45");
            case SYMBOL_SUM -> new Alteration("SymbolSummary", "quantity", "12345");
            case ASSET_SUM -> new Alteration("AssetSummary", "ibCommission", "-0.01");
            case OPTION_EVENTS -> new Alteration("OptionEAE", "tradeID", "99");
            case LOT_PNL -> new Alteration("Lot", "fifoPnlRealized", "123.45");
            case LOT_UNITS -> new Alteration("Trade...openCloseIndicator=\"C\"", "quantity", "12345");
            case LOT_ORIGIN -> new Alteration("Lot", "openDateTime", "20250102;010101 EST");
            case POSITION_ORIGIN -> new Alteration("OpenPosition...\"LOT\"", "originatingTransactionID", "99");
            case POSITION_LOTS -> new Alteration("OpenPosition...\"LOT\"", "costBasisMoney", "123.45");
            case POSITION_VALUE -> new Alteration("OpenPosition...\"SUMMARY\"", "positionValue", "123.45");
            case POSITION_ROLL -> new Alteration("OpenPosition...\"SUMMARY\"", "position", "12345");
            case POSITION_CHANGE -> new Alteration("ChangeInPositionValue", "endOfPeriodValue", "123.45");
            case NAV_SUM -> new Alteration("ChangeInNAV", "endingValue", "123.45");
            case NAV_MTM, NAV_POSITIONS -> new Alteration("ChangeInNAV", "mtm", "123.45");
            case NAV_COMMISSIONS -> new Alteration("ChangeInNAV", "commissions", "123.45");
            case NAV_TAX -> new Alteration("ChangeInNAV", "transactionTax", "123.45");
            case NAV_CASH -> new Alteration("CashTransaction...Withholding", "amount", "123.45");
            case NAV_ACCRUALS -> new Alteration("ChangeInNAV", "fxTranslation", "123.45");
            case NAV_TWR -> new Alteration("ChangeInNAV", "twr", "1.2345");
            case EQUITY_TOTAL -> new Alteration("EquitySummaryByReportDateInBase", "stockLong", "123.45");
            case EQUITY_NAV -> new Alteration("EquitySummaryByReportDateInBase", "total", "123.45");
            case EQUITY_POSITIONS -> new Alteration("EquitySummaryByReportDateInBase...20250102", "options", "123.45");
            case EQUITY_CASH -> new Alteration("EquitySummaryByReportDateInBase", "cash", "123.45");
            case EQUITY_ACCRUALS -> new Alteration("OpenDividendAccrual", "netAmount", "123.45");
            case CASH_ROLL -> new Alteration("CashReportCurrency...USD", "otherFees", "123.45");
            case CASH_BASE -> new Alteration("CashReportCurrency...USD", "endingCash", "123.45");
            case CASH_TRADES -> new Alteration("CashReportCurrency...USD", "commissions", "123.45");
            case CASH_SETTLED -> new Alteration("CashReportCurrency...USD", "endingSettledCash", "123.45");
            case FUNDS_BALANCE -> new Alteration("StatementOfFundsLine...SELL", "amount", "123.45");
            case FUNDS_CASH -> new Alteration("CashReportCurrency...USD", "startingCash", "123.45");
            case INTEREST_ROLL -> new Alteration("InterestAccrualsCurrency", "accrualReversal", "123.45");
            case INTEREST_TIERS -> new Alteration("TierInterestDetail", "totalInterest", "123.45");
            case DIVIDEND_NET -> new Alteration("ChangeInDividendAccrual", "tax", "123.45");
            case DIVIDEND_REVERSAL -> new Alteration("ChangeInDividendAccrual...\"Re\"", "netAmount", "123.45");
            case FIFO_SUMMARY ->
                new Alteration("FIFOPerformanceSummaryUnderlying...Total (All Assets)", "totalRealizedPnl", "123.45");
            case MTM_SUMMARY -> new Alteration("MTMPerformanceSummaryUnderlying...STK", "total", "123.45");
            case ONE_RATE -> new Alteration("Trade", "fxRateToBase", "7.7001");
            case CHAIN -> new Alteration("ChangeInNAV...20250103", "startingValue", "123.45");
        };
    }

    private static String firstTransaction() {
        String trade = sound.lines()
                .filter(line -> line.startsWith("<Trade "))
                .findFirst()
                .orElseThrow();
        return trade.replaceFirst(".* transactionID=\"(\\d+)\".*", "$1");
    }

    @Test
    void refusesWhatIsNotXml() {
        assertThatThrownBy(() -> check("<FlexQueryResponse><FlexStatements>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a statement");
    }

    private static List<Breach> check(String xml) {
        return StatementIdentities.check(xml.getBytes(StandardCharsets.UTF_8));
    }
}
