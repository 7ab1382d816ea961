package io.flexledger.testing.flex.wire;

import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the body travels.
 *
 * @param cutAt the connection ends after so many bytes of it; negative: all of it is sent
 * @param drip  null: as fast as the client reads
 * @param gate  null: nothing holds it up
 */
public record Delivery(
        long cutAt, @Nullable Drip drip, @Nullable Gate gate) {

    public static final Delivery AT_ONCE = new Delivery(-1, null, null);

    /** So many bytes, then a pause, and again. */
    public record Drip(int bytes, Duration pause) {}

    /** Where a body waits for a test. */
    public interface Gate {

        /** How many bytes pass before it. */
        long after();

        /** Returns when the rest may pass. */
        void await() throws InterruptedException;
    }

    public Delivery cutAt(long bytes) {
        return new Delivery(bytes, drip, gate);
    }

    public Delivery dripping(int bytes, Duration pause) {
        return new Delivery(cutAt, new Drip(bytes, pause), gate);
    }

    public Delivery through(Gate held) {
        return new Delivery(cutAt, drip, held);
    }

    DeliveryStream over(OutputStream out) {
        return new DeliveryStream(out, this);
    }
}
