package io.flexledger.realtime.session.question;

import io.flexledger.realtime.message.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the value of each open position, where nothing else tells its mark. What is asked for follows what is held,
 * a few messages at a time; of more positions than may be asked for at once, those asked for longest make room for the
 * others in turn.
 *
 * @param open   what is held, in the order in which it is to be asked for
 * @param asked  when each was asked for, the oldest first
 * @param nextAt the earliest time of the next messages
 */
public record PositionWatch(
        PositionNumbers numbers,
        SequencedSet<PositionKey> open,
        SequencedMap<PositionKey, Instant> asked,
        Instant nextAt,
        WatchPace pace) {

    public PositionWatch {
        open = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(open));
        asked = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(asked));
    }

    /** The watch after some time, and what is to be sent. */
    public record Step(PositionWatch watch, List<Request> requests) {
        public Step {
            requests = List.copyOf(requests);
        }
    }

    public static PositionWatch from(Instant at, WatchPace pace) {
        return new PositionWatch(PositionNumbers.NONE, new LinkedHashSet<>(), new LinkedHashMap<>(), at, pace);
    }

    /** @param units 0 when it was closed */
    public PositionWatch told(PositionKey position, BigDecimal units) {
        PositionNumbers numbered = numbers.with(position);
        SequencedSet<PositionKey> held = new LinkedHashSet<>(open);
        if (units.signum() == 0 || !numbered.contains(position)) {
            held.remove(position);
        } else {
            held.add(position);
        }
        return new PositionWatch(numbered, held, asked, nextAt, pace);
    }

    /** The gateway has forgotten what it was asked for. */
    public PositionWatch forgotten() {
        return new PositionWatch(numbers, open, new LinkedHashMap<>(), nextAt, pace);
    }

    /** From now on half as fast. */
    public PositionWatch slower() {
        return new PositionWatch(numbers, open, asked, nextAt, pace.halved());
    }

    /** Null while nothing is to be asked for and nothing to be ended. */
    public @Nullable Instant due() {
        if (asked.keySet().stream().anyMatch(position -> !open.contains(position))) {
            return nextAt;
        }
        if (asked.size() == open.size()) {
            return null;
        }
        return asked.size() < pace.most() ? nextAt : later(nextAt, over(asked));
    }

    public Step passed(Instant at) {
        Instant due = due();
        if (due == null || (at.isBefore(due) && !isClockSetBack(at))) {
            return new Step(this, List.of());
        }
        SequencedSet<PositionKey> held = new LinkedHashSet<>(open);
        SequencedMap<PositionKey, Instant> now = new LinkedHashMap<>(asked);
        List<Request> requests = new ArrayList<>();
        Optional<Request> next = next(held, now, at);
        while (next.isPresent()) {
            requests.add(next.get());
            next = requests.size() < pace.atOnce() ? next(held, now, at) : Optional.empty();
        }
        return new Step(new PositionWatch(numbers, held, now, at.plus(pace.apart()), pace), requests);
    }

    private Optional<Request> next(SequencedSet<PositionKey> held, SequencedMap<PositionKey, Instant> now, Instant at) {
        Optional<PositionKey> closed = now.keySet().stream()
                .filter(position -> !held.contains(position))
                .findFirst();
        if (closed.isPresent()) {
            return Optional.of(ended(closed.get(), now));
        }
        Optional<PositionKey> waiting =
                held.stream().filter(position -> !now.containsKey(position)).findFirst();
        if (waiting.isPresent() && now.size() < pace.most()) {
            now.putLast(waiting.get(), at);
            return Optional.of(asking(waiting.get()));
        }
        if (waiting.isPresent() && !at.isBefore(over(now))) {
            PositionKey first = now.firstEntry().getKey();
            held.addLast(first);
            return Optional.of(ended(first, now));
        }
        return Optional.empty();
    }

    private Request asking(PositionKey position) {
        return new Request.PositionProfitAndLoss(
                numbers.requestId(position), position.account(), null, position.conId());
    }

    private Request ended(PositionKey position, SequencedMap<PositionKey, Instant> now) {
        now.remove(position);
        return new Request.CancelPositionProfitAndLoss(numbers.requestId(position));
    }

    /** When the turn of the one asked for longest is over. */
    private Instant over(SequencedMap<PositionKey, Instant> now) {
        return now.firstEntry().getValue().plus(pace.turn());
    }

    /** A clock that was set back does not stop it. */
    private boolean isClockSetBack(Instant at) {
        return nextAt.isAfter(at.plus(pace.apart()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
