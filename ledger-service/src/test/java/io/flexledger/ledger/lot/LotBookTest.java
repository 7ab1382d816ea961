package io.flexledger.ledger.lot;

import static io.flexledger.ledger.lot.LotScenario.buy;
import static io.flexledger.ledger.lot.LotScenario.cancelling;
import static io.flexledger.ledger.lot.LotScenario.closing;
import static io.flexledger.ledger.lot.LotScenario.contracts;
import static io.flexledger.ledger.lot.LotScenario.given;
import static io.flexledger.ledger.lot.LotScenario.sell;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LotBookTest {

    @Nested
    class Sale {
        @Test
        void closesOldestLotFirst() {
            given(buy("10", "100", "0"), buy("10", "120", "0"))
                    .when(sell("15", "130", "0"))
                    .thenRealized("300", "50")
                    .thenLots("5 @ 600");
        }

        @Test
        void sharesCommissionsOfBothSides() {
            given(buy("10", "100", "1"))
                    .when(sell("4", "120", "1"))
                    .thenRealized("78.6")
                    .thenGross("80")
                    .thenLots("6 @ 600.6")
                    .thenUnrealized("130", "179.4");
        }

        @Test
        void ofMoreThanIsHeldOpensTheRestShort() {
            given(buy("3", "10", "0"))
                    .when(sell("5", "12", "1"))
                    .thenRealized("5.4")
                    .thenLots("-2 @ -23.6");
        }

        @Test
        void losesNoDigitOfACommissionThatDoesNotDivide() {
            given(buy("3", "10", "1"))
                    .when(sell("1", "10", "0"))
                    .when(sell("1", "10", "0"))
                    .when(sell("1", "10", "0"))
                    .thenRealizedInAll("-1");
        }
    }

    @Nested
    class Cancellation {
        @Test
        void takesBackTheLotOfTheCancelledFillNotTheOldest() {
            var cancelled = buy("10", "120", "1");

            given(buy("10", "100", "0"), cancelled, buy("10", "130", "0"))
                    .when(cancelling(cancelled, "1"))
                    .thenRealized("0")
                    .thenLots("10 @ 1000", "10 @ 1300");
        }

        @Test
        void costsTheCommissionThatIsNotReturned() {
            var cancelled = sell("10", "120", "1");

            given(cancelled).when(cancelling(cancelled, "0")).thenRealized("-1").thenLots();
        }

        @Test
        void ofALotThatWasSoldFromTakesTheRestOfItFirst() {
            var cancelled = buy("10", "100", "0");

            given(cancelled, buy("10", "110", "0"), sell("4", "120", "0"))
                    .when(cancelling(cancelled, "0"))
                    .thenRealized("0", "-40")
                    .thenLots("6 @ 660");
        }
    }

    @Nested
    class ShortSide {
        @Test
        void gainsWhenCoveredLower() {
            given(sell("5", "100", "0"))
                    .when(buy("2", "90", "0"))
                    .thenRealized("20")
                    .thenLots("-3 @ -300")
                    .thenUnrealized("80", "60");
        }

        @Test
        void optionBoughtBackLosesBothCommissions() {
            given(contracts("-1", "0.16", "0.86644"))
                    .when(contracts("1", "0.18", "0.86365"))
                    .thenRealized("-3.73009")
                    .thenGross("-2");
        }
    }

    @Nested
    class SameSecond {
        @Test
        void isMatchedInTheOrderGiven() {
            given(buy("3", "70", "0.3"), buy("2", "50", "0.2"))
                    .when(sell("4", "80", "0.4"))
                    .thenRealized("29.4", "29.8")
                    .thenLots("1 @ 50.1")
                    .thenUnrealized("75", "24.9");
        }
    }

    @Nested
    class Ending {
        @Test
        void worthlessKeepsThePremiumNetOfCommission() {
            given(contracts("-1", "0.37", "1.50644"))
                    .when(contracts("1", "0", "0"))
                    .thenRealized("35.49356")
                    .thenLots();
        }

        @Test
        void byAssignmentHasNoResultOfItsOwn() {
            given(contracts("-1", "0.19", "0.86644"))
                    .whenDelivered(contracts("1", "0", "0"))
                    .thenRealized("0")
                    .thenGross("19")
                    .thenLots();
        }

        @Test
        void ofALotFromBeforeTheFirstStatementTakesTheBrokersCost() {
            given().when(closing("1", "0", "46.12926")).thenRealized("46.12926").thenLots();
        }
    }
}
