package io.flexledger.realtime.session.question;

import io.flexledger.realtime.message.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, and what came of it.
 *
 * @param pending      by request id, until when the answer may take
 * @param overdue      request ids of what was not answered in time the last time it was asked
 * @param refused      request ids of what was answered with an error the last time
 * @param executionsAt when the executions were last told to their end; null: never in this session
 * @param wanted       whether somebody waits for everything that is pending
 * @param settledAt    when everything that somebody waited for had last come, or was given up; null: never in this
 *                     session
 */
public record Answers(
        Map<Integer, Instant> pending,
        Set<Integer> overdue,
        Set<Integer> refused,
        @Nullable Instant executionsAt,
        boolean wanted,
        @Nullable Instant settledAt) {

    public static final Answers NONE = new Answers(Map.of(), Set.of(), Set.of(), null, false, null);

    public Answers {
        pending = Map.copyOf(pending);
        overdue = Set.copyOf(overdue);
        refused = Set.copyOf(refused);
    }

    public Answers asked(List<Request> requests, Instant at, Duration limit) {
        Map<Integer, Instant> waiting = new HashMap<>(pending);
        requests.forEach(request -> answeredAs(request).ifPresent(requestId -> waiting.put(requestId, at.plus(limit))));
        return new Answers(waiting, overdue, refused, executionsAt, wanted, settledAt);
    }

    /** Somebody waits for what is pending now. */
    public Answers whenWanted() {
        return new Answers(pending, overdue, refused, executionsAt, true, settledAt);
    }

    public Answers answered(int requestId, Instant at) {
        Asked asked = Asked.of(requestId).orElse(null);
        if (asked == null) {
            return this;
        }
        return new Answers(
                        without(requestId),
                        without(overdue, requestId),
                        without(refused, requestId),
                        asked == Asked.EXECUTIONS ? at : executionsAt,
                        wanted,
                        settledAt)
                .settled(at);
    }

    public Answers refused(int requestId, Instant at) {
        return Asked.of(requestId).isEmpty()
                ? this
                : new Answers(without(requestId), overdue, with(refused, requestId), executionsAt, wanted, settledAt)
                        .settled(at);
    }

    /** Gives up on what has taken too long. */
    public Answers passed(Instant at) {
        Answers now = this;
        for (Map.Entry<Integer, Instant> waiting : pending.entrySet()) {
            if (!at.isBefore(waiting.getValue())) {
                int requestId = waiting.getKey();
                now = new Answers(
                        now.without(requestId), with(now.overdue, requestId), refused, executionsAt, wanted, settledAt);
            }
        }
        return now.settled(at);
    }

    /** A gateway that left out the end of the executions once does so again: nobody has to wait for that. */
    private Answers settled(Instant at) {
        boolean all = pending.keySet().stream()
                .allMatch(requestId -> requestId == Asked.EXECUTIONS.requestId() && overdue.contains(requestId));
        return wanted && all ? new Answers(pending, overdue, refused, executionsAt, false, at) : this;
    }

    public @Nullable Instant due() {
        return pending.values().stream().min(Instant::compareTo).orElse(null);
    }

    /** What was not answered the last time, or refused. */
    public Set<Asked> unanswered() {
        Set<Asked> missing = kinds(overdue);
        missing.addAll(kinds(refused));
        return missing;
    }

    /** Whether something is missing that a working gateway tells. */
    public boolean isLacking() {
        return !lacking().isEmpty();
    }

    /**
     * What is missing that a working gateway tells. Executions that end without saying so are none of it: on a day
     * without any, some gateways say nothing. Neither is an account's result, which no figure rests on, nor the value
     * of one position, whose lack is told with the account's.
     */
    public List<Asked> lacking() {
        Set<Asked> missing = kinds(overdue);
        missing.remove(Asked.EXECUTIONS);
        missing.addAll(kinds(refused));
        missing.remove(Asked.RESULT);
        missing.remove(Asked.MARK);
        return List.copyOf(missing);
    }

    private static OptionalInt answeredAs(Request request) {
        return switch (request) {
            case Request.AccountSummary summary -> OptionalInt.of(summary.requestId());
            case Request.AccountUpdatesMulti values -> OptionalInt.of(values.requestId());
            case Request.Executions executions -> OptionalInt.of(executions.requestId());
            case Request.Positions() -> OptionalInt.of(Asked.POSITIONS.requestId());
            case Request.AccountUpdates updates when updates.subscribe() -> OptionalInt.of(Asked.ACCOUNT.requestId());
            default -> OptionalInt.empty(); // has no end, or is none of ours
        };
    }

    private Map<Integer, Instant> without(int requestId) {
        Map<Integer, Instant> rest = new HashMap<>(pending);
        rest.remove(requestId);
        return rest;
    }

    private static Set<Asked> kinds(Set<Integer> requestIds) {
        Set<Asked> kinds = new TreeSet<>();
        requestIds.forEach(requestId -> Asked.of(requestId).ifPresent(kinds::add));
        return kinds;
    }

    private static Set<Integer> with(Set<Integer> set, int requestId) {
        Set<Integer> more = new HashSet<>(set);
        more.add(requestId);
        return more;
    }

    private static Set<Integer> without(Set<Integer> set, int requestId) {
        Set<Integer> less = new HashSet<>(set);
        less.remove(requestId);
        return less;
    }
}
