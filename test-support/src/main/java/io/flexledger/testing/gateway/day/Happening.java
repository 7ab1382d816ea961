package io.flexledger.testing.gateway.day;

import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.wire.Contract;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** Something a statement has of a day. */
public sealed interface Happening {

    Instant time();

    String account();

    /** An execution, with the broker's own id. */
    record Filled(Instant time, Fill fill) implements Happening {
        @Override
        public String account() {
            return fill.account();
        }
    }

    /** An expiry, an exercise, an assignment: no execution, but the position is another. */
    record Settled(Instant time, Fill booking) implements Happening {
        @Override
        public String account() {
            return booking.account();
        }
    }

    /** @param amount positive when received */
    record Paid(Instant time, String account, String currency, BigDecimal amount) implements Happening {}

    /**
     * The day is over.
     *
     * @param marks         of what is still held
     * @param netAssetValue by the statement
     */
    record Closed(Instant time, String account, Map<Contract, BigDecimal> marks, BigDecimal netAssetValue)
            implements Happening {

        public Closed {
            marks = Map.copyOf(marks);
        }
    }
}
