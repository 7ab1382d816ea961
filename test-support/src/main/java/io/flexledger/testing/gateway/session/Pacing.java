package io.flexledger.testing.gateway.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a client may send: after a violation the count begins again, after the third the connection ends. */
final class Pacing {

    static final int MOST = 50;
    private static final int PATIENCE = 3;
    private static final long WINDOW = Duration.ofSeconds(1).toNanos();

    private final Deque<Long> arrivals = new ArrayDeque<>();
    private int violations;

    boolean isViolatedBy(long nanos) {
        while (!arrivals.isEmpty() && nanos - arrivals.element() >= WINDOW) {
            arrivals.remove();
        }
        arrivals.add(nanos);
        if (arrivals.size() <= MOST) {
            return false;
        }
        arrivals.clear();
        violations++;
        return true;
    }

    boolean isOver() {
        return violations >= PATIENCE;
    }

    String sentence() {
        return "Max rate of messages per second has been exceeded:max=%d rec=%d (%d)"
                .formatted(MOST, MOST + 1, violations);
    }
}
