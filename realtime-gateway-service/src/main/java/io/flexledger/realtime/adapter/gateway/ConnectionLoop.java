package io.flexledger.realtime.adapter.gateway;

import io.flexledger.realtime.adapter.gateway.GatewaySocket.Reading;
import io.flexledger.realtime.codec.Codec;
import io.flexledger.realtime.codec.TextCodec;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.session.GatewayListener;
import io.flexledger.realtime.session.Mishap;
import io.flexledger.realtime.session.RawFrame;
import io.flexledger.realtime.session.Session;
import io.flexledger.realtime.session.SessionAction;
import io.flexledger.realtime.session.SessionEvent;
import io.flexledger.realtime.session.SessionRules;
import io.flexledger.realtime.session.SessionSettings;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.realtime.session.SessionStep;
import io.flexledger.realtime.session.Trouble;
import io.flexledger.realtime.session.question.SendPace;
import io.flexledger.realtime.wire.Frames;
import io.flexledger.realtime.wire.HandshakeException;
import io.flexledger.realtime.wire.Hello;
import io.flexledger.realtime.wire.UndecodableException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The thread that owns the socket: turns what happens into events, and does what the rules say. */
final class ConnectionLoop {

    private static final Logger LOG = Logger.getLogger(ConnectionLoop.class);

    /** How long a command may wait for the end of a read. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final GatewayAddress address;
    private final SessionSettings settings;
    private final SessionRules rules;
    private final InstantSource clock;
    private final GatewayListener listener;
    private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final Queue<SessionEvent> outcomes = new ArrayDeque<>();
    private final Thread thread;
    private volatile Session session;
    private volatile @Nullable Throwable broken;
    private SessionStatus told;
    private @Nullable GatewaySocket socket;
    private @Nullable Codec codec;
    private final SessionStep first;

    ConnectionLoop(
            GatewayAddress address,
            SessionSettings settings,
            SessionRules rules,
            InstantSource clock,
            GatewayListener listener) {
        this.address = address;
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
        this.listener = listener;
        first = rules.begin(clock.instant());
        session = first.session();
        told = session.status();
        thread = Thread.ofVirtual().name("gateway-session").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    SessionStatus status() {
        return session.status();
    }

    /** Why the thread is gone without having been told to stop; null while all is well. */
    @Nullable
    Throwable broken() {
        return broken;
    }

    void command(Command command) {
        commands.add(command);
    }

