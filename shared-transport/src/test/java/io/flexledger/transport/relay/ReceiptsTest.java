package io.flexledger.transport.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.transport.OutboxTable.Queued;
import io.flexledger.transport.OutgoingRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private final Receipts receipts = new Receipts();

    @Test
    void keepWhatOvertookAFailedRecordOfItsKey() {
        receipts.acknowledged(queued(1, "a"));
        receipts.failed(queued(2, "a"), new IllegalStateException("lost"));
        receipts.acknowledged(queued(3, "a"));
        receipts.acknowledged(queued(4, "b"));

        assertThat(receipts.delivered()).containsExactly(1L, 4L);
        assertThat(receipts.failure()).hasMessage("lost");
    }

    @Test
    void nameTheFirstRefusedRecordOfAKey() {
        var reason = new IllegalArgumentException("too large");
        receipts.refused(queued(1, "a"), reason);
        receipts.refused(queued(2, "a"), reason);
        receipts.acknowledged(queued(3, "a"));

        assertThat(receipts.refused()).isEqualTo(Map.of(queued(1, "a"), reason));
        assertThat(receipts.delivered()).isEmpty();
        assertThat(receipts.failure()).isNull();
    }

    private static Queued queued(long id, String key) {
        return new Queued(id, new OutgoingRecord("topic", key, null, Map.of()));
    }
}
