package io.flexledger.realtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.message.Contract;
import io.flexledger.realtime.message.ExecutionFilter;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Request;
import io.flexledger.realtime.session.question.Asked;
import io.flexledger.realtime.session.question.Subscriptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveRulesTest {

    private static final String ACCOUNT = "DU9000001";
    private static final Request EXECUTIONS = new Request.Executions(90_000_004, ExecutionFilter.lastDays(7));
    private static final Request POSITIONS = new Request.Positions();

    private static Course live() {
        return Course.ready(ACCOUNT).answersAll().forget();
    }

    @Nested
    class SignsOfLife {

        @Test
        void askedForEveryTwentySeconds() {
            Course course = live().passesAnswered(Duration.ofSeconds(61));

            assertThat(course.asked())
                    .containsExactly(new Request.CurrentTime(), new Request.CurrentTime(), new Request.CurrentTime());
            assertThat(course.state()).isEqualTo(State.CONNECTED);
        }

        @Test
        void oneMissedIsADoubt() {
            Course course = live().passes(Duration.ofMillis(29_999));
            assertThat(course.state()).isEqualTo(State.CONNECTED);
            course.passes(Duration.ofMillis(1));

            assertThat(course.state()).isEqualTo(State.DEGRADED);
            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_UNANSWERED);
            course.passes(Duration.ofSeconds(10)).hears(new Incoming.CurrentTime(course.now()));
            assertThat(course.state()).isEqualTo(State.CONNECTED);
        }

        @Test
        void twoMissedEndTheSession() {
            Course course = live().passes(Duration.ofMillis(49_999));
            assertThat(course.state()).isEqualTo(State.DEGRADED);
            course.forget().passes(Duration.ofMillis(1));

            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_LOST);
            assertThat(course.actions()).containsExactly(new SessionAction.HangUp());
            assertThat(course.status().nextAttemptAt()).isNotNull();
        }

        @Test
        void otherMessagesAreNoAnswer() {
            Course course =
                    live().passes(Duration.ofSeconds(25)).hearsCode(2104).hears(null);

            assertThat(course.passes(Duration.ofSeconds(5)).state()).isEqualTo(State.DEGRADED);
        }

        @Test
        void tellTheGatewaysClock() {
            Course course = Course.ready(ACCOUNT);
            course.hears(new Incoming.CurrentTime(course.now().minusSeconds(90)));

            assertThat(course.status().clockOffset()).isEqualTo(Duration.ofMillis(-89_500));
            course.happens(new SessionEvent.Ended(""));
            assertThat(course.status().clockOffset()).isEqualTo(Duration.ofMillis(-89_500));
        }

        @Test
        void tellTheClockOnlyWhenTheyComeAtOnce() {
            Course course = live().passes(Duration.ofSeconds(23));
            course.hears(new Incoming.CurrentTime(course.now().minusSeconds(3)));
            assertThat(course.status().clockOffset()).isEqualTo(Duration.ofMillis(500));

            course.passes(Duration.ofSeconds(17)).passes(Duration.ofSeconds(2));
            course.hears(new Incoming.CurrentTime(course.now().minusSeconds(2)));
            assertThat(course.status().clockOffset()).isEqualTo(Duration.ofMillis(-1_500));
        }

        @Test
        void areSilentToTheListener() {
            Course course = live();
            SessionStatus before = course.status();
            course.passes(Duration.ofSeconds(20))
                    .hears(new Incoming.CurrentTime(course.now().minusSeconds(3)));

            assertThat(course.status().isLike(before)).isTrue();
            assertThat(course.status()).isNotEqualTo(before);
            assertThat(course.hearsCode(1100).status().isLike(before)).isFalse();
        }

        @Test
        void aClockSetBackDoesNotStopThem() {
            SessionRules rules = new SessionRules(Course.SETTINGS, bound -> 0);
            Instant noon = Instant.parse("2026-01-15T17:00:00Z");
            Session session = rules.begin(noon).session();
            for (SessionEvent event : List.of(
                    new SessionEvent.Dialled(),
                    new SessionEvent.Greeted(200),
                    new SessionEvent.Heard(new Incoming.NextOrderId(1)),
                    new SessionEvent.Heard(new Incoming.ManagedAccounts(List.of(ACCOUNT))),
                    new SessionEvent.Heard(new Incoming.CurrentTime(noon)))) {
                session = rules.after(session, event, noon).session();
            }
            SessionStep step = rules.after(session, new SessionEvent.Passed(), noon.minusSeconds(3600));

            assertThat(step.actions()).contains(new SessionAction.Ask(new Request.CurrentTime()));
        }
    }

    @Nested
    class Uplink {

        @ParameterizedTest
        @ValueSource(ints = {1100, 2110})
        void lost(int code) {
            Course course = live().hearsCode(code);

            assertThat(course.state()).isEqualTo(State.DEGRADED);
            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_UPLINK);
            assertThat(course.actions()).isEmpty();
        }

        @Test
        void restoredWithoutSubscriptionsAsksForEverything() {
            Course course = live().hearsCode(1100).hearsCode(1101);

            assertThat(course.state()).isEqualTo(State.CONNECTED);
            assertThat(course.asked()).isEqualTo(new Subscriptions(200, List.of(ACCOUNT)).everything());
        }

        @Test
        void restoredWithSubscriptionsAsksForWhatWasMissed() {
            Course course = live().hearsCode(1100).hearsCode(1102);

            assertThat(course.state()).isEqualTo(State.CONNECTED);
            assertThat(course.asked()).containsExactly(EXECUTIONS, POSITIONS);
        }

        @ParameterizedTest
        @ValueSource(ints = {1101, 1102})
        void whatTheGatewayLearnsLaterIsAskedForSoon(int code) {
            Course course = live().hearsCode(1100).hearsCode(code).forget().passesAnswered(Duration.ofSeconds(16));

            assertThat(course.asked()).containsExactly(EXECUTIONS, POSITIONS);
        }

        @ParameterizedTest
        @ValueSource(ints = {2104, 2106, 2158})
        void anInterruptionEndsWithAServiceThatWorks(int code) {
            assertThat(live().hearsCode(2110).hearsCode(code).asked()).containsExactly(EXECUTIONS, POSITIONS);
            assertThat(live().hearsCode(1100).hearsCode(code).state()).isEqualTo(State.DEGRADED);
            assertThat(live().hearsCode(1100).hearsCode(2110).hearsCode(code).state())
                    .isEqualTo(State.DEGRADED);
        }

        /** It tells a new session what it knew, so that looks as good as new. */
        @Test
        void aNewSessionWithAGatewayThatWasCutOffWaitsForASignOfTheBroker() {
            Course course = live().hearsCode(1100)
                    .happens(new SessionEvent.Ended(""))
                    .triesAgain()
                    .becomesReady(200, ACCOUNT);
            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_UPLINK);
            assertThat(course.state()).isEqualTo(State.DEGRADED);

            course.hearsCode(2104);
            assertThat(course.state()).isEqualTo(State.CONNECTED);

            course.happens(new SessionEvent.Ended("")).triesAgain().becomesReady(200, ACCOUNT);
            assertThat(course.state()).isEqualTo(State.CONNECTED);
        }

        @Test
        void whatIsNoticedBeforeTheAccountsAreNamedHolds() {
            Course course = Course.begun()
                    .happens(new SessionEvent.Dialled())
                    .happens(new SessionEvent.Greeted(200))
                    .hearsCode(1100)
                    .hears(new Incoming.ManagedAccounts(List.of(ACCOUNT)))
                    .hears(new Incoming.NextOrderId(1));

            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_UPLINK);
            assertThat(course.asked()).containsAll(new Subscriptions(200, List.of(ACCOUNT)).everything());
        }

        @Test
        void anotherPortIsNotFollowed() {
            Course course = live().hearsCode(1300);

            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_LOST);
            assertThat(course.actions()).containsExactly(new SessionAction.HangUp());
            assertThat(course.status().nextAttemptAt()).isNotNull();
        }
    }

    @Nested
    class Notices {

        @ParameterizedTest
        @ValueSource(ints = {2104, 2106, 2107, 2108, 2119, 2158, 162, 200, 202, 399, 10_167, 504})
        void thatChangeNothing(int code) {
            Course course = live().hearsCode(code);

            assertThat(course.state()).isEqualTo(State.CONNECTED);
            assertThat(course.trouble()).isNull();
            assertThat(course.actions()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"2103,2104,market data", "2105,2106,history", "2157,2158,instruments"})
        void aServiceOfTheBrokersThatIsAway(int broken, int well, String service) {
            Course course =
                    live().hears(notice(broken, "Es ist gest\u00f6rt:hfarm")).hears(notice(broken, "is broken:usfarm"));

            assertThat(course.state()).isEqualTo(State.CONNECTED);
            assertThat(course.status().mishap())
                    .isEqualTo(new Mishap(
                            Trouble.GATEWAY_SERVICE, "It is %s hfarm, %s usfarm.".formatted(service, service)));
            course.hears(notice(well, "is OK:usfarm"));
            assertThat(course.status().mishap())
                    .isEqualTo(new Mishap(Trouble.GATEWAY_SERVICE, "It is %s hfarm.".formatted(service)));
            course.hears(notice(well, "is OK:hfarm"));
            assertThat(course.trouble()).isNull();
            assertThat(course.actions()).isEmpty();
        }

        private static Incoming notice(int code, String text) {
            return new Incoming.Notice(-1, code, text, null, null);
        }

        @Test
        void tooManyMessages() {
            Course course = live().hearsCode(100);

            assertThat(course.actions()).containsExactly(new SessionAction.SlowDown());
            assertThat(course.state()).isEqualTo(State.CONNECTED);
            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_PACING);
            assertThat(course.happens(new SessionEvent.Ended("")).trouble()).isEqualTo(Trouble.GATEWAY_PACING);
        }

        @Test
        void aSubscriptionTakenAwayIsTakenBackOnce() {
            Course course = live().hearsCode(2100);

            assertThat(course.asked()).containsExactly(new Request.AccountUpdates(true, ACCOUNT));
            assertThat(course.trouble()).isNull();
            course.forget().hearsCode(2101);
            assertThat(course.asked()).isEmpty();
            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_SUBSCRIPTION);
            course.passesAnswered(Duration.ofMinutes(2)).forget().hearsCode(2100);
            assertThat(course.trouble()).isNull();
            assertThat(course.asked()).containsExactly(new Request.AccountUpdates(true, ACCOUNT));
        }

        @ParameterizedTest
        @ValueSource(ints = {320, 321, 322})
        void aRefusedRequestIsReportedAndNotRepeatedAtOnce(int code) {
            Course course = live().hearsCode(90_000_004, code);

            assertThat(course.actions()).isEmpty();
            assertThat(course.state()).isEqualTo(State.DEGRADED);
            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_UNANSWERED);
            assertThat(course.status().unanswered()).containsExactly(Asked.EXECUTIONS);
            course.hears(new Incoming.ExecutionsEnd(90_000_004));
            assertThat(course.state()).isEqualTo(State.CONNECTED);
        }

        @Test
        void whatWasRefusedIsAskedForAgainInTheNextRound() {
            Course course = live().hearsCode(Asked.SUMMARY.requestId(), 322).forget();
            for (int sign = 0; sign < 6; sign++) {
                course.passes(Duration.ofSeconds(20)).hears(new Incoming.CurrentTime(course.now()));
            }

            assertThat(course.asked())
                    .contains(new Request.CancelAccountSummary(90_000_001))
                    .hasAtLeastOneElementOfType(Request.AccountSummary.class);
            assertThat(course.state()).isEqualTo(State.DEGRADED);
            assertThat(course.answersAll().state()).isEqualTo(State.CONNECTED);
        }

        @Test
        void anOrdersRefusalIsNoneOfOurs() {
            assertThat(live().hearsCode(371, 321).status().unanswered()).isEmpty();
        }

        @Test
        void anIdTakenAwayWhileConnected() {
            Course course = live().hearsCode(326);

            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_CLIENT_ID);
            assertThat(course.status().nextAttemptAt()).isNotNull();
        }
    }

    @Nested
    class Rounds {

        @Test
        void comeEveryTwoMinutes() {
            Course course = live().passesAnswered(Duration.ofSeconds(241));

            assertThat(course.asked().stream().filter(request -> !(request instanceof Request.CurrentTime)))
                    .containsExactly(EXECUTIONS, POSITIONS, EXECUTIONS, POSITIONS);
        }

        @Test
        void executionsWithoutAnEndAreNoFault() {
            Course course = Course.ready(ACCOUNT)
                    .hears(new Incoming.SummaryEnd(90_000_001))
                    .hears(new Incoming.PositionsEnd())
                    .hears(new Incoming.AccountDownloaded(ACCOUNT))
                    .hears(new Incoming.CurrentTime(Instant.parse("2026-01-15T17:00:00Z")));
            course.passes(Duration.ofSeconds(15));

            assertThat(course.state()).isEqualTo(State.CONNECTED);
            assertThat(course.status().unanswered()).containsExactly(Asked.EXECUTIONS);
            assertThat(course.status().executionsAt()).isNull();
            course.hears(new Incoming.ExecutionsEnd(90_000_004));
            assertThat(course.status().unanswered()).isEmpty();
            assertThat(course.status().executionsAt()).isEqualTo(course.now());
        }

        @Test
        void positionsWithoutAnEndAreAFault() {
            Course course = Course.ready(ACCOUNT)
                    .hears(new Incoming.SummaryEnd(90_000_001))
                    .hears(new Incoming.ExecutionsEnd(90_000_004))
                    .hears(new Incoming.AccountDownloaded(ACCOUNT))
                    .hears(new Incoming.CurrentTime(Instant.parse("2026-01-15T17:00:00Z")));

            assertThat(course.passes(Duration.ofMillis(14_999)).state()).isEqualTo(State.CONNECTED);
            assertThat(course.passes(Duration.ofMillis(1)).state()).isEqualTo(State.DEGRADED);
            assertThat(course.status().unanswered()).containsExactly(Asked.POSITIONS);
            assertThat(course.status().mishap())
                    .isEqualTo(new Mishap(Trouble.GATEWAY_UNANSWERED, "It owes [POSITIONS]."));
        }

        @Test
        void comeAtOnceWhenAnAccountIsReadyAgain() {
            Course course = live().hears(new Incoming.AccountValue("AccountReady", "true", null, ACCOUNT))
                    .hears(new Incoming.AccountValue("AccountReady", "false", null, ACCOUNT))
                    .hears(new Incoming.AccountValue("AccountReady", "false", null, ACCOUNT));

            assertThat(course.actions()).isEmpty();
            course.hears(new Incoming.AccountValueMulti(1, ACCOUNT, null, "AccountReady", "true", null));
            assertThat(course.asked()).isEqualTo(new Subscriptions(200, List.of(ACCOUNT)).again(ACCOUNT));
        }

        @Test
        void onDemandAreSettledWhenAllHasCome() {
            Course course = live().happens(new SessionEvent.Refresh());
            course.hears(new Incoming.ExecutionsEnd(90_000_004)).hears(new Incoming.PositionsEnd());
            assertThat(course.status().settledAt()).isNull();

            course.hears(new Incoming.SummaryEnd(90_000_001));
            assertThat(course.status().settledAt()).isEqualTo(course.now());
        }

        @Test
        void onDemandAreSettledWithoutTheEndOfTheExecutionsOnceItHadToCome() {
            Course course = live().happens(new SessionEvent.Refresh());
            course.hears(new Incoming.PositionsEnd()).hears(new Incoming.SummaryEnd(90_000_001));
            assertThat(course.passes(Duration.ofMillis(14_999)).status().settledAt())
                    .isNull();
            Instant first = course.passes(Duration.ofMillis(1)).now();
            assertThat(course.status().settledAt()).isEqualTo(first);

            course.happens(new SessionEvent.Refresh()).passes(Duration.ofSeconds(1));
            course.hears(new Incoming.PositionsEnd()).hears(new Incoming.SummaryEnd(90_000_001));
            assertThat(course.status().settledAt()).isEqualTo(first.plusSeconds(1));
        }

        @Test
        void comeOnDemandWithTheSummary() {
            Course course = live().happens(new SessionEvent.Refresh());

            assertThat(course.asked()).startsWith(EXECUTIONS, POSITIONS).hasSize(4);
        }
    }

    @Nested
    class PositionsOneByOne {

        private static final String OTHER = "DU9000002";

        private static Course several() {
            return Course.ready(ACCOUNT, OTHER).answersAll().forget();
        }

        @Test
        void areAskedForOfSeveralAccounts() {
            Course course = several().hears(held(ACCOUNT, 756733, "100")).hears(held(OTHER, 265598, "-2"));
            assertThat(course.asked()).isEmpty();

            assertThat(course.passes(Duration.ZERO).asked())
                    .containsExactly(
                            new Request.PositionProfitAndLoss(90_300_000, ACCOUNT, null, 756733),
                            new Request.PositionProfitAndLoss(90_300_001, OTHER, null, 265598));
        }

        @Test
        void areNotAskedForOfTheOnlyAccount() {
            Course course = live().hears(held(ACCOUNT, 756733, "100")).passes(Duration.ofSeconds(5));

            assertThat(course.asked()).isEmpty();
        }

        @Test
        void areNotAskedForOfMoney() {
            Course course = several()
                    .hears(new Incoming.PositionHeld(
                            ACCOUNT, contract(15016251, "CASH"), new BigDecimal("1000"), null));

            assertThat(course.passes(Duration.ofSeconds(5)).asked()).isEmpty();
        }

        @Test
        void endWhenThePositionIsClosed() {
            Course course = several().hears(held(ACCOUNT, 756733, "100")).passes(Duration.ofSeconds(1));
            course.forget().hears(held(ACCOUNT, 756733, "0")).passes(Duration.ofSeconds(1));

            assertThat(course.asked()).containsExactly(new Request.CancelPositionProfitAndLoss(90_300_000));
        }

        @Test
        void areAskedForAnewWhenSubscriptionsWereLost() {
            Course course = several().hears(held(ACCOUNT, 756733, "100")).passes(Duration.ofSeconds(1));

            course.forget().hearsCode(1100).hearsCode(1102).passes(Duration.ofSeconds(1));
            assertThat(course.asked()).doesNotHaveAnyElementsOfTypes(Request.PositionProfitAndLoss.class);
            course.forget().hearsCode(1100).hearsCode(1101).passes(Duration.ofSeconds(1));
            assertThat(course.asked()).startsWith(EXECUTIONS, POSITIONS);
            assertThat(course.asked().getLast())
                    .isEqualTo(new Request.PositionProfitAndLoss(90_300_000, ACCOUNT, null, 756733));
        }

        @Test
        void areAskedForAnewByEverySession() {
            Course course = several().hears(held(ACCOUNT, 756733, "100")).passes(Duration.ofSeconds(1));
            course.happens(new SessionEvent.Ended("")).triesAgain().forget();
            course.becomesReady(200, ACCOUNT, OTHER).passes(Duration.ofSeconds(1));
            assertThat(course.asked()).doesNotHaveAnyElementsOfTypes(Request.PositionProfitAndLoss.class);

            course.hears(held(OTHER, 265598, "-2")).passes(Duration.ofSeconds(1));
            assertThat(course.asked().getLast())
                    .isEqualTo(new Request.PositionProfitAndLoss(90_300_000, OTHER, null, 265598));
        }

        @Test
        void hundredsOfThemNeverDelayExecutions() {
            Course course = several();
            for (int conId = 1; conId <= 400; conId++) {
                course.hears(held(conId % 2 == 0 ? ACCOUNT : OTHER, conId, "10"));
            }
            course.passes(Duration.ofMillis(500));
            assertThat(course.asked()).hasSize(15);

            course.forget().happens(new SessionEvent.Refresh());
            assertThat(course.asked()).startsWith(EXECUTIONS, POSITIONS).hasSize(4);
            course.forget().passesAnswered(Duration.ofSeconds(130));
            List<Request> asked = course.asked();
            assertThat(asked.get(asked.indexOf(EXECUTIONS) + 1)).isEqualTo(POSITIONS);
            // In no second more than half of the 40, beside the round and the sign of life.
            assertThat(asked).hasSizeLessThan(130 * 20 + 20);
        }

        @Test
        void sendLessAfterAWarning() {
            Course course = several().hearsCode(100).forget();
            for (int conId = 1; conId <= 60; conId++) {
                course.hears(held(ACCOUNT, conId, "10"));
            }

            assertThat(course.passes(Duration.ofMillis(999)).asked()).hasSize(10);
        }

        @Test
        void refusedAreNoLackOfTheSession() {
            Course course = several()
                    .hears(new Incoming.AccountValuesMultiEnd(90_100_000))
                    .hears(new Incoming.AccountValuesMultiEnd(90_100_001))
                    .hears(held(ACCOUNT, 756733, "100"))
                    .passes(Duration.ofSeconds(1));

            course.hearsCode(90_300_000, 321);
            assertThat(course.state()).isEqualTo(State.CONNECTED);
            assertThat(course.status().unanswered()).containsExactly(Asked.MARK);
            assertThat(course.forget().passes(Duration.ofSeconds(5)).asked()).isEmpty();
        }

        private static Incoming held(String account, int conId, String units) {
            return new Incoming.PositionHeld(account, contract(conId, "STK"), new BigDecimal(units), BigDecimal.TEN);
        }

        private static Contract contract(int conId, String secType) {
            return new Contract(conId, "S" + conId, secType, null, null, null, null, null, "USD", null, null);
        }
    }
}
