package io.flexledger.testing.flex;

import io.flexledger.testing.flex.service.Endpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The holds of each call, for its next requests in turn. */
final class Holds implements AutoCloseable {

    private final Map<Endpoint, Deque<Hold>> waiting = new EnumMap<>(Endpoint.class);
    private final List<Hold> all = new ArrayList<>();

    synchronized Hold add(Endpoint endpoint, long after) {
        Hold hold = new Hold(after);
        waiting.computeIfAbsent(endpoint, _ -> new ArrayDeque<>()).add(hold);
        all.add(hold);
        return hold;
    }

    synchronized Optional<Hold> take(Endpoint endpoint) {
        Deque<Hold> queue = waiting.get(endpoint);
        return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
    }

    /** In the order they were made. */
    synchronized List<Hold> all() {
        return List.copyOf(all);
    }

    @Override
    public synchronized void close() {
        all.forEach(Hold::release);
    }
}
