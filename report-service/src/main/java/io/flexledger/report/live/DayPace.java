package io.flexledger.report.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets each thing through at once and then at most once per pause, the last time never lost. Not for several threads.
 */
public final class DayPace<K> {

    private final Duration pause;
    private final Map<K, Instant> last = new HashMap<>();
    private final Set<K> waiting = new LinkedHashSet<>();

    public DayPace(Duration pause) {
        this.pause = pause;
    }

    public void add(K key) {
        waiting.add(key);
    }

    /** What may go through now. */
    public List<K> due(Instant now) {
        last.values().removeIf(at -> !now.isBefore(at.plus(pause)));
        var due = waiting.stream().filter(key -> !last.containsKey(key)).toList();
        due.forEach(key -> last.put(key, now));
        due.forEach(waiting::remove);
        return due;
    }

    /** Whether something waits for its pause to end. */
    public boolean isWaiting() {
        return !waiting.isEmpty();
    }
}
