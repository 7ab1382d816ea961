package io.flexledger.mapper.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccruedInterestTest {

    private static final String BOND = "currency='EUR' fxRateToBase='9.1' assetCategory='BOND' symbol='DBR 1 08/15/24'"
            + " conid='165809631' multiplier='1' reportDate='20230613' settleDateTarget='20230615' ";

    @Test
    void ofAPurchaseIsPaidBesideIt() {
        MappedStatement statement = trades(bought("transactionID='1931663089' accruedInt='-41.64'"));
        Fill fill = statement.only(Fill.class);
        CashFlow interest = statement.only(CashFlow.class);

        assertThat(interest.cashType()).isEqualTo("Bond Interest Paid");
        assertThat(interest.amount()).isEqualTo(Money.of("-41.64", "EUR"));
        assertThat(interest.fxRate()).isEqualTo(fill.fxRate());
        assertThat(interest.instrument()).isEqualTo(InstrumentId.conid("165809631"));
        assertThat(interest.reportDate()).isEqualTo("2023-06-13");
        assertThat(interest.settleDate()).isEqualTo("2023-06-15");
        assertThat(interest.transactionId()).isNull();
        assertThat(interest.fact().source()).isEqualTo(fill.fact().source());
        assertThat(fill.proceeds().plus(fill.charges().commission()).plus(interest.amount()))
                .isEqualTo(fill.broker().netCash());
    }

    @Test
    void itsIdFollowsFromTheTrades() {
        String row = bought("transactionID='1931663089' accruedInt='-41.64'");
        EventId id = trades(row).only(CashFlow.class).id();

        assertThat(trades("<Trade currency='EUR' symbol='ABC' quantity='1' tradePrice='2'/>" + row)
                        .only(CashFlow.class)
                        .id())
                .isEqualTo(id)
                .isNotEqualTo(trades(row).only(Fill.class).id());
    }

    @Test
    void ofASaleIsReceived() {
        MappedStatement statement = trades("<Trade " + BOND
                + "quantity='-5000' tradePrice='97.65' proceeds='4882.5' transactionID='2' accruedInt='12.5'/>");

        assertThat(statement.only(CashFlow.class).cashType()).isEqualTo("Bond Interest Received");
    }

    @ParameterizedTest
    @CsvSource({"accruedInt='0'", "accruedInt=''", "''"})
    void isNoFactWhereThereIsNone(String column) {
        assertThat(trades(bought("transactionID='1' " + column)).events(CashFlow.class))
                .isEmpty();
    }

    @Test
    void aRowThatIsRefusedTellsNone() {
        MappedStatement statement = trades(bought("transactionID='1' accruedInt='-41.64'")
                + bought("transactionID='1' accruedInt='-41.64' notes='P'"));

        assertThat(statement.mapping().rows()).isEqualTo(new RowAccount(2, 1, 0, 1, 0));
        assertThat(statement.events(CashFlow.class)).hasSize(1);
    }

    @Test
    void twinsWithoutAnIdEachHaveTheirs() {
        MappedStatement statement = trades(bought("accruedInt='-41.64'") + bought("accruedInt='-41.64'"));

        assertThat(statement.events(CashFlow.class))
                .extracting(CanonicalEvent::id)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    private static String bought(String columns) {
        return "<Trade " + BOND + "quantity='5000' tradePrice='97.65' proceeds='-4882.5' ibCommission='-5'"
                + " netCash='-4929.14' " + columns + "/>";
    }

    private static MappedStatement trades(String rows) {
        return MappedStatement.of("<FlexStatement accountId='U7000001' fromDate='20230613' toDate='20230613'><Trades>"
                + rows + "</Trades></FlexStatement>");
    }
}