    void end(Duration patience) {
        commands.add(Command.STOP);
        try {
            if (!thread.join(patience)) {
                throw new IllegalStateException("the listener of the gateway has not returned for " + patience);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        tell(told);
        try {
            attempt(() -> perform(first));
            while (!session.isStopped()) {
                attempt(this::next);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            broken = e;
            LOG.error("the session with the gateway cannot go on: restart the service once the cause is mended", e);
        } finally {
            hangUp();
        }
    }

    private interface Attempt {
        void make() throws InterruptedException;
    }

    /** A fault of ours costs the connection and not the thread: a session that only seems to stand helps nobody. */
    private void attempt(Attempt attempt) throws InterruptedException {
        try {
            attempt.make();
        } catch (RuntimeException | Error e) {
            LOG.error("the session with the gateway failed by a fault of this program; it begins anew", e);
            outcomes.clear();
            happens(new SessionEvent.Ended("This program failed: %s.".formatted(e)), clock.instant());
        }
    }

    private void next() throws InterruptedException {
        SessionEvent outcome = outcomes.poll();
        if (outcome != null) {
            happens(outcome, clock.instant());
            return;
        }
        Command command = commands.poll();
        if (command == null && socket == null) {
            command = commands.poll(untilDue().toNanos(), TimeUnit.NANOSECONDS);
        }
        if (command != null) {
            happens(command.event(), clock.instant());
        } else if (socket == null || isQuietAndDue(socket)) {
            happens(new SessionEvent.Passed(), clock.instant());
        } else {
            read(socket);
        }
    }

    /** While answers lie here unread, the gateway is not late with them. */
    private boolean isQuietAndDue(GatewaySocket open) {
        return untilDue().isZero() && !(session.hasSession() && open.hasMore());
    }

    private Duration untilDue() {
        Instant due = session.due();
        Duration left = due == null ? GLANCE : Duration.between(clock.instant(), due);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void read(GatewaySocket open) {
        Duration left = untilDue();
        Reading reading = open.read(left.compareTo(GLANCE) < 0 ? left : GLANCE);
        Instant at = clock.instant();
        switch (reading) {
            case Reading.Nothing() -> {}
            case Reading.End(String detail) -> happens(new SessionEvent.Ended(detail), at);
            case Reading.Garbled(String detail) -> happens(garbled(detail), at);
            case Reading.Frame frame -> {
                Integer version = session.serverVersion();
                happens(version == null ? greeted(frame.payload()) : heard(frame.payload(), version, at), at);
            }
        }
    }

    private SessionEvent garbled(String detail) {
        return session.serverVersion() == null
                ? new SessionEvent.Misgreeted(new Mishap(Trouble.GATEWAY_FOREIGN, detail))
                : new SessionEvent.Ended(detail);
    }

    private SessionEvent greeted(byte[] payload) {
        try {
            Hello hello = Hello.answered(payload);
            codec = new TextCodec(hello.serverVersion());
            return new SessionEvent.Greeted(hello.serverVersion());
        } catch (HandshakeException e) {
            return new SessionEvent.Misgreeted(new Mishap(Trouble.GATEWAY_VERSION, String.valueOf(e.getMessage())));
        }
    }

    private SessionEvent heard(byte[] payload, int version, Instant at) {
        try {
            listener.heard(new RawFrame(session.number(), version, at, payload));
        } catch (RuntimeException e) {
            LOG.error("what the gateway said could not be kept; it is asked again in a new session", e);
            return new SessionEvent.Ended("What it said could not be kept.");
        }
        return new SessionEvent.Heard(decoded(payload));
    }

    private @Nullable Incoming decoded(byte[] payload) {
        try {
            return codec == null ? null : codec.decode(payload);
        } catch (UndecodableException | RuntimeException e) {
            LOG.warnf("gateway said something unreadable: %s", e.getMessage());
            return null;
        }
    }

    private void happens(SessionEvent event, Instant at) {
        perform(rules.after(session, event, at));
    }

    private void perform(SessionStep step) {
        session = step.session();
        SessionStatus status = session.status();
        if (!status.isLike(told)) {
            if (status.state() != told.state() || !Objects.equals(status.mishap(), told.mishap())) {
                log(status);
            }
            told = status;
            tell(status);
        }
        step.actions().forEach(this::perform);
    }

    private void perform(SessionAction action) {
        switch (action) {
            case SessionAction.Dial() -> dial();
            case SessionAction.Ask(var request) -> {
                if (socket != null && codec != null) {
                    socket.send(Frames.framed(codec.encode(request)));
                }
            }
            case SessionAction.SlowDown() -> {
                if (socket != null) {
                    socket.slowDown();
                }
            }
            case SessionAction.HangUp() -> hangUp();
        }
    }

    private void dial() {
        try {
            GatewaySocket open = GatewaySocket.connect(
                    address,
                    settings.limits().connect(),
                    new SendPace(settings.client().perSecond()));
            socket = open;
            open.send(Hello.opening());
            outcomes.add(new SessionEvent.Dialled());
        } catch (IOException e) {
            outcomes.add(new SessionEvent.NotDialled("%s: %s.".formatted(address, e.getMessage())));
        }
    }

    private void hangUp() {
        if (socket != null) {
            socket.close();
            socket = null;
            codec = null;
        }
    }

    private static void log(SessionStatus status) {
        Mishap mishap = status.mishap();
        LOG.infof(
                "gateway state=%s trouble=%s session=%d failed=%d version=%s next=%s detail=%s",
                status.state(),
                mishap == null ? "none" : mishap.trouble().code(),
                status.session(),
                status.attempt(),
                status.serverVersion(),
                status.nextAttemptAt(),
                mishap == null ? "" : mishap.detail());
    }

    private void tell(SessionStatus status) {
        try {
            listener.changed(status);
        } catch (RuntimeException | Error e) {
            LOG.error("the state of the gateway could not be told", e);
        }
    }
}
