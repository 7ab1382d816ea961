package io.flexledger.transport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.contracts.Topics;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PartitionOrderTest {

    private static final TopicPartition KEPT = new TopicPartition(Topics.Names.CANONICAL_EVENT, 3);
    private static final TopicPartition COMPACTED = new TopicPartition(Topics.Names.NAV_SNAPSHOT, 3);

    private final PartitionOrder order = new PartitionOrder();

    @Nested
    class WhereEveryRecordIsKept {

        @Test
        void takesWhatFollowsAndWhatComesAgain() {
            accepts(() -> order.check(KEPT, 10, 10));
            accepts(() -> order.check(KEPT, 10, 4));
        }

        @Test
        void refusesAHole() {
            refuses(() -> order.check(KEPT, 10, 11));
        }

        @Test
        void startsAnywhereUnlessItIsKnownWhereThePartitionBegins() {
            accepts(() -> order.check(KEPT, 0, 500));
            order.assigned(Map.of(KEPT, 500L));
            accepts(() -> order.check(KEPT, 0, 500));
        }

        /** As when somebody empties the tables of a running service. */
        @Test
        void refusesToForgetThePast() {
            order.assigned(Map.of(KEPT, 0L));
            refuses(() -> order.check(KEPT, 0, 500));
        }
    }

    @Nested
    class WhereRecordsAreCompacted {

        @Test
        void takesAHole() {
            order.assigned(Map.of(COMPACTED, 0L));
            accepts(() -> order.check(COMPACTED, 0, 7));
            accepts(() -> order.check(COMPACTED, 10, 15));
        }

        @Test
        void refusesWhatLiesBehindAFailureUntilAssignedAnew() {
            order.failed(COMPACTED, 12);
            refuses(() -> order.check(COMPACTED, 10, 15));
            accepts(() -> order.check(COMPACTED, 10, 12));
            accepts(() -> order.check(COMPACTED, 15, 15));

            order.assigned(Map.of(COMPACTED, 0L));
            accepts(() -> order.check(COMPACTED, 10, 15));
        }
    }

    @Test
    void refusesTwoBatchesAtOnceAndTakesOneAfterTheOther() {
        order.enter(Set.of(KEPT));
        accepts(() -> order.enter(Set.of(COMPACTED)));
        refuses(() -> order.enter(Set.of(KEPT, COMPACTED)));

        order.leave(Set.of(KEPT));
        accepts(() -> order.enter(Set.of(KEPT)));
    }

    @Test
    void takesNothingOfAPartitionWithoutAStart() {
        order.refuse(Set.of(KEPT), "no place to start from");
        refuses(() -> order.enter(Set.of(KEPT)));

        order.assigned(Map.of(KEPT, 0L));
        accepts(() -> order.enter(Set.of(KEPT)));
    }

    private static void accepts(ThrowingCallable step) {
        assertThatCode(step).doesNotThrowAnyException();
    }

    private static void refuses(ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOf(IllegalStateException.class);
    }
}
