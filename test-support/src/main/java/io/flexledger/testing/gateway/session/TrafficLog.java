package io.flexledger.testing.gateway.session;

import io.flexledger.testing.gateway.wire.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the gateway sent and was asked, for tests to compare with what a client made of it. */
public final class TrafficLog {

    private static final int EXEC_ID = 14;

    private final InstantSource clock;
    private final List<Sent> executions = new ArrayList<>();
    private final List<Sent> commissions = new ArrayList<>();
    private final List<Asked> requests = new ArrayList<>();
    private final Map<Integer, Integer> counts = new TreeMap<>();
    private final Map<Integer, Deque<Long>> arrivals = new TreeMap<>();
    private final Map<Integer, Integer> peaks = new TreeMap<>();

    /**
     * An execution or a commission that was given to the network as a whole.
     *
     * @param pushed  not asked for; of a commission nobody can tell, so always true
     * @param at      by the gateway's clock, which may be in another day
     * @param written by the real clock, right before the bytes were given to the network
     */
    public record Sent(int clientId, String execId, boolean pushed, Instant at, Instant written) {}

    public record Asked(int clientId, Message message, Instant at) {}

    TrafficLog(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void sent(int clientId, Message message) {
        counts.merge(message.id(), 1, Integer::sum);
        if (message.id() == 11) {
            boolean pushed = message.fields().get(1).equals("-1");
            executions.add(new Sent(clientId, message.fields().get(EXEC_ID), pushed, clock.instant(), Instant.now()));
        } else if (message.id() == 59) {
            commissions.add(new Sent(clientId, message.fields().get(2), true, clock.instant(), Instant.now()));
        }
    }

    /** @param nanos by a clock that only goes forward */
    synchronized void asked(int clientId, Message message, long nanos) {
        requests.add(new Asked(clientId, message, clock.instant()));
        Deque<Long> second = arrivals.computeIfAbsent(clientId, _ -> new ArrayDeque<>());
        second.add(nanos);
        while (nanos - second.element() >= Duration.ofSeconds(1).toNanos()) {
            second.remove();
        }
        peaks.merge(clientId, second.size(), Math::max);
    }

    /** As if nothing had been said. */
    public synchronized void clear() {
        executions.clear();
        commissions.clear();
        requests.clear();
        counts.clear();
        arrivals.clear();
        peaks.clear();
    }

    public synchronized List<Sent> executions() {
        return List.copyOf(executions);
    }

    public synchronized List<Sent> commissions() {
        return List.copyOf(commissions);
    }

    public synchronized List<Asked> requests() {
        return List.copyOf(requests);
    }

    /** How many messages were sent, by their ids. */
    public synchronized Map<Integer, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** The requests with this message id. */
    public synchronized List<Asked> requests(int messageId) {
        return requests.stream()
                .filter(asked -> asked.message().id() == messageId)
                .toList();
    }

    /** How many messages with this id were sent, to all clients together. */
    public synchronized int count(int messageId) {
        return counts.getOrDefault(messageId, 0);
    }

    /** The most requests of a client within any second. */
    public synchronized int peakRate(int clientId) {
        return peaks.getOrDefault(clientId, 0);
    }
}
