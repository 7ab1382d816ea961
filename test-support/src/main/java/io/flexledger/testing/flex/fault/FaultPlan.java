package io.flexledger.testing.flex.fault;

import io.flexledger.testing.flex.service.Endpoint;
import io.flexledger.testing.flex.wire.Framing;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Which request meets which fault: first those in the queue of its call, then by chance if that is wanted. */
public final class FaultPlan {

    /** What passes by itself: every client should get its report in spite of them. */
    public static final List<Fault> PASSING = List.of(
            Fault.code(1001),
            Fault.code(1004),
            Fault.code(1009),
            Fault.code(1019),
            Fault.code(1021),
            Fault.status(429, 1),
            Fault.status(500),
            Fault.status(502),
            Fault.status(503),
            Fault.page(),
            Fault.empty(),
            Fault.reset(),
            Fault.cut(100, Framing.LENGTH),
            Fault.cut(100, Framing.CHUNKED),
            Fault.cut(100, Framing.CLOSE),
            Fault.drip(4_096, Duration.ofMillis(1)));

    private final Map<Endpoint, Deque<Fault>> queues = new EnumMap<>(Endpoint.class);
    private Chance chance = new Chance(0, 0, PASSING);

    /** @param percent of the requests that meet a fault */
    private record Chance(Random random, int percent, List<Fault> faults) {

        Chance(long seed, int percent, List<Fault> faults) {
            this(new Random(seed), percent, List.copyOf(faults));
        }

        Optional<Fault> throwDice() {
            boolean hit = random.nextInt(100) < percent;
            int which = random.nextInt(faults.size());
            return hit ? Optional.of(faults.get(which)) : Optional.empty();
        }
    }

    public synchronized void add(Endpoint endpoint, Fault fault) {
        queue(endpoint).add(fault);
    }

    /** The same faults for the same seed and order of requests. */
    public synchronized void random(long seed, int percent, List<Fault> faults) {
        chance = new Chance(seed, percent, faults);
    }

    /** From now on nothing goes wrong. */
    public synchronized void clear() {
        queues.clear();
        chance = new Chance(0, 0, PASSING);
    }

    /** The fault of the request that is being answered. */
    public synchronized Optional<Fault> take(Endpoint endpoint) {
        Fault queued = queue(endpoint).poll();
        return queued == null ? chance.throwDice() : Optional.of(queued);
    }

    public synchronized int waiting(Endpoint endpoint) {
        return queue(endpoint).size();
    }

    private Deque<Fault> queue(Endpoint endpoint) {
        return queues.computeIfAbsent(endpoint, _ -> new ArrayDeque<>());
    }
}
