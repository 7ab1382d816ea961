package io.flexledger.report.narrative;

import static io.flexledger.report.narrative.GoldenNarrativeTest.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.day.RunningDays;
import io.flexledger.report.figure.FigureId;
import io.flexledger.report.trace.DayFigures;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A day while it runs, and once the statement is there. */
class RunningDayTest {

    private static String text(LedgerDay day) {
        return MarkdownRenderer.render(report(day));
    }

    private static JsonNode json(LedgerDay day) {
        return ContractJson.read(ContractJson.write(report(day)), JsonNode.class);
    }

    @Nested
    class Running {

        @Test
        void saysWhoseValueItIsAndAsOfWhen() {
            assertThat(text(RunningDays.running()))
                    .contains("> Provisional: the broker's official net asset value of this day has not arrived.")
                    .contains("*   **Now (22:30 HKT / 10:30 EDT):**")
                    .contains(
                            "The day is not over. Your open position (long 10 shares of SPY) is marked by the gateway.")
                    .contains(
                            "**Live NAV:** **100,730.00 HKD** as of 22:30:05 HKT (10:30 New York), stated by the gateway")
                    .contains("not provided yet: the broker's statement of this day has not come.");
        }

        @Test
        void isExplainedLineByLineUpToTheLiveTotal() {
            assertThat(text(RunningDays.running()))
                    .contains("| Start | | 100,000.00 |")
                    .contains("| Stock Trade (provisional: told by the gateway alone so far; commission pending: it"
                            + " counts as zero so far) | -7.80 | 99,992.20 |")
                    .contains(
                            "| Mark-to-market SPY (provisional: rate carried from an earlier day) | +39.00 | 100,031.20 |")
                    .contains("| Live mark of SPY | +196.25 | 100,227.45 |")
                    .contains("| Live rate of USD on the ledger's balances | +500.20 | 100,727.65 |")
                    .contains("| Unexplained | +2.35 | 100,730.00 |")
                    .contains("| Live mark of SPY | 10 * (403.50 - 401.00) * 7.8500 | +196.25 |")
                    .contains("*   **Unexplained:** +2.35 HKD: what the gateway's total holds beside its cash,"
                            + " positions and accruals as they are valued here")
                    .contains("*   **Next step:** Wait for the broker's statement of the day");
        }

        @Test
        void isADayThoughTheGatewayAloneKnowsOfIt() {
            assertThat(text(RunningDays.untold()))
                    .contains("| SPY: units at the gateway, less the ledger's | +15,837.38 |")
                    .contains("| Live mark of SPY | +137.38 |")
                    .contains("| USD cash at the gateway, less the ledger's | -15,747.10 |")
                    .contains("| Live rate of USD on the ledger's balances | +500.00 |")
                    .contains("| Unexplained | +2.35 |");
        }

        @Test
        void isToldByTheLedgerAloneWhereTheGatewayCountsInAnotherCurrency() {
            assertThat(text(RunningDays.inAnotherBase()))
                    .contains("the gateway values the account in USD and the ledger in HKD")
                    .doesNotContain("Live NAV");
        }

        @Test
        void saysThatNoStatementIsKnownYet() {
            assertThat(text(RunningDays.firstOfAll()))
                    .contains("no statement tells it; the story counts from 0.00 HKD")
                    .contains("**Opening NAV:** not known")
                    .contains("most of it what the account held before, of which no statement is known")
                    .contains("Import the broker's statement of a day before")
                    .doesNotContain("true opening NAV");
        }

        @Test
        void printsArithmeticThatHolds() {
            for (var day : List.of(RunningDays.running(), RunningDays.untold(), RunningDays.handedOver())) {
                assertThat(PrintedArithmetic.equations(text(day)))
                        .hasSizeGreaterThan(3)
                        .allMatch(PrintedArithmetic.Equation::holds);
            }
        }

        @Test
        void everyLiveFigureLeadsToTheGateway() {
            var day = RunningDays.running();
            var figures = DayFigures.of(day, report(day));
            for (var place :
                    List.of("story/close/live", "unexplained", "nav/live/total", "positions/conid:SPY/value")) {
                var figure = figures.get(new FigureId("U1/2025-07-21/" + place));
                assertThat(figure).as(place).isNotNull();
                assertThat(figure.derivation().snapshots())
                        .as(place)
                        .anyMatch(stated -> stated.kind() == NavSnapshot.Kind.LIVE);
            }
        }

