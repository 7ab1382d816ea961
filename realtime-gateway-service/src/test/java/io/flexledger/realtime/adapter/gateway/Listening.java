package io.flexledger.realtime.adapter.gateway;

import static io.flexledger.testing.Patience.await;

import io.flexledger.realtime.codec.TextCodec;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.session.GatewayListener;
import io.flexledger.realtime.session.RawFrame;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.realtime.wire.UndecodableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Keeps everything it is told. */
final class Listening implements GatewayListener {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<RawFrame> frames = new CopyOnWriteArrayList<>();
    private final AtomicBoolean failing = new AtomicBoolean();
    private volatile Duration pause = Duration.ZERO;
    private final List<SessionStatus> states = new CopyOnWriteArrayList<>();

    /** The next message is not kept. */
    void failOnce() {
        failing.set(true);
    }

    void slowDown(Duration perMessage) {
        pause = perMessage;
    }

    @Override
    public void heard(RawFrame frame) {
        if (failing.getAndSet(false)) {
            throw new IllegalStateException("no room left");
        }
        LockSupport.parkNanos(pause.toNanos());
        frames.add(frame);
    }

    @Override
    public void changed(SessionStatus status) {
        states.add(status);
    }

    List<RawFrame> frames() {
        return frames;
    }

    List<SessionStatus> states() {
        return states;
    }

    List<Incoming> messages() {
        return frames.stream().map(Listening::decoded).toList();
    }

    <T extends Incoming> List<T> messages(Class<T> kind) {
        return messages().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    SessionStatus awaitStatus(Predicate<SessionStatus> wanted) {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> states.stream().anyMatch(wanted));
        return states.stream().filter(wanted).findFirst().orElseThrow();
    }

    <T extends Incoming> T awaitMessage(Class<T> kind, Predicate<T> wanted) {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> messages(kind).stream().anyMatch(wanted));
        return messages(kind).stream().filter(wanted).findFirst().orElseThrow();
    }

    private static Incoming decoded(RawFrame frame) {
        try {
            return new TextCodec(frame.serverVersion()).decode(frame.payload());
        } catch (UndecodableException e) {
            throw new AssertionError(e);
        }
    }
}
