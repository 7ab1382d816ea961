package io.flexledger.realtime.session.question;

import java.time.Duration;

/**
 * How fast messages may leave: a few at once, then one after the other, and within any second no more than the limit.
 * The gateway takes 50, and ends the connection of those who send more again and again. Few at once, since what leaves
 * apart may arrive together.
 */
public final class SendPace {

    /** Just below what the gateway takes. */
    public static final int MOST = 49;

    private static final int SHARE_AT_ONCE = 4;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private volatile int limit;
    private long evenly = Long.MIN_VALUE;

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
        int atOnce = Math.max(1, limit / SHARE_AT_ONCE);
        long apart = Math.ceilDiv(SECOND, limit - atOnce + 1);
        evenly = Math.max(evenly, nanos);
        long turn = Math.max(nanos, evenly - (atOnce - 1) * apart);
        evenly += apart;
        return Duration.ofNanos(turn - nanos);
    }

    /** From now on half as fast. */
    public void halve() {
        limit = Math.max(1, limit / 2);
    }
}
