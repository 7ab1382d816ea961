package io.flexledger.ledger.day;

import static io.flexledger.ledger.day.Facts.cash;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TwinsTest {

    private static final String DAY = "2023-06-13";

    @Nested
    class InterestOfABondsTrade {

        private final CashFlow trades = flow("Bond Interest Paid", "-41.64", "Trades", null);
        private final CashFlow cashRow = flow("Bond Interest Paid", "-41.64", "CashTransactions", "7");
        private final CashFlow coupon = flow("Bond Interest Received", "50", "CashTransactions", "8");

        @Test
        void countsWhereNoCashRowTellsIt() {
            assertThat(Twins.cashFlows(List.of(trades, coupon))).containsExactly(trades, coupon);
        }

        @Test
        void givesWayToItsCashRowWhateverThatIsCalled() {
            assertThat(Twins.cashFlows(List.of(trades, cashRow, coupon))).containsExactly(cashRow, coupon);
        }

        @Test
        void ofTwoTradesGivesWayToOneCashRowOnce() {
            var another = flow("Bond Interest Paid", "-41.64", "Trades", null);

            assertThat(Twins.cashFlows(List.of(trades, another, cashRow))).containsExactly(another, cashRow);
        }
    }

    private static CashFlow flow(String type, String amount, String section, @Nullable String transactionId) {
        var flow = cash(DAY, type, Money.of(amount, "USD"));
        var fact = flow.fact();
        var source = fact.source();
        return new CashFlow(
                new Fact(
                        fact.id(),
                        fact.account(),
                        fact.reportDate(),
                        fact.occurredAt(),
                        fact.timed(),
                        fact.statedAt(),
                        false,
                        false,
                        new Source(source.artifact(), source.query(), section, source.ordinal())),
                transactionId,
                type,
                flow.amount(),
                null,
                null,
                "description of " + section,
                Facts.stock("DBR").id(),
                null);
    }
}
