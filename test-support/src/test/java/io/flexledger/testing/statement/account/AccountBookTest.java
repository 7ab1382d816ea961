package io.flexledger.testing.statement.account;

import static io.flexledger.testing.statement.account.LotScenario.SHARE;
import static io.flexledger.testing.statement.account.LotScenario.call;
import static io.flexledger.testing.statement.account.LotScenario.put;

import io.flexledger.testing.statement.account.Fill.Effect;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AccountBookTest {

    private final LotScenario scenario = new LotScenario();

    @Nested
    class Shares {

        @Test
        void partlyClosedLongKeepsTheRestOfItsCost() {
            scenario.trade(SHARE, "10", "100", "-1")
                    .trade(SHARE, "-4", "120", "-1")
                    .thenRealized("0", "78.6")
                    .thenLastCost("-400.4")
                    .thenLots("6@600.6");
        }

        @Test
        void partlyCoveredShortRealizesTheFall() {
            scenario.trade(SHARE, "-5", "100", "0")
                    .trade(SHARE, "2", "90", "0")
                    .thenRealized("0", "20")
                    .thenLots("-3@-300");
        }

        @Test
        void oldestLotGoesFirst() {
            scenario.trade(SHARE, "3", "70", "-0.3")
                    .trade(SHARE, "2", "50", "-0.2")
                    .trade(SHARE, "-4", "80", "-0.4")
                    .thenRealized("0", "0", "59.2")
                    .thenLots("1@50.1");
        }

        @Test
        void saleBeyondTheHoldingOpensAShortWithItsShareOfTheCommission() {
            scenario.trade(SHARE, "10", "100", "-1")
                    .trade(SHARE, "-15", "120", "-1.5")
                    .thenLastEffect(Effect.CLOSE_AND_OPEN)
                    .thenRealized("0", "198")
                    .thenLastCost("-1600.5")
                    .thenLots("-5@-599.5");
        }
    }

    @Nested
    class Options {

        @Test
        void expiryKeepsThePremium() {
            scenario.trade(put("626"), "-1", "0.37", "-1.50644")
                    .expire(put("626"))
                    .thenRealized("0", "35.49356")
                    .thenLastCost("35.49356")
                    .thenLots();
        }

        /** The golden days: premium 18.13356 joins the shares sold at 628, and shows when they are bought back. */
        @Test
        void assignedCallMovesItsPremiumIntoTheShortShares() {
            scenario.trade(call("628"), "-1", "0.19", "-0.86644")
                    .deliver(call("628"), "-1", "-0.0166")
                    .thenLastCost("-62799.9834")
                    .thenLots("-100@-62818.11696")
                    .trade(SHARE, "100", "629.45", "-1.0027")
                    .thenRealized("0", "0", "0", "-127.88574");
        }

        @Test
        void assignedPutThatClosesAShortRealizesItsPremiumAtOnce() {
            scenario.trade(SHARE, "-100", "600", "-1")
                    .trade(put("610"), "-1", "2", "-1")
                    .deliver(put("610"), "-1", "0")
                    .thenRealized("0", "0", "0", "-802")
                    .thenLots();
        }

        @Test
        void exercisedCallAddsWhatItCostToTheShares() {
            scenario.trade(call("600"), "2", "5", "-1.5")
                    .deliver(call("600"), "2", "-0.02")
                    .thenRealized("0", "0", "0")
                    .thenLots("200@121001.52");
        }

        @Test
        void deliveryThatCrossesZeroSplitsThePremium() {
            scenario.trade(SHARE, "50", "100", "0")
                    .trade(call("110"), "-1", "4", "0")
                    .deliver(call("110"), "-1", "0")
                    .thenLastEffect(Effect.CLOSE_AND_OPEN)
                    .thenRealized("0", "0", "0", "700")
                    .thenLots("-50@-5700");
        }
    }
}
