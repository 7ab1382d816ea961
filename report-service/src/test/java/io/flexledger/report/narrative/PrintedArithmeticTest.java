package io.flexledger.report.narrative;

import static io.flexledger.report.day.DayScenario.disposal;
import static io.flexledger.report.day.Market.HKD;
import static io.flexledger.report.day.Market.hkd;
import static io.flexledger.report.day.Market.holding;
import static io.flexledger.report.day.Market.option;
import static io.flexledger.report.day.Market.rate;
import static io.flexledger.report.day.Market.share;
import static io.flexledger.report.day.Market.usd;
import static io.flexledger.report.narrative.GoldenNarrativeTest.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.Exchanges;
import io.flexledger.report.day.Exchanges.Order;
import io.flexledger.report.day.Exchanges.Pair;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.story.RuleSet;
import io.flexledger.report.trace.DayFigures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the day, every printed product and sum equals its factors within half a cent. */
class PrintedArithmeticTest {

    private static final Instrument SPY = share("SPY");
    private static final Instrument PUT = option("1", "SPY", "620", Right.PUT, "2025-07-18");

    @Test
    void holdsOnTheGoldenDays() {
        var days = GoldenDays.tuned();
        for (var day : List.of(
                days.july17(),
                days.july18(),
                GoldenDays.real().july17(),
                GoldenDays.real().july18())) {
            for (var rules : RuleSet.values()) {
                assertThat(PrintedArithmetic.equations(MarkdownRenderer.render(report(day, rules))))
                        .hasSizeGreaterThan(5)
                        .allMatch(PrintedArithmetic.Equation::holds);
                formulasHold(day, rules);
            }
        }
    }

    @Test
    void aWrongProductWouldBeSeen() {
        assertThat(PrintedArithmetic.equations("*   Total: -12.29 USD * 7.8472 = **-96.46 HKD**"))
                .singleElement()
                .matches(equation -> !equation.holds());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void holdsOnAnyDay(long seed) {
        for (int i = 0; i < 30; i++) {
            var day = randomDay(new Random(seed * 1000 + i));
            for (var rules : RuleSet.values()) {
                var text = MarkdownRenderer.render(report(day, rules));
                assertThat(PrintedArithmetic.equations(text))
                        .as("seed %d, day %d:%n%s", seed, i, text)
                        .isNotEmpty()
                        .allMatch(PrintedArithmetic.Equation::holds);
                tablesAddUp(text);
                formulasHold(day, rules);
            }
        }
    }

    /** What a figure's own page shows as its arithmetic. */
    private static void formulasHold(LedgerDay day, RuleSet rules) {
        var formulas = DayFigures.of(day, report(day, rules)).values().stream()
                .map(figure -> figure.derivation().formula())
                .distinct()
                .toList();
        var equations = formulas.stream()
                .flatMap(formula -> PrintedArithmetic.equations(formula).stream())
                .toList();
        assertThat(equations).isNotEmpty().allMatch(PrintedArithmetic.Equation::holds);
    }

    /** Lines of the difference sum to its last row; every step of the other table leads to its value. */
    private static void tablesAddUp(String text) {
        var sum = BigDecimal.ZERO;
        var value = BigDecimal.ZERO;
        boolean steps = false;
        for (var line : text.lines()
                .filter(l -> l.startsWith("|") && !l.startsWith("|---"))
                .toList()) {
            var cells = line.split("\\|", -1);
            if (line.startsWith("| What")) {
                sum = BigDecimal.ZERO;
            } else if (line.startsWith("| **Difference")) {
                assertThat(sum).as(text).isEqualByComparingTo(PrintedArithmetic.number(cells[3].strip()));
            } else if (line.startsWith("| Every")) {
                steps = true;
            } else if (line.startsWith("| Start")) {
                value = PrintedArithmetic.number(cells[3].strip());
            } else if (steps) {
                value = value.add(PrintedArithmetic.number(cells[2].strip()));
                assertThat(value).as(text).isEqualByComparingTo(PrintedArithmetic.number(cells[3].strip()));
            } else {
                sum = sum.add(PrintedArithmetic.number(cells[3].strip()));
            }
        }
        assertThat(steps).isTrue();
    }

    private static LedgerDay randomDay(Random random) {
        var day = DayScenario.on("U1", "2025-07-18");
        int minute = 0;
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            minute += 1 + random.nextInt(9);
            var at = "2025-07-18T%02d:%02d:00".formatted(10 + minute / 60, minute % 60);
            var rate = random.nextInt(4) == 0 ? rate("7.8" + digits(random, 3)) : rate("7.8472");
            switch (random.nextInt(5)) {
                case 0 -> opening(day, at, "o" + i, rate, random);
                case 1 -> closing(day, at, "c" + i, rate, random, random.nextBoolean());
                case 2 -> expiring(day, at, "e" + i, rate, random);
                case 3 -> exchanging(day, at, "f" + i, random);
                default ->
                    day.cash(
                            at,
                            "Other Fees",
                            hkd("-" + digits(random, 2) + "." + digits(random, 4)),
                            FxRate.identity(HKD),
                            "fee",
                            false);
            }
        }
        day.interestAccrued("-0." + digits(random, 5), rate("7.8472"));
        day.marked(SPY, "-7", "601." + digits(random, 3), "602." + digits(random, 4), rate("7.8472"));
        day.translated(
                "-" + digits(random, 3) + "." + digits(random, 6),
                rate("7.8498"),
                rate("7.8472"),
                "0." + digits(random, 5));
        var entries = day.day();
        var opening = hkd("1" + digits(random, 4) + "." + digits(random, 6));
        var closing = opening.plus(entries.economic(entries.entries()));
        if (random.nextInt(3) == 0) {
            closing = closing.plus(hkd("-8"));
        }
        return day.official(plain(opening), plain(closing), Map.of("cash", plain(closing)), Map.of("mtm", "1"))
                .calculated(
                        plain(opening),
                        plain(closing),
                        Map.of("cash", plain(closing)),
                        holding(SPY, "-7", "602.1234", "-4214.8638", "-4200.123", rate("7.8472")),
                        holding(PUT, "-1", "0.005", "-0.5", "-33.1256", rate("7.8472")))
                .day();
    }

