package io.flexledger.realtime.session.question;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast messages may leave: within any second at most so many. The gateway takes 50 and ends the connection of those
 * who send more again and again.
 */
public final class SendPace {

    /** Below what the gateway takes, since the network may push messages together. */
    public static final int MOST = 49;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Deque<Long> sent = new ArrayDeque<>();
    private volatile int limit;

    public SendPace(int perSecond) {
        if (perSecond < 1 || perSecond > MOST) {
            throw new IllegalArgumentException("messages a second are from 1 to %d: %d".formatted(MOST, perSecond));
        }
        this.limit = perSecond;
    }

    /**
     * Takes the turn of one message.
     *
     * @param nanos by a clock that only goes forward
     * @return how long to wait before it may leave
     */
    public Duration reserve(long nanos) {
        while (sent.size() > limit) {
            sent.remove();
        }
        long turn = nanos;
        if (sent.size() == limit) {
            turn = Math.max(nanos, sent.remove() + SECOND);
        }
        sent.add(turn);
        return Duration.ofNanos(turn - nanos);
    }

    /** From now on half as fast. */
    public void halve() {
        limit = Math.max(1, limit / 2);
    }
}
