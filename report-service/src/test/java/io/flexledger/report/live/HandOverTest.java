package io.flexledger.report.live;

import static io.flexledger.report.day.Market.hkd;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.money.Money;
import io.flexledger.report.day.RunningDays;
import io.flexledger.report.figure.Formula;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HandOverTest {

    private static HandOver handOver() {
        var day = RunningDays.handedOver();
        return HandOver.between(
                Objects.requireNonNull(day.live()),
                Objects.requireNonNull(day.calculated()),
                Objects.requireNonNull(day.official()));
    }

    @Test
    void hasALineForRatesMarksCashAndAccruals() {
        assertThat(handOver().steps())
                .extracting(step -> step.kind() + " " + step.subject() + " "
                        + (step.formula() == null
                                ? step.amount()
                                : step.formula().text(step.amount()) + " = " + step.amount()))
                .containsExactly(
                        "MARK SPY 10 * (404.00 - 403.50) * 7.8600 = HKD 39.3",
                        "CASH USD -0.50 USD * 7.8600 = HKD -3.93",
                        "ACCRUALS  HKD -10",
                        "RATE USD 10,029.00 USD * (7.8600 - 7.8500) = HKD 100.29");
    }

    @Test
    void addsUpToTheDifferenceExactly() {
        var handOver = handOver();
        var sum = handOver.steps().stream().map(NavStep::amount).reduce(hkd("0"), Money::plus);

        assertThat(handOver.beside()).isEqualTo(hkd("-2.35"));
        assertThat(handOver.unexplained()).isEqualTo(hkd("0"));
        assertThat(handOver.difference()).isEqualTo(hkd("123.31"));
        assertThat(sum.plus(handOver.beside()).plus(handOver.unexplained())).isEqualTo(handOver.difference());
        assertThat(handOver.steps().getFirst().formula())
                .isNotNull()
                .satisfies(formula -> assertThat(Objects.requireNonNull(formula).value(Formula.Digits.EXACT))
                        .isEqualByComparingTo("39.3"));
    }
}
