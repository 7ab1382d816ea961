package io.flexledger.realtime.session.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.realtime.message.Request;
import io.flexledger.realtime.message.Request.CancelPositionProfitAndLoss;
import io.flexledger.realtime.message.Request.PositionProfitAndLoss;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PositionWatchTest {

    private static final Instant NOON = Instant.parse("2026-01-15T17:00:00Z");
    private static final PositionKey SPY = new PositionKey("DU9000001", 756733);
    private static final PositionKey APPLE = new PositionKey("DU9000002", 265598);

    private PositionWatch watch = PositionWatch.from(NOON, WatchPace.within(40));
    private Instant now = NOON;

    @Test
    void asksForWhatIsHeldInTheOrderOfTelling() {
        holds(SPY, APPLE);

        assertThat(sent())
                .containsExactly(
                        new PositionProfitAndLoss(90_300_000, "DU9000001", null, 756733),
                        new PositionProfitAndLoss(90_300_001, "DU9000002", null, 265598));
        assertThat(watch.due()).isNull();
    }

    @Test
    void asksNothingTwice() {
        holds(SPY);
        sent();
        holds(SPY);

        assertThat(watch.due()).isNull();
        assertThat(sent()).isEmpty();
    }

    @Test
    void endsWhatIsClosedAndKeepsItsNumber() {
        holds(SPY, APPLE);
        sent();
        closes(SPY);

        assertThat(sent()).containsExactly(new CancelPositionProfitAndLoss(90_300_000));
        holds(SPY);
        assertThat(sent()).containsExactly(new PositionProfitAndLoss(90_300_000, "DU9000001", null, 756733));
    }

    @Test
    void whatIsClosedBeforeItIsAskedForIsNotAskedFor() {
        holds(SPY);
        closes(SPY);

        assertThat(watch.due()).isNull();
    }

    @Test
    void asksAnewWhenItWasForgotten() {
        holds(SPY);
        List<Request> first = sent();
        watch = watch.forgotten();

        assertThat(sent()).isEqualTo(first);
    }

    @Test
    void sendsAFewAtOnceAndHalfOfWhatMayBeSent() {
        holdsMany(60);

        assertThat(sent()).hasSize(5);
        assertThat(watch.due()).isEqualTo(now.plusMillis(250));
        assertThat(watch.passed(now.plusMillis(249)).requests()).isEmpty();
        assertThat(within(Duration.ofMillis(999))).hasSize(15);
    }

    @Test
    void afterAWarningHalfAsFast() {
        holdsMany(60);
        watch = watch.slower();

        assertThat(sent()).hasSize(5);
        assertThat(watch.due()).isEqualTo(now.plusMillis(500));
    }

    @Test
    void aSlowConnectionIsNotFilledUp() {
        watch = PositionWatch.from(NOON, WatchPace.within(1));
        holds(SPY, APPLE);

        assertThat(sent()).hasSize(1);
        assertThat(watch.due()).isEqualTo(now.plusSeconds(2));
    }

    @Test
    void ofMoreThanMayBeAskedForAtOnceEachHasItsTurn() {
        holdsMany(130);
        Set<Integer> standing = new HashSet<>();
        Set<Integer> ever = new HashSet<>();

        for (Request request : within(Duration.ofSeconds(40))) {
            switch (request) {
                case PositionProfitAndLoss asked -> {
                    assertThat(standing.add(asked.conId())).isTrue();
                    ever.add(asked.conId());
                }
                case CancelPositionProfitAndLoss ended ->
                    assertThat(standing.remove(watch.numbers()
                                    .of(ended.requestId())
                                    .orElseThrow()
                                    .conId()))
                            .isTrue();
                default -> throw new AssertionError(request);
            }
            assertThat(standing).hasSizeLessThanOrEqualTo(100);
        }

        assertThat(ever).hasSize(130);
        assertThat(standing).hasSizeGreaterThanOrEqualTo(99);
    }

    @Test
    void everyTurnLastsLongEnoughForAnAnswer() {
        holdsMany(101);
        within(Duration.ofSeconds(5));

        assertThat(watch.due()).isEqualTo(NOON.plusSeconds(15));
    }

    @Test
    void aClockSetBackDoesNotStopIt() {
        holdsMany(10);
        sent();
        now = NOON.minusSeconds(3600);

        assertThat(sent()).hasSize(5);
    }

    @Test
    void positionsAreNumberedByTheOrderOfTheirFirstTelling() {
        PositionNumbers numbers = PositionNumbers.NONE.with(SPY).with(APPLE).with(SPY);

        assertThat(numbers.of(90_300_000)).hasValue(SPY);
        assertThat(numbers.of(90_300_001)).hasValue(APPLE);
        assertThat(numbers.of(90_300_002)).isEmpty();
        assertThat(numbers.of(90_200_000)).isEmpty();
        assertThat(numbers.of(-1)).isEmpty();
    }

    private void holds(PositionKey... positions) {
        for (PositionKey position : positions) {
            watch = watch.told(position, BigDecimal.TEN.negate());
        }
    }

    private void holdsMany(int positions) {
        for (int conId = 1; conId <= positions; conId++) {
            holds(new PositionKey("DU900000" + conId % 3, conId));
        }
    }

    private void closes(PositionKey position) {
        watch = watch.told(position, BigDecimal.ZERO);
    }

    /** What leaves at the next occasion. */
    private List<Request> sent() {
        Instant due = watch.due();
        now = due != null && due.isAfter(now) && now.plusSeconds(60).isAfter(due) ? due : now;
        PositionWatch.Step step = watch.passed(now);
        watch = step.watch();
        return step.requests();
    }

    private List<Request> within(Duration length) {
        Instant end = now.plus(length);
        List<Request> requests = new ArrayList<>();
        for (Instant due = watch.due(); due != null && !due.isAfter(end); due = watch.due()) {
            requests.addAll(sent());
        }
        return requests;
    }
}