    private static void opening(DayScenario day, String at, String id, FxRate rate, Random random) {
        var commission = "-0." + digits(random, 5);
        day.trade(at, day.leg(id, SPY, "-7", "601." + digits(random, 3), commission, rate, false, "0"), commission);
    }

    private static void closing(DayScenario day, String at, String id, FxRate rate, Random random, boolean carried) {
        var leg = day.leg(
                id,
                SPY,
                "3",
                "600." + digits(random, 4),
                "-0." + digits(random, 5),
                rate,
                true,
                "-4." + digits(random, 5));
        var closed = disposal(
                leg,
                day.event("lot" + id),
                carried ? "2025-07-01" : "2025-07-18",
                day.date(),
                "601",
                "601." + digits(random, 3),
                "1.234567",
                "3");
        var moved = closed.closePrice().minus(closed.carryPrice()).times(closed.quantity());
        day.trade(at, leg, plain(moved.plus(leg.commission())), closed);
    }

    private static void expiring(DayScenario day, String at, String id, FxRate rate, Random random) {
        var sold = day.leg(
                id,
                PUT,
                "-" + (1 + random.nextInt(2)),
                "0." + digits(random, 3),
                "-1." + digits(random, 5),
                rate,
                false,
                "0");
        day.trade(at, sold, plain(sold.commission()));
        var ended = day.leg("x" + id, PUT, sold.quantity().negated().toString(), "0", "0", rate("7.8472"), true, null);
        var closed = disposal(ended, sold.event(), "2025-07-18", day.date(), "0", plain(sold.price()), "1.5", "2");
        day.expiry("2025-07-18T16:20:00", ended, plain(sold.proceeds()), closed);
    }

    private static void exchanging(DayScenario day, String at, String id, Random random) {
        var dollar = rate("7.8" + digits(random, 3));
        var euro = new FxRate(
                CurrencyCode.of("EUR"), HKD, new BigDecimal("9.1" + digits(random, 4)), FxRate.Source.CONVERSION_RATES);
        var pair = random.nextBoolean() ? new Pair(euro, dollar) : new Pair(dollar, FxRate.identity(HKD));
        var units = (random.nextBoolean() ? "-" : "") + digits(random, 4) + "." + digits(random, 3);
        var price = pair.first().equals(euro) ? "1.1" + digits(random, 4) : "7.8" + digits(random, 4);
        Exchanges.exchange(day, at, id, pair, new Order(units, price, usd("-2.0" + digits(random, 3))));
    }

    private static String digits(Random random, int count) {
        var out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append((char) ('1' + random.nextInt(9)));
        }
        return out.toString();
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }
}
