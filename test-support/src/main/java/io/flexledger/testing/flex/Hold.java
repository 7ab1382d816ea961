package io.flexledger.testing.flex;

import io.flexledger.testing.flex.wire.Delivery.Gate;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One answer that waits until a test lets it go. */
public final class Hold implements Gate {

    /** Nothing is sent, not even the headers. */
    static final long BEFORE_HEADERS = -1;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final long after;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    Hold(long after) {
        this.after = after;
    }

    /** Returns when a request waits here; after a minute it is a failure. */
    public void awaitArrived() throws InterruptedException {
        if (!arrived.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("no request came within " + PATIENCE.toSeconds() + " s");
        }
    }

    public boolean hasArrived() {
        return arrived.getCount() == 0;
    }

    /** Lets the answer go on, now or when it comes. */
    public void release() {
        released.countDown();
    }

    @Override
    public long after() {
        return after;
    }

    @Override
    public void await() throws InterruptedException {
        arrived.countDown();
        released.await();
    }
}
