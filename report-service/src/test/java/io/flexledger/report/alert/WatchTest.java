package io.flexledger.report.alert;

import static io.flexledger.report.alert.WatchScenario.NOW;
import static io.flexledger.report.alert.WatchScenario.at;
import static io.flexledger.report.alert.WatchScenario.now;
import static io.flexledger.report.day.Market.newYork;
import static io.flexledger.report.day.Market.option;
import static io.flexledger.report.day.Market.rate;
import static io.flexledger.report.day.Market.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.fetch.FetchRun.Failure;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.EntryDetail.Delivered;
import io.flexledger.contracts.journal.EntryDetail.DeliveryKind;
import io.flexledger.contracts.journal.EntryDetail.Recognition;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.report.alert.Finding.Subject;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.holding.BookedAccount;
import io.flexledger.report.live.GatewaySays;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule: what it finds, what it does not, and where it begins to. */
class WatchTest {

    private static final Instrument PUT = option("9", "SPY", "626", Right.PUT, "2025-07-18");

    @Test
    void nothingIsFoundWhereNothingIsWrong() {
        assertThat(now().gateway(State.CONNECTED, Duration.ZERO)
                        .cushion("400")
                        .run(NOW, null)
                        .findings())
                .isEmpty();
    }

    @Nested
    class Deliveries {

        private static List<JournalEntry> delivered(DeliveryKind kind, String at, boolean shares) {
            var day = DayScenario.on("U1", "2025-07-17");
            boolean assigned = kind == DeliveryKind.ASSIGNMENT;
            var leg = day.leg("1", PUT, assigned ? "2" : "-2", "0", "0", rate("7.8"), true, "0");
            var stock = day.leg("2", share("SPY"), "200", "626", "0", rate("7.8"), false, "0");
            return day.add(
                            newYork(at),
                            true,
                            new Delivered(kind, List.of(leg), shares ? stock : null, Recognition.NOTES),
                            List.of(),
                            List.of(),
                            day.event(shares ? "2" : "1"))
                    .day()
                    .entries();
        }

