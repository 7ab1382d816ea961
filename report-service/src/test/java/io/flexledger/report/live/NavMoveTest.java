package io.flexledger.report.live;

import static io.flexledger.report.day.Market.hkd;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.day.Market;
import io.flexledger.report.day.RunningDays;
import io.flexledger.report.figure.Formula;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NavMoveTest {

    private static final NavSnapshot LEDGER = calculated(RunningDays.unheard());

    private static NavSnapshot calculated(LedgerDay day) {
        return Objects.requireNonNull(day.calculated());
    }

    private static List<String> told(List<NavStep> steps) {
        return steps.stream()
                .map(s ->
                        s.kind() + " " + s.subject() + " " + s.amount().amount().toPlainString() + " = "
                                + (s.formula() == null ? "" : s.formula().text(Formula.Digits.CENTS)))
                .toList();
    }

    @Test
    void leadsFromTheLedgersMarksAndRatesToTheGateways() {
        assertThat(told(NavMove.between(LEDGER, RunningDays.live())))
                .containsExactly(
                        "MARK SPY 196.25 = 10 * (403.50 - 401.00) * 7.8500",
                        "RATE USD 500.2 = 10,004.00 USD * (7.8500 - 7.8000)");
        assertThat(NavMove.beside(RunningDays.live())).isEqualTo(hkd("2.35"));
    }

    @Test
    void namesWhatTheLedgerHasNotTold() {
        assertThat(told(NavMove.between(LEDGER, RunningDays.live("5187", "12", "403.5", "1"))))
                .containsExactly(
                        "UNITS SPY 6334.95 = 2 * 403.50 * 7.8500",
                        "MARK SPY 196.25 = 10 * (403.50 - 401.00) * 7.8500",
                        "CASH USD -6334.95 = -807.00 USD * 7.8500",
                        "RATE USD 500.2 = 10,004.00 USD * (7.8500 - 7.8000)");
    }

    /** As with several accounts in one log-in, before their marks have come. */
    @Test
    void saysOfAPositionWithoutAMarkThatItHasNone() {
        var spy = LEDGER.positions().getFirst().instrument();
        var live = GatewaySays.value("U1", "2025-07-21", "2025-07-21T10:30:05", "1")
                .cash(Market.usd("5994"), GatewaySays.rate("7.85"))
                .unmarked(spy)
                .says();

        assertThat(NavMove.between(LEDGER, live))
                .extracting(NavStep::kind)
                .contains(NavStep.Kind.UNMARKED)
                .doesNotContain(NavStep.Kind.UNITS);
        assertThat(NavMove.between(live, LEDGER))
                .extracting(NavStep::kind)
                .contains(NavStep.Kind.UNMARKED)
                .doesNotContain(NavStep.Kind.UNITS);
    }

    @Test
    void takesOutWhatTheGatewayNoLongerHolds() {
        var sold = GatewaySays.value("U1", "2025-07-21", "2025-07-21T10:30:05", "1")
                .cash(Market.usd("10004"), GatewaySays.rate("7.85"))
                .component("interestAccruals", "3.5")
                .component("cash", "78531.4")
                .says();
        assertThat(told(NavMove.between(LEDGER, sold)))
                .containsExactly(
                        "UNITS SPY -31478.5 = -10 * 401.00 * 7.8500",
                        "CASH HKD -22000 = -22,000.00 HKD",
                        "CASH USD 31478.5 = 4,010.00 USD * 7.8500",
                        "ACCRUALS  3.5 = ",
                        "RATE USD 500.2 = 10,004.00 USD * (7.8500 - 7.8000)");
    }

    /** Whatever is held on either side: no cent is lost, and none is counted twice. */
    @Test
    void theStepsAddUpToTheDifferenceOfWhatBothItemise() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var from = some(random);
            var to = some(random);
            var sum = NavMove.between(from, to).stream().map(NavStep::amount).reduce(hkd("0"), Money::plus);

            assertThat(sum).isEqualTo(NavMove.parts(to).minus(NavMove.parts(from)));
            NavMove.between(from, to).stream()
                    .filter(step -> step.formula() != null)
                    .forEach(step -> assertThat(
                                    Objects.requireNonNull(step.formula()).value(Formula.Digits.EXACT))
                            .isEqualByComparingTo(step.amount().amount()));
        }
    }

    private static NavSnapshot some(Random random) {
        var value = GatewaySays.value("U1", "2025-07-21", "2025-07-21T10:30:05", "1");
        var rate = GatewaySays.rate(number(random, 78000, 200, 4));
        var own = random.nextBoolean() ? rate : GatewaySays.rate("7.9");
        for (var symbol : shuffled(random, "SPY", "QQQ", "IWM")) {
            value.held(Market.share(symbol), number(random, -50, 100, 0), number(random, 100, 900, 2), own);
        }
        if (random.nextBoolean()) {
            value.cash(Market.usd(number(random, -5000, 10000, 2)), rate);
        }
        if (random.nextBoolean()) {
            value.cash(hkd(number(random, 0, 10000, 2)), FxRate.identity(Market.HKD));
        }
        return value.component("dividendAccruals", number(random, 0, 100, 1)).says();
    }

    private static List<String> shuffled(Random random, String... all) {
        var some = new ArrayList<String>();
        for (var one : all) {
            if (random.nextInt(3) > 0) {
                some.add(one);
            }
        }
        return some;
    }

    private static String number(Random random, int least, int range, int decimals) {
        var scaled = BigDecimal.valueOf(least).add(BigDecimal.valueOf(random.nextInt(range * 100), 2));
        var value = decimals == 4 ? scaled.movePointLeft(4) : scaled;
        return decimals == 0 ? value.setScale(0, RoundingMode.DOWN).toPlainString() : value.toPlainString();
    }

    @Test
    void nothingToTellIsNothing() {
        assertThat(NavMove.between(LEDGER, LEDGER)).isEmpty();
    }
}
