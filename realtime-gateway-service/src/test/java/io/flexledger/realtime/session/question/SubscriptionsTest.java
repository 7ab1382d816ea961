package io.flexledger.realtime.session.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.realtime.message.ExecutionFilter;
import io.flexledger.realtime.message.Request;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsTest {

    private static final List<String> ONE = List.of("DU9000001");
    private static final List<String> TWO = List.of("DU9000001", "DU9000002");

    @Test
    void asksForEverythingOfOneAccount() {
        assertThat(new Subscriptions(200, ONE).everything())
                .hasSize(5)
                .contains(
                        new Request.Executions(90_000_004, ExecutionFilter.lastDays(7)),
                        new Request.Positions(),
                        new Request.AccountUpdates(true, "DU9000001"),
                        new Request.ProfitAndLoss(90_200_000, "DU9000001", null))
                .filteredOn(Request.AccountSummary.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(Request.AccountSummary.class, summary -> {
                    assertThat(summary.requestId()).isEqualTo(90_000_001);
                    assertThat(summary.group()).isEqualTo("All");
                    assertThat(summary.tags()).contains("NetLiquidation", "TotalCashValue", "$LEDGER:ALL");
                });
    }

    @Test
    void asksForValuesAndResultOfEachOfSeveral() {
        assertThat(new Subscriptions(200, TWO).everything())
                .doesNotHaveAnyElementsOfTypes(Request.AccountUpdates.class)
                .contains(
                        new Request.AccountUpdatesMulti(90_100_000, "DU9000001", null, false),
                        new Request.AccountUpdatesMulti(90_100_001, "DU9000002", null, false),
                        new Request.ProfitAndLoss(90_200_000, "DU9000001", null),
                        new Request.ProfitAndLoss(90_200_001, "DU9000002", null));
    }

    @ParameterizedTest
    @ValueSource(ints = {176, 193, 199})
    void asksForTheDayAloneWhereNoMoreIsUnderstood(int version) {
        assertThat(new Subscriptions(version, ONE).executionsAndPositions())
                .containsExactly(new Request.Executions(90_000_004, ExecutionFilter.today()), new Request.Positions());
    }

    @Test
    void theSameQuestionIsAlwaysTheSame() {
        Subscriptions subscriptions = new Subscriptions(200, TWO);

        assertThat(subscriptions.everything()).isEqualTo(subscriptions.everything());
        assertThat(subscriptions.everything()).containsAll(subscriptions.executionsAndPositions());
        assertThat(subscriptions.round(Set.of())).isEqualTo(subscriptions.executionsAndPositions());
    }

    @Test
    void repeatsInARoundWhatWasNotAnswered() {
        assertThat(new Subscriptions(200, ONE).round(Set.of(Asked.SUMMARY, Asked.ACCOUNT)))
                .hasSize(5)
                .contains(new Request.CancelAccountSummary(90_000_001), new Request.AccountUpdates(true, "DU9000001"));
        assertThat(new Subscriptions(200, TWO).round(Set.of(Asked.VALUES)))
                .contains(
                        new Request.CancelAccountUpdatesMulti(90_100_001),
                        new Request.AccountUpdatesMulti(90_100_001, "DU9000002", null, false));
    }

    @Test
    void asksAgainForWhatTheFiguresOfOneAccountRestOn() {
        assertThat(new Subscriptions(200, ONE).again("DU9000001"))
                .containsAll(new Subscriptions(200, ONE).refresh())
                .endsWith(new Request.AccountUpdates(true, "DU9000001"));
        assertThat(new Subscriptions(200, TWO).again("DU9000002"))
                .containsAll(new Subscriptions(200, TWO).refresh())
                .endsWith(
                        new Request.CancelAccountUpdatesMulti(90_100_001),
                        new Request.AccountUpdatesMulti(90_100_001, "DU9000002", null, false));
    }

    @Test
    void endsASummaryBeforeItIsAskedForAgain() {
        List<Request> requests = new Subscriptions(200, ONE).refresh();
        Request cancel = new Request.CancelAccountSummary(90_000_001);

        assertThat(requests).contains(cancel);
        assertThat(requests.get(requests.indexOf(cancel) + 1)).isInstanceOf(Request.AccountSummary.class);
    }

    @Test
    void knowsItsOwnIds() {
        assertThat(Asked.of(90_000_004)).hasValue(Asked.EXECUTIONS);
        assertThat(Asked.of(90_100_000)).hasValue(Asked.VALUES);
        assertThat(Asked.of(90_100_017)).hasValue(Asked.VALUES);
        assertThat(Asked.of(90_200_001)).hasValue(Asked.RESULT);
        assertThat(Asked.of(90_300_000)).hasValue(Asked.MARK);
        assertThat(Asked.of(90_399_999)).hasValue(Asked.MARK);
        assertThat(IntStream.of(-1, 0, 1, 71, 90_000_000, 90_000_005, 90_400_000, Integer.MAX_VALUE))
                .allSatisfy(id -> assertThat(Asked.of(id)).isEmpty());
    }
}
