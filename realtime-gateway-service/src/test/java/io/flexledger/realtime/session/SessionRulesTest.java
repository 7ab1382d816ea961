package io.flexledger.realtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.message.ExecutionFilter;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Request;
import io.flexledger.realtime.session.SessionAction.Ask;
import io.flexledger.realtime.session.SessionAction.Dial;
import io.flexledger.realtime.session.SessionAction.HangUp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionRulesTest {

    private static final String ACCOUNT = "DU9000001";

    @Nested
    class Start {

        @Test
        void dialsAtOnce() {
            Course course = Course.begun();

            assertThat(course.actions()).containsExactly(new Dial());
            assertThat(course.state()).isEqualTo(State.CONNECTING);
            assertThat(course.status().session()).isEqualTo(1);
        }

        @Test
        void startsTheApiOnceTheVersionIsKnown() {
            Course course =
                    Course.begun().happens(new SessionEvent.Dialled()).forget().happens(new SessionEvent.Greeted(178));

            assertThat(course.actions()).containsExactly(new Ask(new Request.StartApi(71)));
            assertThat(course.status().serverVersion()).isEqualTo(178);
        }

        @Test
        void isReadyWhenAccountsAndOrderIdCameInEitherOrder() {
            Course accountsFirst = Course.begun().becomesReady(200, ACCOUNT);
            Course accountsLast = Course.begun()
                    .happens(new SessionEvent.Dialled())
                    .happens(new SessionEvent.Greeted(200))
                    .hears(new Incoming.NextOrderId(1))
                    .hearsCode(2104);

            assertThat(accountsLast.state()).isEqualTo(State.CONNECTING);
            accountsLast.hears(new Incoming.ManagedAccounts(List.of(ACCOUNT)));
            assertThat(accountsLast.state()).isEqualTo(State.CONNECTED);
            assertThat(accountsFirst.state()).isEqualTo(State.CONNECTED);
            assertThat(accountsLast.asked()).isEqualTo(accountsFirst.asked());
            assertThat(accountsLast.status().accounts()).containsExactly(ACCOUNT);
        }

        @Test
        void asksNothingBeforeItIsReady() {
            Course course = Course.begun()
                    .happens(new SessionEvent.Dialled())
                    .happens(new SessionEvent.Greeted(200))
                    .hears(new Incoming.ManagedAccounts(List.of(ACCOUNT)))
                    .happens(new SessionEvent.Refresh());

            assertThat(course.asked()).containsExactly(new Request.StartApi(71));
        }

        @Test
        void asksForASignOfLifeFirstAndThenForEverything() {
            assertThat(Course.ready(ACCOUNT).asked())
                    .startsWith(
                            new Request.StartApi(71),
                            new Request.CurrentTime(),
                            new Request.Executions(90_000_004, ExecutionFilter.lastDays(7)),
                            new Request.Positions())
                    .hasSize(7);
        }
    }

    @Nested
    class Failure {

        @Test
        void refused() {
            Course course = Course.begun().forget().happens(new SessionEvent.NotDialled("Connection refused."));

            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_REFUSED);
            assertThat(course.state()).isEqualTo(State.CONNECTING);
            assertThat(course.pause()).isEqualTo(Duration.ofSeconds(1));
            assertThat(course.actions()).containsExactly(new HangUp());
            assertThat(course.forget().triesAgain().actions()).containsExactly(new Dial());
        }

        @Test
        void pausesGrowToAMinute() {
            Course course = Course.begun();
            List<Duration> pauses = new ArrayList<>();
            for (int attempt = 0; attempt < 9; attempt++) {
                course.happens(new SessionEvent.NotDialled(""));
                pauses.add(course.pause());
                course.triesAgain();
            }

            assertThat(pauses)
                    .containsExactly(
                            Duration.ofMillis(1000),
                            Duration.ofMillis(1600),
                            Duration.ofMillis(3200),
                            Duration.ofMillis(6400),
                            Duration.ofMillis(12_800),
                            Duration.ofMillis(25_600),
                            Duration.ofSeconds(48),
                            Duration.ofSeconds(48),
                            Duration.ofSeconds(48));
        }

        @Test
        void closedAtOnce() {
            Course course = Course.begun()
                    .happens(new SessionEvent.Dialled())
                    .happens(new SessionEvent.Ended("The gateway closed it."));

            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_CLOSED);
            assertThat(course.state()).isEqualTo(State.CONNECTING);
        }

        @Test
        void silenceIsGivenTenSeconds() {
            Course course = Course.begun().happens(new SessionEvent.Dialled()).passes(Duration.ofMillis(9_999));

            assertThat(course.trouble()).isNull();
            assertThat(course.passes(Duration.ofMillis(1)).trouble()).isEqualTo(Trouble.GATEWAY_SILENT);
        }

        @Test
        void accountsAreGivenTenSecondsWhateverElseIsSaid() {
            Course course = Course.begun()
                    .happens(new SessionEvent.Dialled())
                    .happens(new SessionEvent.Greeted(200))
                    .hears(new Incoming.NextOrderId(1))
                    .passes(Duration.ofMillis(9_999))
                    .hearsCode(2104);

            assertThat(course.state()).isEqualTo(State.CONNECTING);
            assertThat(course.passes(Duration.ofMillis(1)).trouble()).isEqualTo(Trouble.GATEWAY_NOT_READY);
        }

        @Test
        void silentThreeTimesNeedsALogIn() {
            Course course = Course.begun();
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThat(course.state()).isEqualTo(State.CONNECTING);
                course.happens(new SessionEvent.Dialled()).passes(Duration.ofSeconds(10));
                if (attempt < 2) {
                    course.triesAgain();
                }
            }

            assertThat(course.state()).isEqualTo(State.LOGIN_NEEDED);
            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_SILENT);
            course.triesAgain();
            assertThat(course.state()).isEqualTo(State.LOGIN_NEEDED);
            assertThat(course.becomesReady(200, ACCOUNT).state()).isEqualTo(State.CONNECTED);
        }

        @Test
        void silenceAndNeverReadyCountTogetherAndARefusalCountsAnew() {
            Course course = silent(silent(Course.begun())).triesAgain();
            course.happens(new SessionEvent.NotDialled("")).triesAgain();
            silent(silent(course));

            assertThat(course.state()).isEqualTo(State.CONNECTING);
            course.triesAgain();
            course.happens(new SessionEvent.Dialled())
                    .happens(new SessionEvent.Greeted(200))
                    .passes(Duration.ofSeconds(10));
            assertThat(course.state()).isEqualTo(State.LOGIN_NEEDED);
            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_NOT_READY);
        }

        private static Course silent(Course course) {
            Course dialling = course.status().nextAttemptAt() == null ? course : course.triesAgain();
            return dialling.happens(new SessionEvent.Dialled()).passes(Duration.ofSeconds(10));
        }

        @Test
        void anotherVersionIsNotTriedOften() {
            Course course = Course.begun()
                    .happens(new SessionEvent.Dialled())
                    .happens(new SessionEvent.Misgreeted(new Mishap(Trouble.GATEWAY_VERSION, "It offered 225.")));

            assertThat(course.state()).isEqualTo(State.CONNECTING);
            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_VERSION);
            assertThat(course.pause()).isEqualTo(Duration.ofSeconds(48));
        }

        @Test
        void clientIdInUse() {
            Course course = Course.begun()
                    .happens(new SessionEvent.Dialled())
                    .happens(new SessionEvent.Greeted(200))
                    .hearsCode(326);

            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_CLIENT_ID);
            assertThat(course.status().clientId()).isEqualTo(71);
            course.happens(new SessionEvent.Ended("")).triesAgain();
            assertThat(course.status().clientId()).isEqualTo(71);
        }

        @Test
        void takesTurnsWithTheOtherClientId() {
            SessionSettings settings = Course.SETTINGS;
            Course course = Course.begun(new SessionSettings(
                    new SessionSettings.Client(71, 72, 40),
                    settings.limits(),
                    settings.rhythm(),
                    settings.backoff(),
                    settings.outages()));

            assertThat(clientIdAfter326(course)).isEqualTo(72);
            assertThat(clientIdAfter326(course.triesAgain())).isEqualTo(71);
            assertThat(clientIdAfter326(course.triesAgain())).isEqualTo(72);
            course.triesAgain().becomesReady(200, ACCOUNT).happens(new SessionEvent.Ended(""));
            assertThat(course.status().clientId()).isEqualTo(71);
        }

        private static int clientIdAfter326(Course course) {
            return course.happens(new SessionEvent.Dialled())
                    .happens(new SessionEvent.Greeted(200))
                    .hearsCode(326)
                    .status()
                    .clientId();
        }

        @Test
        void aSecondEndOfTheSameConnectionIsNoSecondFailure() {
            Course course = Course.ready(ACCOUNT).happens(new SessionEvent.Ended(""));
            Instant next = course.status().nextAttemptAt();

            assertThat(course.status().attempt()).isEqualTo(1);
            course.happens(new SessionEvent.Ended(""));
            assertThat(course.status().attempt()).isEqualTo(1);
            assertThat(course.status().nextAttemptAt()).isEqualTo(next);
        }
    }

    @Nested
    class Loss {

        @Test
        void aSessionThatLastedIsMissedOnce() {
            Course course = Course.ready(ACCOUNT)
                    .passesAnswered(Duration.ofMinutes(5))
                    .happens(new SessionEvent.Ended("reset"));

            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_LOST);
            assertThat(course.pause()).isEqualTo(Duration.ofSeconds(1));
            assertThat(course.status().serverVersion()).isNull();
            assertThat(course.status().accounts()).containsExactly(ACCOUNT);
        }

        @Test
        void sessionsThatEndAtOnceAreTriedLessAndLessOften() {
            Course course = Course.ready(ACCOUNT);
            for (int attempt = 0; attempt < 5; attempt++) {
                course.happens(new SessionEvent.Ended("")).triesAgain().becomesReady(200, ACCOUNT);
            }

            assertThat(course.happens(new SessionEvent.Ended("")).pause()).isEqualTo(Duration.ofMillis(25_600));
            course.triesAgain()
                    .becomesReady(200, ACCOUNT)
                    .passesAnswered(Duration.ofSeconds(60))
                    .happens(new SessionEvent.Ended(""));
            assertThat(course.pause()).isEqualTo(Duration.ofSeconds(1));
        }

        @Test
        void hangsUpBeforeItDialsAgain() {
            Course course = Course.ready(ACCOUNT).forget().happens(new SessionEvent.Reconnect());

            assertThat(course.actions()).containsExactly(new HangUp(), new Dial());
            assertThat(course.status().session()).isEqualTo(2);
        }

        @Test
        void reconnectEndsThePause() {
            Course course =
                    Course.begun().happens(new SessionEvent.NotDialled("")).forget();

            assertThat(course.happens(new SessionEvent.Reconnect()).actions()).contains(new Dial());
        }

        @Test
        void stopIsForGood() {
            Course course = Course.ready(ACCOUNT).forget().happens(new SessionEvent.Stop());

            assertThat(course.actions()).containsExactly(new HangUp());
            assertThat(course.state()).isEqualTo(State.DISABLED);
            course.happens(new SessionEvent.Reconnect()).passes(Duration.ofDays(1));
            assertThat(course.actions()).containsExactly(new HangUp());
        }

        @Test
        void aClockSetBackDoesNotStopTheAttempts() {
            SessionRules rules = new SessionRules(Course.SETTINGS, bound -> 0);
            Instant noon = Instant.parse("2026-01-15T17:00:00Z");
            Session waiting = rules.after(rules.begin(noon).session(), new SessionEvent.NotDialled(""), noon)
                    .session();

            assertThat(rules.after(waiting, new SessionEvent.Passed(), noon.minusSeconds(3600))
                            .actions())
                    .containsExactly(new Dial());
        }
    }

    @Nested
    class Calendar {

        @Test
        void aLossInTheRestartWindowIsExpected() {
            // 23:50 on a Wednesday in New York.
            Course course = Course.begunAt("2026-01-15T04:50:00Z").becomesReady(200, ACCOUNT);
            course.happens(new SessionEvent.Ended(""));

            assertThat(course.state()).isEqualTo(State.RESTART_WINDOW);
            for (int attempt = 0; attempt < 10; attempt++) {
                course.triesAgain().happens(new SessionEvent.NotDialled(""));
                assertThat(course.pause()).isLessThanOrEqualTo(Duration.ofSeconds(5));
                assertThat(course.state()).isEqualTo(State.RESTART_WINDOW);
            }
            assertThat(course.trouble()).isEqualTo(Trouble.GATEWAY_REFUSED);
        }

        @Test
        void afterTheWindowItIsExpectedNoMore() {
            Course course = Course.begunAt("2026-01-15T05:44:58Z").happens(new SessionEvent.NotDialled(""));

            assertThat(course.state()).isEqualTo(State.RESTART_WINDOW);
            course.triesAgain().happens(new SessionEvent.NotDialled("")).triesAgain();
            assertThat(course.state()).isEqualTo(State.CONNECTING);
        }

        @Test
        void aSilentGatewayMayBeRestarting() {
            Course course = Course.begunAt("2026-01-15T04:50:00Z");
            for (int attempt = 0; attempt < 5; attempt++) {
                course.happens(new SessionEvent.Dialled())
                        .passes(Duration.ofSeconds(10))
                        .triesAgain();
            }

            assertThat(course.state()).isEqualTo(State.RESTART_WINDOW);
        }

        @Test
        void afterTheWeeklyLogOutSomebodyHasToLogIn() {
            // 00:30 on a Sunday in New York, within the window; half an hour before the log-out.
            Course course = Course.begunAt("2026-01-18T05:30:00Z").becomesReady(200, ACCOUNT);
            course.happens(new SessionEvent.Ended(""));
            assertThat(course.state()).isEqualTo(State.RESTART_WINDOW);
            while (course.now().isBefore(Instant.parse("2026-01-18T06:00:00Z"))) {
                course.triesAgain().happens(new SessionEvent.NotDialled(""));
            }

            assertThat(course.state()).isEqualTo(State.LOGIN_NEEDED);
            assertThat(course.triesAgain().becomesReady(200, ACCOUNT).state()).isEqualTo(State.CONNECTED);
        }

        @Test
        void aShortLossAfterTheLogOutIsNoReasonToCallSomebody() {
            Course course = Course.begunAt("2026-01-18T05:50:00Z").becomesReady(200, ACCOUNT);
            course.passesAnswered(Duration.ofHours(3)).happens(new SessionEvent.Ended(""));

            assertThat(course.state()).isEqualTo(State.CONNECTING);
            course.triesAgain().happens(new SessionEvent.NotDialled(""));
            assertThat(course.state()).isEqualTo(State.LOGIN_NEEDED);
        }

        @Test
        void sinceIsWhenTheStateBegan() {
            Course course = Course.begunAt("2026-01-15T04:50:00Z").becomesReady(200, ACCOUNT);
            Instant begun = course.now();
            course.passesAnswered(Duration.ofMinutes(2));

            assertThat(course.status().since()).isEqualTo(begun);
            Instant lost = course.now();
            course.happens(new SessionEvent.Ended("")).triesAgain().happens(new SessionEvent.NotDialled(""));
            assertThat(course.status().since()).isEqualTo(lost);
        }
    }
}