        @Test
        void namesWhatNoStatementTells() {
            assertThat(text(RunningDays.unconfirmed()))
                    .contains(
                            "> execution 0000e0d5.69dd7411.01.01 was told by the Gateway and is in no statement: it is"
                                    + " left out");
        }

        /** What reads a closed day reads a running one: nothing it knows is missing but what nobody stated. */
        @Test
        void hasTheShapeOfAClosedDay() {
            var closed = new TreeSet<String>();
            for (var day : List.of(
                    RunningDays.closed(),
                    RunningDays.carried(),
                    RunningDays.unheard(),
                    GoldenDays.tuned().july17(),
                    GoldenDays.tuned().july18())) {
                closed.addAll(shape(json(day)));
            }
            for (var day : List.of(RunningDays.running(), RunningDays.untold())) {
                var running = json(day);
                assertThat(running.get("provisional").asBoolean()).isTrue();
                assertThat(shape(running).stream()
                                .filter(path -> !path.contains(".liveNav"))
                                .filter(path -> !closed.contains(path)))
                        .isEmpty();
            }
            assertThat(names(json(RunningDays.running()))).isEqualTo(names(json(RunningDays.closed())));
            var close = last(json(RunningDays.running()));
            var official = last(json(RunningDays.closed()));
            official.fieldNames().forEachRemaining(name -> {
                if (!name.equals("officialClosingNav")) {
                    assertThat(close.has(name)).as(name).isTrue();
                }
            });
        }

        private static JsonNode last(JsonNode report) {
            var blocks = report.at("/sections/0/blocks");
            return blocks.get(blocks.size() - 1);
        }

        private static Set<String> names(JsonNode node) {
            var names = new TreeSet<String>();
            node.fieldNames().forEachRemaining(names::add);
            return names;
        }

        /** Every path with the kind of value at it, places in lists left out. */
        private static Set<String> shape(JsonNode node) {
            var paths = new TreeSet<String>();
            shape("", node, paths);
            return paths;
        }

        private static void shape(String path, JsonNode node, Set<String> paths) {
            if (node.isObject()) {
                node.properties().forEach(field -> shape(path + "." + field.getKey(), field.getValue(), paths));
            } else if (node.isArray()) {
                node.forEach(item -> shape(path + "[]", item, paths));
            } else {
                paths.add(path + ": " + node.getNodeType());
            }
        }
    }

    @Nested
    class HandedOver {

        @Test
        void tellsWhatBecameOfTheLiveValueInASectionOfItsOwn() {
            assertThat(text(RunningDays.handedOver()))
                    .contains("### **Hand-over: from the Gateway's Value to the Broker's**")
                    .contains("**Last live NAV:** **100,730.00 HKD** as of 22:30:05 HKT (10:30 New York), stated by the"
                            + " gateway")
                    .contains("100,730.00 + 123.31 = **100,853.31 HKD**, which the lines below itemise")
                    .contains("| SPY: closing mark less the gateway's | 10 * (404.00 - 403.50) * 7.8600 | +39.30 |")
                    .contains("| USD cash stated since, commissions included | -0.50 USD * 7.8600 | -3.93 |")
                    .contains("| Accruals by the statement, less the gateway's |  | -10.00 |")
                    .contains("| Official rate of USD on the gateway's balances | 10,029.00 USD * (7.8600 - 7.8500) |"
                            + " +100.29 |")
                    .contains("| What the gateway's total held beside its cash, positions and accruals |  | -2.35 |")
                    .contains("| **Difference** | | **+123.31** |");
        }

        @Test
        void changesNothingOfTheStoryBeforeIt() {
            var with = text(RunningDays.handedOver());
            var without = text(RunningDays.closed());
            assertThat(without).doesNotContain("gateway");
            assertThat(with).startsWith(without).hasSizeGreaterThan(without.length());

            var json = json(RunningDays.handedOver());
            assertThat(json.at("/sections/1/type").asText()).isEqualTo("HAND_OVER");
            assertThat(json.at("/sections/1/blocks/0/type").asText()).isEqualTo("HAND_OVER");
            ((ArrayNode) json.get("sections")).remove(1);
            assertThat(json).isEqualTo(json(RunningDays.closed()));
        }

        @Test
        void everyLineIsTracedToAllThreeValues() {
            var day = RunningDays.handedOver();
            var figure = DayFigures.of(day, report(day)).get(new FigureId("U1/2025-07-21/hand-over/1/amount"));
            assertThat(figure).isNotNull();
            assertThat(figure.derivation().snapshots()).hasSize(3);
        }
    }
}