        @Test
        void anAssignmentIsToldWithWhatItBrought() {
            assertThat(now().booked(delivered(DeliveryKind.ASSIGNMENT, "2025-07-17T16:20:00", true))
                            .raising())
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.subject().kind()).isEqualTo(Kind.ASSIGNMENT);
                        assertThat(finding.words().title()).isEqualTo("SPY 626 Put was assigned in U1");
                        assertThat(finding.words().text())
                                .isEqualTo("On 2025-07-17, 2 written SPY 626 Put assigned. Bought 200 SPY at 626.00"
                                        + " USD.");
                        assertThat(finding.words().path()).isEqualTo("/days/2025-07-17?account=U1");
                        assertThat(finding.patience()).isZero();
                    });
        }

        @Test
        void theSubjectStaysWhenTheSharesComeLater() {
            var first = now().booked(delivered(DeliveryKind.ASSIGNMENT, "2025-07-17T16:20:00", false))
                    .findings();
            var later = now().booked(delivered(DeliveryKind.ASSIGNMENT, "2025-07-17T16:20:00", true))
                    .findings();
            assertThat(first.getFirst().id()).isEqualTo(later.getFirst().id());
            assertThat(first.getFirst().words().text()).contains("No shares were booked");
        }

        @Test
        void anExerciseIsOneOfItsOwn() {
            assertThat(now().booked(delivered(DeliveryKind.EXERCISE, "2025-07-17T16:20:00", true))
                            .raising())
                    .extracting(f -> f.subject().kind())
                    .containsExactly(Kind.EXERCISE);
        }

        @Test
        void whatHappenedLongAgoIsNotTold() {
            var entries = delivered(DeliveryKind.ASSIGNMENT, "2025-07-13T12:00:00", true);
            assertThat(now().booked(entries).raising()).hasSize(1);
            assertThat(at(NOW.plusSeconds(1)).booked(entries).findings()).isEmpty();
        }

        @Test
        void tradesAreNone() {
            var day = DayScenario.on("U1", "2025-07-17");
            var trade = day.trade("2025-07-17T12:00:00", day.leg("1", PUT, "2", "1", "0", rate("7.8"), true, "0"), "0");
            assertThat(now().booked(trade.day().entries()).findings()).isEmpty();
        }
    }

    @Nested
    class Expiries {

        @ParameterizedTest
        @CsvSource({"2025-07-17, false", "2025-07-18, true", "2025-07-20, true", "2025-07-21, false"})
        void countsCalendarDaysAhead(String expiry, boolean told) {
            var instrument = option("9", "SPY", "626", Right.PUT, expiry);
            assertThat(now().holds(instrument, "-1").raising()).hasSize(told ? 1 : 0);
        }

        @Test
        void theDayIsThatOfTheExchange() {
            var evening = newYork("2025-07-18T23:59:59");
            assertThat(at(evening).holds(PUT, "-1").findings()).hasSize(1);
            assertThat(at(evening.plusSeconds(1)).holds(PUT, "-1").findings()).isEmpty();
        }

        @Test
        void saysWhatIsHeldAndNamesThePosition() {
            var finding = now().holds(PUT, "-3").findings().getFirst();
            assertThat(finding.subject()).isEqualTo(new Subject(Kind.EXPIRY_SOON, "U1/conid:9"));
            assertThat(finding.words().title()).isEqualTo("SPY 626 Put in U1 expires on 2025-07-18");
            assertThat(finding.words().text()).isEqualTo("3 written SPY 626 Put open, last day 2025-07-18.");
            assertThat(finding.words().nextStep()).contains("assigned");
            assertThat(now().holds(PUT, "3").findings().getFirst().words().text())
                    .startsWith("3 held");
        }

        @Test
        void sharesAndWhatIsClosedAreNone() {
            assertThat(now().holds(share("SPY"), "100").holds(PUT, "0").findings())
                    .isEmpty();
        }

        @Test
        void whatTheGatewayAloneHoldsCountsWhileItIsHeard() {
            var value = GatewaySays.value("U1", "2025-07-18", NOW, "1000")
                    .held(PUT, "-1", "1", GatewaySays.rate("7.8"))
                    .says();
            assertThat(now().live(value).raising()).hasSize(1);
            assertThat(now().live(value).holds(PUT, "-1").raising()).hasSize(1);
            assertThat(now().live(value).old().raising()).isEmpty();
        }

        @Test
        void whatTheGatewayAloneHoldsGoesOnWhileItIsNotHeard() {
            var value = GatewaySays.value("U1", "2025-07-18", NOW, "1000")
                    .held(PUT, "-1", "1", GatewaySays.rate("7.8"))
                    .says();
            var told =
                    Spells.NONE.after(now().live(value).look(), List.of(), NOW).raised();
            var unheard = Spells.NONE.after(now().live(value).old().look(), told, NOW.plusSeconds(60));
            assertThat(told).hasSize(1);
            assertThat(unheard.changed()).isEmpty();
            assertThat(unheard.raised()).isEmpty();
        }

        @Test
        void whatTheGatewayHoldsNoMoreIsNotToldBeforeAStatementSaysSo() {
            var closed = GatewaySays.value("U1", "2025-07-18", NOW, "1000");
            assertThat(now().live(closed.says()).holds(PUT, "-1").findings())
                    .filteredOn(finding -> finding.subject().kind() == Kind.EXPIRY_SOON)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.raises()).isFalse());
            assertThat(now().live(closed.says()).old().holds(PUT, "-1").raising())
                    .hasSize(1);
            var sameDay = GatewaySays.value("U1", "2025-07-17", NOW, "1000");
            assertThat(now().live(sameDay.says()).holds(PUT, "-1").raising()).hasSize(1);
            var partly = closed.caveat("MARK_MISSING", "no mark from the gateway: SPY");
            assertThat(now().live(partly.says()).holds(PUT, "-1").raising()).hasSize(1);
        }

        @Test
        void whatTheLedgerClosedIsNotOpenBecauseTheGatewayIsLate() {
            var value = GatewaySays.value("U1", "2025-07-18", NOW, "1000")
                    .held(PUT, "-1", "1", GatewaySays.rate("7.8"))
                    .says();
            assertThat(now().live(value).holds(PUT, "0").raising()).isEmpty();
        }
    }

    @Nested
    class Cushion {

        @ParameterizedTest
        @CsvSource({"99.99, true, true", "100, true, false", "119.99, true, false", "120, false, false"})
        void beginsBelowTheLimitAndEndsClearlyAboveIt(String excess, boolean found, boolean raises) {
            assertThat(now().cushion(excess).findings()).hasSize(found ? 1 : 0);
            assertThat(now().cushion(excess).raising()).hasSize(raises ? 1 : 0);
        }

        @Test
        void saysTheShareAndNoBalance() {
            var words = now().cushion("83.3").raising().getFirst().words();
            assertThat(words.title()).isEqualTo("Margin cushion of U1 is below 10.0 %");
            assertThat(words.text())
                    .isEqualTo("Excess liquidity was 8.3 % of the net asset value when this was found. The limit is"
                            + " 10.0 %.");
            assertThat(words.title() + words.text() + words.nextStep()).doesNotContain("83.3", "1000", "500");
        }

        @Test
        void belowNothingTheBrokerMayAct() {
            var words = now().cushion("-0.01").raising().getFirst().words();
            assertThat(words.title()).isEqualTo("Margin of U1 is not covered");
            assertThat(words.text()).startsWith("The broker may close positions now.");
        }

        @Test
        void whatIsKnownFromBeforeGoesOnUntilTheGatewayIsSwitchedOff() {
            assertThat(now().cushion("50").old().findings()).hasSize(2).noneMatch(Finding::raises);
            assertThat(now().cushion("50")
                            .old()
                            .gateway(State.DISABLED, Duration.ZERO)
                            .findings())
                    .isEmpty();
        }

        @Test
        void thatNothingIsLeftIsToldThoughTheCushionWas() {
            var small = Spells.NONE.after(now().cushion("50").look(), List.of(), NOW);
            var gone = Spells.NONE.after(now().cushion("-1").look(), small.raised(), NOW.plusSeconds(60));
            assertThat(gone.raised()).extracting(Alert::title).containsExactly("Margin of U1 is not covered");
            assertThat(gone.changed()).isEmpty();

            var both = List.of(small.raised().getFirst(), gone.raised().getFirst());
            var back = Spells.NONE.after(now().cushion("50").look(), both, NOW.plusSeconds(120));
            assertThat(back.raised()).isEmpty();
            assertThat(back.changed())
                    .extracting(Alert::title, alert -> alert.endedAt() != null)
                    .containsExactly(tuple("Margin of U1 is not covered", true));
        }

        @Test
        void oneThatJumpsBelowNothingIsToldOnce() {
            assertThat(now().cushion("-1").raising())
                    .extracting(finding -> finding.subject().name())
                    .containsExactly("U1/uncovered");
        }

        @Test
        void anAccountWorthNothingHasNone() {
            assertThat(now().worth("0", "0").raising().getFirst().words().text())
                    .contains("worth nothing or less");
            assertThat(now().worth("-5", "-20").raising()).hasSize(1);
        }

        @Test
        void anOldValueNeitherRaisesNorEnds() {
            for (var excess : List.of("-1", "10", "900")) {
                assertThat(now().cushion(excess).old().findings())
                        .noneMatch(Finding::raises)
                        .extracting(finding -> finding.subject().name())
                        .containsExactly("U1", "U1/uncovered");
            }
        }

        @Test
        void aGatewayThatSaysNoMarginIsNoReason() {
            assertThat(now().live(GatewaySays.value("U1", "2025-07-18", NOW, "1000")
                                    .says())
                            .raising())
                    .isEmpty();
        }
    }

    @Nested
    class Gateway {

        @ParameterizedTest
        @EnumSource(State.class)
        void whatEachStateMeans(State state) {
            var down = state == State.CONNECTING || state == State.DEGRADED || state == State.LOGIN_NEEDED;
            assertThat(now().gateway(state, Duration.ofSeconds(10)).raising()).hasSize(down ? 1 : 0);
        }

        @Test
        void itIsGivenTime() {
            var finding = now().gateway(State.CONNECTING, Duration.ofSeconds(1))
                    .raising()
                    .getFirst();
            assertThat(finding.patience()).isEqualTo(Duration.ofSeconds(45));
            assertThat(finding.subject()).isEqualTo(new Subject(Kind.GATEWAY_DOWN, "gateway"));
        }

        @Test
        void aLogInIsAskedFor() {
            var words = now().gateway(State.LOGIN_NEEDED, Duration.ZERO)
                    .raising()
                    .getFirst()
                    .words();
            assertThat(words.title()).isEqualTo("The gateway needs a log-in");
            assertThat(words.nextStep()).isEqualTo("Log in to the gateway.");
        }

        @Test
        void aLogInIsAskedForThoughItWasToldThatTheGatewayIsAway() {
            var away = Spells.NONE.after(
                    now().gateway(State.CONNECTING, Duration.ZERO).look(), List.of(), NOW);
            var later = NOW.plusSeconds(60);
            var known = away.spells()
                    .after(now().gateway(State.CONNECTING, Duration.ZERO).look(), List.of(), later);
            var logIn = known.spells()
                    .after(
                            now().gateway(State.LOGIN_NEEDED, Duration.ZERO).look(),
                            known.raised(),
                            later.plusSeconds(1))
                    .spells()
                    .after(
                            now().gateway(State.LOGIN_NEEDED, Duration.ZERO).look(),
                            known.raised(),
                            later.plusSeconds(60));

            assertThat(known.raised()).extracting(Alert::title).containsExactly("The gateway is not heard");
            assertThat(logIn.raised()).extracting(Alert::title).containsExactly("The gateway needs a log-in");
        }

        @ParameterizedTest
        @CsvSource({"CONNECTED, 60, false", "CONNECTED, 61, true", "RESTART_WINDOW, 61, true", "DISABLED, 61, false"})
        void aServiceThatSaysNothingIsDown(State state, int seconds, boolean down) {
            assertThat(now().gateway(state, Duration.ofSeconds(seconds)).raising())
                    .hasSize(down ? 1 : 0);
        }

        @Test
        void aSilentServiceIsNoGatewayThatRefuses() {
            assertThat(now().gateway(State.CONNECTED, Duration.ofSeconds(61)).raising())
                    .extracting(finding -> finding.subject().name())
                    .containsExactly("gateway/silent");
            assertThat(now().gateway(State.CONNECTING, Duration.ZERO).raising())
                    .extracting(finding -> finding.subject().name())
                    .containsExactly("gateway");
        }

        @Test
        void oneOfLongAgoIsNoNewAlert() {
            assertThat(now().gateway(State.CONNECTING, Duration.ofDays(5)).raising())
                    .hasSize(1);
            assertThat(now().gateway(State.CONNECTING, Duration.ofDays(5).plusSeconds(1))
                            .findings())
                    .isNotEmpty()
                    .noneMatch(Finding::raises);
        }

        @Test
        void theRestartNeitherRaisesNorEnds() {
            assertThat(now().gateway(State.RESTART_WINDOW, Duration.ZERO).findings())
                    .isNotEmpty()
                    .noneMatch(Finding::raises);
        }
    }

    @Nested
    class Fills {

        @Test
        void oneAlertOfADay() {
            assertThat(now().unconfirmed("2025-07-16", 2)
                            .unconfirmed("2025-07-15", 1)
                            .raising())
                    .extracting(f -> f.words().title())
                    .containsExactly(
                            "Fills of 2025-07-16 in U1 are in no statement",
                            "A fill of 2025-07-15 in U1 is in no statement");
        }

        @Test
        void ageCountsFromWhenAStatementShouldHaveToldIt() {
            // Friday 11: by Tuesday's close two later days have one; five days after that is Sunday 20, 16:00.
            var limit = newYork("2025-07-20T16:00:00");
            assertThat(at(limit).unconfirmed("2025-07-11", 1).raising()).hasSize(1);
            assertThat(at(limit.plusSeconds(1)).unconfirmed("2025-07-11", 1).raising())
                    .isEmpty();
            assertThat(at(limit.plusSeconds(1)).unconfirmed("2025-07-11", 1).findings())
                    .hasSize(1);
        }
    }

    @Nested
    class Breaks {

        @ParameterizedTest
        @CsvSource({"0.004, false", "0.005, true", "-0.01, true", "0, false"})
        void begunAtACent(String amount, boolean told) {
            assertThat(now().offBy("2025-07-17", amount, false).raising()).hasSize(told ? 1 : 0);
        }

        @Test
        void theDayAnAccountStartsWithIsNone() {
            assertThat(now().offBy("2025-07-17", "1000", true).findings()).isEmpty();
        }

        @Test
        void itWaitsAMomentAndNamesTheDayWithoutTheAmount() {
            var finding = now().offBy("2025-07-17", "12.34", false).raising().getFirst();
            assertThat(finding.patience()).isEqualTo(Duration.ofSeconds(20));
            assertThat(finding.subject().name()).isEqualTo("U1/2025-07-17");
            assertThat(finding.words().text()).doesNotContain("12.34");
            assertThat(finding.words().nextStep()).isEqualTo("Select all columns.");
        }

        @Test
        void daysThatCannotBeTalliedSayNothing() {
            var known = now().known();
            var blind = new Known(
                    known.now(),
                    known.deliveries(),
                    known.accounts(),
                    known.gateways(),
                    known.unconfirmed(),
                    null,
                    known.runs(),
                    known.booked());
            assertThat(Watch.look(blind, WatchScenario.LIMITS).kinds()).doesNotContain(Kind.RECONCILIATION_BREAK);
        }

        @Test
        void anOldOneOnlyGoesOn() {
            assertThat(now().offBy("2025-07-13", "1", false).raising()).hasSize(1);
            assertThat(now().offBy("2025-07-12", "1", false).raising()).isEmpty();
            assertThat(now().offBy("2025-07-12", "1", false).findings()).hasSize(1);
        }
    }

    @Nested
    class Runs {

        private static final Failure TOKEN = new Failure("FLEX_TOKEN", "The token is refused.", "Renew it.", false);
        private static final Failure BUSY = new Failure("FLEX_TIMEOUT", "It took too long.", "Wait.", true);

        @Test
        void whatStaysFailedIsToldAtOnceAndWhatMayPassIsGivenTime() {
            var refused = now().run(NOW, TOKEN).raising().getFirst();
            assertThat(refused.patience()).isZero();
            assertThat(refused.subject().name()).isEqualTo("U1/daily/FLEX_TOKEN");
            assertThat(refused.words().text()).isEqualTo("The token is refused. (FLEX_TOKEN, run 7)");
            assertThat(refused.words().nextStep()).isEqualTo("Renew it.");
            assertThat(now().run(NOW, BUSY).raising().getFirst().patience()).isEqualTo(Duration.ofMinutes(10));
        }

        @Test
        void whateverPassingReasonATryFailsForIsTheSameThing() {
            var late = Spells.NONE.after(now().run(NOW, BUSY).look(), List.of(), NOW);
            var told = late.spells()
                    .after(now().run(NOW, BUSY).look(), List.of(), NOW.plusSeconds(600))
                    .raised();
            var other = new Failure("FLEX_BUSY", "Too many ask at once.", "Wait.", true);
            var next = Spells.NONE.after(now().run(NOW, other).look(), told, NOW.plusSeconds(1800));
            assertThat(told).hasSize(1);
            assertThat(next.changed()).isEmpty();
            assertThat(next.spells()).isEqualTo(Spells.NONE);

            var lasting = Spells.NONE.after(now().run(NOW, TOKEN).look(), told, NOW.plusSeconds(1800));
            assertThat(lasting.raised()).hasSize(1);
        }

        @Test
        void aSuccessIsNone() {
            assertThat(now().run(NOW, null).findings()).isEmpty();
        }

        @Test
        void oneOfLongAgoIsNoNewAlert() {
            assertThat(now().run(NOW.minus(Duration.ofDays(5)), TOKEN).raising())
                    .hasSize(1);
            assertThat(now().run(NOW.minus(Duration.ofDays(5)).minusMillis(1), TOKEN)
                            .raising())
                    .isEmpty();
        }
    }

    @Nested
    class Halts {

        private static BookedAccount account(String held) {
            return new BookedAccount(
                    WatchScenario.U1, "HKD", LocalDate.parse("2025-07-17"), null, held.isEmpty() ? null : held);
        }

        @Test
        void saysWhyAndFromWhen() {
            assertThat(now().ledgerSays(List.of(account("no rate from EUR to HKD")))
                            .raising())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.words().text())
                            .isEqualTo("The ledger books nothing of it from 2025-07-17 on: no rate from EUR to HKD"));
        }

        @Test
        void anAccountThatIsAboutToBeBookedIsNone() {
            assertThat(now().ledgerSays(List.of(account(""))).findings()).isEmpty();
        }

        @Test
        void aLedgerThatDoesNotAnswerSaysNothing() {
            assertThat(now().ledgerSays(null).look().kinds()).doesNotContain(Kind.ACCOUNT_HALTED);
            assertThat(now().ledgerSays(List.of()).look().kinds()).containsExactlyInAnyOrder(Kind.values());
        }
    }

    @Test
    void anAccountsNameIsSafeInALink() {
        assertThat(Page.day(AccountId.of("U 1/ä&b"), LocalDate.parse("2025-07-17")))
                .isEqualTo("/days/2025-07-17?account=U%201%2F%C3%A4%26b");
    }
}
