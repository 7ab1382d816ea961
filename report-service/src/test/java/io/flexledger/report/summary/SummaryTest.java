package io.flexledger.report.summary;

import static io.flexledger.report.day.Market.HKD;
import static io.flexledger.report.day.Market.hkd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.day.LedgerDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {

    private static final AccountId ACCOUNT = AccountId.of("U1");
    private static final BigDecimal TINY = new BigDecimal("0.000000001");

    /** Report day, starting value, ending value, deposits and withdrawals, the broker's own return in percent. */
    private static final List<String> JULY_2025 = List.of(
            "2025-07-01 81426.890125631 80048.643131555 -1500 0.152330468",
            "2025-07-02 80048.643131555 80128.243328284 0 0.099439783",
            "2025-07-03 80128.243328284 80242.932437563 0 0.14313194",
            "2025-07-04 80242.932437563 80242.956851572 0 0.000030425",
            "2025-07-07 80242.956851572 80315.748864741 0 0.09071452",
            "2025-07-08 80315.748864741 80551.524807554 0 0.293561283",
            "2025-07-09 80551.524807554 80851.938355427 0 0.372945824",
            "2025-07-10 80851.938355427 80088.320145555 -1000 0.296025112",
            "2025-07-11 80088.320145555 80552.247803164 0 0.579270057",
            "2025-07-14 80552.247803164 80820.180983554 0 0.332620365",
            "2025-07-15 80820.180983554 81238.328982818 0 0.517380677",
            "2025-07-16 81238.328982818 79498.681601594 -1230 -0.636992908",
            "2025-07-17 79498.681601594 79754.810699235 0 0.322180309",
            "2025-07-18 79754.810699235 79231.031383276 0 -0.656736956",
            "2025-07-21 79231.031383276 78485.915163218 0 -0.940434836",
            "2025-07-22 78485.915163218 78781.686705066 0 0.37684665",
            "2025-07-23 78781.686705066 78847.681756354 0 0.083769533",
            "2025-07-24 78847.681756354 78975.225518572 0 0.161759686",
            "2025-07-25 78975.225518572 79299.199583083 0 0.410222399",
            "2025-07-28 79299.199583083 199707.480057724 119945 0.232518927",
            "2025-07-29 199707.480057724 200896.449811055 0 0.595355644",
            "2025-07-30 200896.449811055 195929.836529555 0 -2.47222551",
            "2025-07-31 195929.836529555 195376.165304911 0 -0.282586478");

    private static List<Summary.Day> july() {
        var days = new ArrayList<Summary.Day>();
        for (var line : JULY_2025) {
            var cells = line.split(" ", -1);
            var flow = new BigDecimal(cells[3]);
            var totals = new EntryTotals(BigDecimal.ZERO, flow, BigDecimal.ZERO, 0, 0);
            days.add(new Summary.Day(
                    LocalDate.parse(cells[0]), hkd(cells[1]), hkd(cells[2]), Kind.OFFICIAL, totals, null));
        }
        return days;
    }

    @Nested
    class TimeWeighted {

        @Test
        void everyDayEqualsTheBrokersReturn() {
            var rows = Summary.of(ACCOUNT, HKD, july()).rows();

            assertThat(rows).hasSize(23);
            for (int i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                assertThat(row.netReturn()).isNotNull();
                assertThat(TimeWeightedReturn.percent(row.netReturn()))
                        .as("return of %s", row.date())
                        .isCloseTo(new BigDecimal(JULY_2025.get(i).split(" ", -1)[4]), within(TINY));
            }
        }

        @Test
        void thePeriodIsTheProductOfItsDays() {
            var twoDays = Summary.of(ACCOUNT, HKD, july().subList(19, 21));

            // 1.00232518927 * 1.00595355644 - 1, the first day with a deposit of one and a half times the account
            assertThat(TimeWeightedReturn.percent(twoDays.twr()))
                    .isCloseTo(new BigDecimal("0.8292588843"), within(new BigDecimal("0.000000005")));
        }

        @Test
        void anEarlyDepositCountsFromTheStartOfItsDay() {
            // 775,000 plus 50,000 ends at 779,500.
            var day =
                    TimeWeightedReturn.day(new BigDecimal("775000"), new BigDecimal("779500"), new BigDecimal("50000"));

            assertThat(TimeWeightedReturn.percent(day.orElseThrow()))
                    .isCloseTo(new BigDecimal("-5.515151515"), within(TINY));
        }

        @Test
        void aFlowAtAFlatPriceChangesNothing() {
            var calm = List.of(day("2025-07-01", "100", "110", "0"), day("2025-07-02", "110", "121", "0"));
            var busy = List.of(day("2025-07-01", "100", "110", "0"), day("2025-07-02", "110", "165", "40"));

            assertThat(Summary.of(ACCOUNT, HKD, calm).twr()).isEqualByComparingTo("0.21");
            assertThat(Summary.of(ACCOUNT, HKD, busy).twr()).isEqualByComparingTo("0.21");
        }

        @Test
        void aDayWithNothingInvestedHasNone() {
            var summary = Summary.of(ACCOUNT, HKD, List.of(day("2025-07-01", "0", "0", "0")));

            assertThat(summary.rows().getFirst().netReturn()).isNull();
            assertThat(summary.twr()).isEqualByComparingTo("0");
        }
    }

    @Nested
    class Rows {

        private static SummaryRow row(LedgerDay day) {
            var known = new Summary.Day(
                    day.date(),
                    day.opening(),
                    day.officialClose().orElseThrow(),
                    Kind.OFFICIAL,
                    EntryTotals.of(day.entries()),
                    null);
            return Summary.of(ACCOUNT, HKD, List.of(known)).rows().getFirst();
        }

        @Test
        void splitTheResultIntoGrossAndCommissions() {
            var thursday = row(GoldenDays.real().july17());

            assertThat(thursday.net().rounded()).isEqualTo(hkd("256.13"));
            assertThat(thursday.commissions().rounded()).isEqualTo(hkd("-45.78"));
            assertThat(thursday.gross().rounded()).isEqualTo(hkd("301.91"));
            assertThat(thursday.flow()).isEqualTo(hkd("0"));
            assertThat(thursday.marks()).isEmpty();
        }

        @Test
        void countTheChargesOfBookingsAndMarkAssignments() {
            var friday = row(GoldenDays.real().july18());

            // The broker's own commissions of that day, the delivery's 0.0166 USD included.
            assertThat(friday.commissions()).isEqualTo(hkd("-21.596906896"));
            assertThat(friday.marks()).isEqualTo("A");
            assertThat(friday.unexplained()).isNotNull();
            assertThat(friday.unexplained().rounded()).isEqualTo(hkd("0"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "depositsWithdrawals",
                    "internalCashTransfers",
                    "assetTransfers",
                    "paxosTransfers",
                    "debitCardActivity",
                    "billPay",
                    "grantActivity",
                    "donations"
                })
        void countAFlowThatNoRowItemises(String component) {
            var day = row(stated(component));

            assertThat(day.flow()).isEqualTo(hkd("1000"));
            assertThat(day.gross()).isEqualTo(hkd("0"));
            assertThat(day.net()).isEqualTo(hkd("0"));
            assertThat(day.netReturn()).isEqualByComparingTo("0");
            assertThat(day.unexplained()).isEqualTo(hkd("0"));
        }

        @Test
        void keepAnyOtherStatedComponentInTheResult() {
            var day = row(stated("otherFees"));

            assertThat(day.flow()).isEqualTo(hkd("0"));
            assertThat(day.net()).isEqualTo(hkd("1000"));
            assertThat(day.netReturn()).isEqualByComparingTo("0.2");
        }

        /** From 5,000 to 6,000, by a component of ChangeInNAV alone. */
        private static LedgerDay stated(String component) {
            return DayScenario.on("U1", "2025-07-18")
                    .statedOnly(component, "1000")
                    .official("5000", "6000", Map.of(), Map.of(component, "1000"))
                    .day();
        }

        @Test
        void tellWhereTheBrokerStatesAnotherReturn() {
            assertThat(returning("0.2", "0.2").returnGap()).isEmpty();
            assertThat(returning("0.2", "0.20005").returnGap()).isEmpty();
            assertThat(returning("0.2", "0.20006").returnGap().orElseThrow()).isEqualByComparingTo("-0.00006");
            assertThat(returning("0.2", "0").returnGap().orElseThrow()).isEqualByComparingTo("0.2");
            assertThat(returning("0.2", null).returnGap()).isEmpty();
        }

        private static SummaryRow returning(String ours, @Nullable String brokers) {
            var end = new BigDecimal("100").multiply(BigDecimal.ONE.add(new BigDecimal(ours)));
            var day = new Summary.Day(
                    LocalDate.parse("2025-07-01"),
                    hkd("100"),
                    Money.of(end, HKD),
                    Kind.OFFICIAL,
                    EntryTotals.NONE,
                    brokers == null ? null : new BigDecimal(brokers));
            return Summary.of(ACCOUNT, HKD, List.of(day)).rows().getFirst();
        }

        @Test
        void aDayWithoutOfficialValueIsProvisionalAndStartsWhereTheLastEnded() {
            var official = day("2025-07-01", "100", "110", "0");
            var today =
                    new Summary.Day(LocalDate.parse("2025-07-02"), null, hkd("112"), Kind.LIVE, EntryTotals.NONE, null);

            var last = Summary.of(ACCOUNT, HKD, List.of(official, today)).rows().getLast();

            assertThat(last.opening()).isEqualTo(hkd("110"));
            assertThat(last.net()).isEqualTo(hkd("2"));
            assertThat(last.isProvisional()).isTrue();
            assertThat(last.unexplained()).isNull();
        }

        @Test
        void sumsAreOverTheRows() {
            var summary = Summary.of(ACCOUNT, HKD, july());

            assertThat(summary.flow()).isEqualTo(hkd("116215"));
            assertThat(summary.net()).isEqualTo(hkd("-2265.72482072"));
        }
    }

    private static Summary.Day day(String date, String start, String end, String flow) {
        var totals = new EntryTotals(BigDecimal.ZERO, new BigDecimal(flow), BigDecimal.ZERO, 0, 0);
        return new Summary.Day(LocalDate.parse(date), hkd(start), hkd(end), Kind.OFFICIAL, totals, null);
    }
}
