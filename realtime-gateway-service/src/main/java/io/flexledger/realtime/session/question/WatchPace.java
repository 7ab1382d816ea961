package io.flexledger.realtime.session.question;

import java.time.Duration;

/**
 * How fast positions are asked for one by one: a few at once, and in the mean half of all that may be sent, so that a
 * question for executions never waits behind more than a few of them.
 *
 * @param atOnce messages that leave together
 * @param apart  from one such handful to the next
 * @param most   positions asked for at a time
 * @param turn   how long a position is asked for at least while others wait for its place
 */
public record WatchPace(int atOnce, Duration apart, int most, Duration turn) {

    /** The broker states no limit of these subscriptions; every log-in has at least so many lines of market data. */
    static final int MOST = 100;

    private static final int SHARE_AT_ONCE = 8;
    private static final int SHARE = 2;
    private static final Duration TURN = Duration.ofSeconds(15);

    /** @param perSecond most messages sent within a second, of any kind */
    public static WatchPace within(int perSecond) {
        int atOnce = Math.max(1, perSecond / SHARE_AT_ONCE);
        return new WatchPace(
                atOnce,
                Duration.ofSeconds(1).multipliedBy((long) SHARE * atOnce).dividedBy(perSecond),
                MOST,
                TURN);
    }

    WatchPace halved() {
        return new WatchPace(atOnce, apart.multipliedBy(2), most, turn);
    }
}
