package io.flexledger.realtime.fill;

import static io.flexledger.realtime.fill.Told.bought;
import static io.flexledger.realtime.fill.Told.cost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flexledger.contracts.id.ExecutionId;
import io.flexledger.realtime.message.Incoming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FillBookTest {

    private static final String FIRST = "0000e0d5.69dd7411.01.01";
    private static final String SECOND = "0000e0d5.69dd7411.01.02";
    private static final String THIRD = "0000e0d5.69dd7411.01.03";
    private static final String OTHER = "0000e0d5.69dd7412.01.01";

    private FillBook book = FillBook.EMPTY;

    @Nested
    class Heard {

        @Test
        void onceItIsNew() {
            List<FillChange> changes =
                    tell(bought(FIRST, "100", "292.79", "100").live());

            assertThat(changes).containsExactly(new FillChange.New(onlyFill()));
            assertThat(onlyFill().key()).isEqualTo(new FillKey("DU9000001", "0000e0d5.69dd7411.01", 1));
            assertThat(onlyFill().time().instant()).isEqualTo(Instant.parse("2026-06-11T13:30:30Z"));
            assertThat(onlyFill().commission()).isNull();
            assertThat(onlyFill().needsReview()).isFalse();
        }

        @Test
        void againOnRequestItIsADuplicateThoughWrittenDifferently() {
            Told told = bought(FIRST, "100", "292.79", "100");
            tell(told.live());
            Fill before = onlyFill();

            assertThat(tell(told.at("20260611 09:30:30 US/Eastern").reported(7)))
                    .containsExactly(new FillChange.Duplicate(FIRST));
            assertThat(tell(told.live())).containsExactly(new FillChange.Duplicate(FIRST));
            assertThat(onlyFill()).isEqualTo(before);
        }

        @Test
        void withoutAKnownZoneItLearnsItsTimeLater() {
            Told told = bought(FIRST, "100", "292.79", "100");
            assertThat(tell(told.at("20260611 09:30:30 Eastern Standard Time").live()))
                    .hasOnlyElementsOfType(FillChange.New.class);
            assertThat(onlyFill().time().instant()).isNull();
            assertThat(onlyFill().time().raw()).isEqualTo("20260611 09:30:30 Eastern Standard Time");

            assertThat(tell(told.reported(7))).containsExactly(new FillChange.TimeLearned(onlyFill()));
            assertThat(onlyFill().time().instant()).isEqualTo(Instant.parse("2026-06-11T13:30:30Z"));
        }

        @Test
        void withOtherUnitsUnderOneIdItIsForAPerson() {
            tell(bought(FIRST, "100", "292.79", "100").live());

            assertThat(tell(bought(FIRST, "90", "292.79", "90").live()))
                    .containsExactly(new FillChange.Flagged(onlyFill()));
            assertThat(onlyFill().reviews()).containsExactly(Review.STATED_DIFFERENTLY);
        }

        @Test
        void withOtherUnitsItStaysForAPersonWhicheverIsHeardAgain() {
            tell(bought(FIRST, "90", "292.79", "90").live());

            for (String shares : List.of("100", "90", "100")) {
                tell(bought(FIRST, shares, "292.79", shares).live());
                assertThat(onlyFill().reviews()).containsExactly(Review.STATED_DIFFERENTLY);
            }
        }

        @Test
        void forAnotherAccountItIsAnotherFillAndForAPerson() {
            tell(bought(FIRST, "100", "292.79", "100").live());
            tell(cost(FIRST, "1", null));

            List<FillChange> changes =
                    tell(bought(FIRST, "60", "292.79", "60").in("DU9000002").reported(7));

            Fill whole = book.fills().getFirst();
            Fill part = book.fills().getLast();
            assertThat(changes).containsExactly(new FillChange.Flagged(whole), new FillChange.New(part));
            assertThat(book.fills()).hasSize(2).allSatisfy(fill -> {
                assertThat(fill.reviews()).containsExactly(Review.SEVERAL_ACCOUNTS);
                assertThat(fill.commission()).as("whose it is, is not known").isNull();
            });
            assertThat(part.execution().account()).isEqualTo("DU9000002");
            assertThat(tell(cost(FIRST, "2", null)))
                    .containsExactly(new FillChange.Recorded(FIRST, FillChange.Reason.SEVERAL_ACCOUNTS));
        }
    }

    @Nested
    class Correction {

        @Test
        void replacesUnitsPriceAndSide() {
            tell(bought(FIRST, "2", "60", "2").live());

            List<FillChange> changes =
                    tell(bought(SECOND, "1", "61", "1").sold().live());

            assertThat(changes).containsExactly(new FillChange.Corrected(onlyFill(), List.of(ExecutionId.of(FIRST))));
            assertThat(onlyFill().execution().shares()).isEqualTo("1");
            assertThat(onlyFill().id().text()).isEqualTo(SECOND);
            assertThat(onlyFill().supersedes()).containsExactly(ExecutionId.of(FIRST));
        }

        @Test
        void thatComesFirstIsNewAndWhatItReplacesIsNeverTold() {
            assertThat(tell(bought(SECOND, "1", "60", "1").live())).hasOnlyElementsOfType(FillChange.New.class);
            assertThat(tell(bought(FIRST, "2", "60", "2").live()))
                    .containsExactly(new FillChange.Recorded(FIRST, FillChange.Reason.REPLACED));
            assertThat(tell(bought(FIRST, "2", "60", "2").live())).containsExactly(new FillChange.Duplicate(FIRST));
            assertThat(onlyFill().id().text()).isEqualTo(SECOND);
            assertThat(onlyFill().supersedes()).containsExactly(ExecutionId.of(FIRST));
        }

        @Test
        void ofACorrectionNamesTheOneItReplacesNow() {
            tell(bought(FIRST, "3", "60", "3").live());
            tell(bought(SECOND, "2", "60", "2").live());

            assertThat(tell(bought(THIRD, "1", "60", "1").live()))
                    .containsExactly(new FillChange.Corrected(onlyFill(), List.of(ExecutionId.of(SECOND))));
            assertThat(onlyFill().supersedes()).containsExactly(ExecutionId.of(FIRST), ExecutionId.of(SECOND));
        }

        @Test
        void thatRaisesTheTotalByItsUnitsIsBookedBesideTheOtherAndForAPerson() {
            tell(bought(FIRST, "40", "60", "40").live());

            List<FillChange> changes = tell(bought(SECOND, "30", "60", "70").live());

            assertThat(book.fills())
                    .hasSize(2)
                    .allSatisfy(fill -> assertThat(fill.reviews()).isEqualTo(Set.of(Review.CORRECTION_RAISED_TOTAL)));
            assertThat(changes)
                    .containsExactly(
                            new FillChange.Flagged(book.fills().getFirst()),
                            new FillChange.New(book.fills().getLast()));
            assertThat(booked()).isEqualByComparingTo("70");
        }

        @Test
        void ofOneThatWasBookedBesideAnotherLeavesBothForAPerson() {
            tell(bought(FIRST, "40", "60", "40").live());
            tell(bought(SECOND, "30", "60", "70").live());
            tell(bought(THIRD, "29", "60", "69").live());

            assertThat(book.fills()).extracting(fill -> fill.id().text()).containsExactly(FIRST, THIRD);
            assertThat(book.fills())
                    .allSatisfy(fill -> assertThat(fill.reviews()).containsExactly(Review.CORRECTION_RAISED_TOTAL));
        }

        @Test
        void toNothingIsACorrection() {
            tell(bought(FIRST, "40", "60", "40").live());

            assertThat(tell(bought(SECOND, "0", "60", "40").live()))
                    .containsExactly(new FillChange.Corrected(onlyFill(), List.of(ExecutionId.of(FIRST))));
        }

        @Test
        void withoutATotalIsACorrection() {
            tell(bought(FIRST, "40", "60", null).live());
            tell(bought(SECOND, "30", "60", null).live());

            assertThat(onlyFill().id().text()).isEqualTo(SECOND);
        }

        @Test
        void thatArrivesBetweenTwoDecidesAnewWhatTheyAre() {
            tell(bought(FIRST, "40", "60", "40").live());
            tell(bought(THIRD, "40", "61", "80").live());
            assertThat(book.fills()).as("80 is 40 more by 40").hasSize(2);

            assertThat(tell(bought(SECOND, "45", "60", "45").live()))
                    .containsExactly(new FillChange.Corrected(onlyFill(), List.of(ExecutionId.of(FIRST))));

            assertThat(onlyFill().id().text()).isEqualTo(THIRD);
        }

        @Test
        void withTheTotalThatAnotherFillOfTheOrderReachedIsACorrection() {
            tell(bought(FIRST, "100", "10", "100").live());
            tell(bought(OTHER, "100", "10", "200").live());
            tell(bought(SECOND, "100", "11", "200").live());

            assertThat(booked()).isEqualByComparingTo("200");
            assertThat(book.fills()).extracting(fill -> fill.id().text()).containsExactly(SECOND, OTHER);
            assertThat(book.fills()).noneMatch(Fill::needsReview);
        }

        @Test
        void isKnownAsOneOnceTheFillThatReachedItsTotalIsTold() {
            tell(bought(FIRST, "100", "10", "100").live());
            tell(bought(SECOND, "100", "11", "200").live());
            assertThat(booked()).isEqualByComparingTo("200");

            List<FillChange> changes = tell(bought(OTHER, "100", "10", "200").live());

            assertThat(booked()).isEqualByComparingTo("200");
            assertThat(changes)
                    .containsExactly(
                            new FillChange.Corrected(book.fills().getFirst(), List.of(ExecutionId.of(FIRST))),
                            new FillChange.New(book.fills().getLast()));
        }

        @Test
        void withTheTotalOfAnotherOrdersFillIsBookedBeside() {
            tell(bought(FIRST, "40", "60", "40").live());
            tell(bought(OTHER, "70", "60", "70").byOrder(7L).live());
            tell(bought("0000e0d5.69dd7413.01.01", "70", "60", "70")
                    .of(7, "STK")
                    .live());
            tell(bought(SECOND, "30", "60", "70").live());

            assertThat(book.fills()).hasSize(4);
        }

        @Test
        void thatMovesTheAccountLeavesOne() {
            tell(bought(FIRST, "40", "60", "40").live());
            tell(cost(SECOND, "1", null));

            List<FillChange> changes =
                    tell(bought(SECOND, "40", "60", "40").in("DU9000002").live());

            assertThat(onlyFill().execution().account()).isEqualTo("DU9000002");
            assertThat(onlyFill().reviews()).isEmpty();
            assertThat(onlyFill().commission()).isEqualTo(cost(SECOND, "1", null));
            assertThat(changes)
                    .containsExactly(
                            new FillChange.TakenBack(new FillKey("DU9000001", "0000e0d5.69dd7411.01", 1)),
                            new FillChange.New(onlyFill()));
        }

        @Test
        void thatMovesTheAccountLeavesOneThoughItComesFirst() {
            tell(bought(SECOND, "40", "60", "40").in("DU9000002").live());

            assertThat(tell(bought(FIRST, "40", "60", "40").live()))
                    .containsExactly(new FillChange.Recorded(FIRST, FillChange.Reason.REPLACED));
            assertThat(onlyFill().execution().account()).isEqualTo("DU9000002");
        }

        @Test
        void ofAnAllocationStandsInEveryAccountItIsToldFor() {
            tell(bought(FIRST, "40", "60", "40").live());
            tell(bought(FIRST, "60", "60", "60").in("DU9000002").live());
            tell(bought(SECOND, "41", "60", "41").live());
            tell(bought(SECOND, "59", "60", "59").in("DU9000002").live());

            assertThat(book.fills()).extracting(fill -> fill.id().text()).containsExactly(SECOND, SECOND);
            assertThat(booked()).isEqualByComparingTo("100");
        }

        @Test
        void inAnotherAccountThatRaisesTheTotalByItsUnitsIsBookedBesideTheOther() {
            tell(bought(FIRST, "40", "60", "40").live());
            tell(bought(SECOND, "30", "60", "70").in("DU9000002").live());

            assertThat(book.fills())
                    .hasSize(2)
                    .allSatisfy(fill -> assertThat(fill.reviews())
                            .containsExactlyInAnyOrder(Review.CORRECTION_RAISED_TOTAL, Review.SEVERAL_ACCOUNTS));
        }
    }

    @Nested
    class Combination {

        @Test
        void isRecordedAndItsLegsAreBooked() {
            Incoming.ExecutionReported whole = bought("0000e183.6a58737f.01.01", "1", "-2.5", "1")
                    .of(28812380, "BAG")
                    .live();

            assertThat(tell(whole))
                    .containsExactly(new FillChange.Recorded("0000e183.6a58737f.01.01", FillChange.Reason.COMBINATION));
            assertThat(tell(whole)).containsExactly(new FillChange.Duplicate("0000e183.6a58737f.01.01"));
            tell(bought("0000e183.6a58737f.02.01", "1", "3", "1").of(1, "OPT").live());
            tell(bought("0000e183.6a58737f.03.01", "1", "5", "1")
                    .of(2, "OPT")
                    .sold()
                    .live());

            assertThat(book.fills()).extracting(fill -> fill.contract().conId()).containsExactly(1, 2);
            assertThat(book.combinations())
                    .extracting(stated -> stated.id().text())
                    .containsExactly("0000e183.6a58737f.01.01");
            assertThat(tell(cost("0000e183.6a58737f.01.01", "2", null)))
                    .containsExactly(new FillChange.Recorded("0000e183.6a58737f.01.01", FillChange.Reason.COMBINATION));
        }

        @Test
        void legsOfFiveSegmentsNeverReplaceEachOther() {
            tell(bought("0000e183.6a58737f.02.01.01", "1", "3", "1")
                    .of(1, "OPT")
                    .live());
            tell(bought("0000e183.6a58737f.02.01.02", "1", "3", "1")
                    .of(1, "OPT")
                    .live());

            assertThat(book.fills()).hasSize(2).noneMatch(Fill::needsReview);
        }

        @Test
        void anIdOfThreeSegmentsIsNoVersionOfOneOfFour() {
            tell(bought("0000e0d5.69dd7411.01", "1", "3", "1").live());
            tell(bought(FIRST, "1", "3", "1").live());

            assertThat(book.fills()).hasSize(2).noneMatch(Fill::needsReview);
        }
    }

    @Nested
    class Commission {

        @Test
        void joinsItsFillWhenItComes() {
            tell(bought(FIRST, "100", "292.79", "100").live());

            assertThat(tell(cost(FIRST, "1.0003", null))).containsExactly(new FillChange.CommissionArrived(onlyFill()));
            assertThat(onlyFill().commission()).isEqualTo(cost(FIRST, "1.0003", null));
            assertThat(tell(cost(FIRST, "1.0003", null))).containsExactly(new FillChange.Duplicate(FIRST));
        }

        @Test
        void thatComesFirstWaits() {
            assertThat(tell(cost(FIRST, "1.0003", null)))
                    .containsExactly(new FillChange.Recorded(FIRST, FillChange.Reason.WAITING));
            assertThat(book.fills()).isEmpty();

            assertThat(tell(bought(FIRST, "100", "292.79", "100").live()))
                    .containsExactly(new FillChange.New(onlyFill()));
            assertThat(onlyFill().commission()).isEqualTo(cost(FIRST, "1.0003", null));
        }

        @Test
        void belongsToOneVersionAlone() {
            tell(bought(FIRST, "2", "60", "2").live());
            tell(cost(FIRST, "1.3666", null));
            tell(bought(SECOND, "1", "60", "1").live());
            assertThat(onlyFill().commission()).isNull();

            tell(cost(SECOND, "-0.3333", null));

            assertThat(Objects.requireNonNull(onlyFill().commission()).commission())
                    .isEqualTo("-0.3333");
            assertThat(book.commission(FIRST)).contains(cost(FIRST, "1.3666", null));
            assertThat(tell(cost(FIRST, "1.4", null)))
                    .containsExactly(new FillChange.Recorded(FIRST, FillChange.Reason.REPLACED));
        }

        @Test
        void keepsWhatALaterReportLeavesOut() {
            tell(bought(FIRST, "100", "292.79", "100").live());
            tell(cost(FIRST, null, "0"));
            assertThat(tell(cost(FIRST, "1", null))).hasOnlyElementsOfType(FillChange.CommissionArrived.class);

            assertThat(onlyFill().commission()).isEqualTo(cost(FIRST, "1", "0"));
        }

        @Test
        void maybeZeroWhichIsNotNone() {
            tell(bought(FIRST, "100", "292.79", "100").live());
            tell(cost(FIRST, "0", "0"));

            assertThat(onlyFill().commission()).isEqualTo(cost(FIRST, "0", "0"));
        }
    }

    @Nested
    class Order {

        @Test
        void agreesWithItsFillsOrSaysHowNot() {
            tell(bought(OTHER, "40", "292.30", "80").live());
            assertThat(check()).isEqualTo(OrderCheck.Verdict.FEWER);

            tell(bought(FIRST, "40", "292.33", "40").live());
            assertThat(check()).isEqualTo(OrderCheck.Verdict.AGREES);

            tell(bought("0000e0d5.69dd7413.01.01", "40", "292.30", "80").live());
            assertThat(check()).isEqualTo(OrderCheck.Verdict.MORE);
        }

        @Test
        void isNotCheckedWithoutAnIdOrATotal() {
            tell(bought(FIRST, "40", "292.30", "40").byOrder(0L).live());
            tell(bought(OTHER, "40", "292.30", "40").byOrder(null).live());
            tell(bought("0000e0d5.69dd7413.01.01", "40", "292.30", null).live());

            assertThat(book.orderChecks()).isEmpty();
        }

        @Test
        void isCheckedLegByLeg() {
            tell(bought("0000e183.6a58737f.01.01", "1", "2", "1").of(9, "BAG").live());
            tell(bought("0000e183.6a58737f.02.01", "1", "3", "1").of(1, "OPT").live());
            tell(bought("0000e183.6a58737f.03.01", "2", "5", "2").of(2, "OPT").live());

            assertThat(book.orderChecks())
                    .extracting(OrderCheck::conId, OrderCheck::verdict)
                    .containsExactly(tuple(1, OrderCheck.Verdict.AGREES), tuple(2, OrderCheck.Verdict.AGREES));
        }

        private OrderCheck.Verdict check() {
            assertThat(book.orderChecks()).hasSize(1);
            return book.orderChecks().getFirst().verdict();
        }
    }

    @Test
    void anOldBookStaysAsItWas() {
        tell(bought(FIRST, "100", "292.79", "100").live());
        FillBook old = book;
        tell(bought(SECOND, "90", "292.79", "90").live());

        assertThat(old.fills()).extracting(fill -> fill.id().text()).containsExactly(FIRST);
    }

    private List<FillChange> tell(Incoming.ExecutionReported report) {
        FillBook.Step step = book.fold(report);
        book = step.book();
        return step.changes();
    }

    private List<FillChange> tell(Incoming.CommissionReported report) {
        FillBook.Step step = book.fold(report);
        book = step.book();
        return step.changes();
    }

    private Fill onlyFill() {
        assertThat(book.fills()).hasSize(1);
        return book.fills().getFirst();
    }

    private BigDecimal booked() {
        return book.fills().stream().map(fill -> fill.execution().shares()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
