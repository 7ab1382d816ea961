package io.flexledger.realtime.session;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Request;
import io.flexledger.realtime.session.Phase.Dialling;
import io.flexledger.realtime.session.Phase.Greeting;
import io.flexledger.realtime.session.Phase.Live;
import io.flexledger.realtime.session.Phase.Starting;
import io.flexledger.realtime.session.Phase.Stopped;
import io.flexledger.realtime.session.Phase.Waiting;
import io.flexledger.realtime.session.outage.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a session when something happens: one connection at a time, and after each that ended another. */
public final class SessionRules {

    /** After so many connections in a row that stood and came to nothing, somebody has to look at the gateway. */
    private static final int SILENCES_OF_A_DIALOG = 3;

    private static final int CLIENT_ID_IN_USE = 326;
    private static final int HALF_A_SECOND = 500;
    private static final Duration PROMPT = Duration.ofSeconds(2);

    private final SessionSettings settings;
    private final Chance chance;
    private final LiveRules liveRules;

    public SessionRules(SessionSettings settings, Chance chance) {
        this.settings = settings;
        this.chance = chance;
        this.liveRules = new LiveRules(settings);
    }

    /** The first attempt is made at once. */
    public SessionStep begin(Instant at) {
        Past past = Past.begun(at, settings.client().id());
        return dial(new Session(new Waiting(at), past, State.CONNECTING, at, at), past, at, List.of());
    }

    public SessionStep after(Session session, SessionEvent event, Instant at) {
        if (session.isStopped() || (session.phase() instanceof Waiting && event instanceof SessionEvent.OfConnection)) {
            return new SessionStep(session, List.of()); // that connection is over
        }
        return switch (event) {
            case SessionEvent.Dialled() ->
                moved(session, new Greeting(at.plus(settings.limits().greeting())), session.past(), at, List.of());
            case SessionEvent.NotDialled(String detail) ->
                fails(session, new Mishap(Trouble.GATEWAY_REFUSED, detail), at);
            case SessionEvent.Greeted(int serverVersion) -> greeted(session, serverVersion, at);
            case SessionEvent.Misgreeted(Mishap mishap) -> fails(session, mishap, at);
            case SessionEvent.Heard(Incoming message) -> heard(session, message, at);
            case SessionEvent.Ended(String detail) -> ended(session, detail, at);
            case SessionEvent.Passed() -> passed(session, at);
            case SessionEvent.Refresh() -> refresh(session, at);
            case SessionEvent.Reconnect() -> dial(session, session.past(), at, List.of(new SessionAction.HangUp()));
            case SessionEvent.Stop() ->
                moved(session, new Stopped(), session.past(), at, List.of(new SessionAction.HangUp()));
        };
    }

    private SessionStep greeted(Session session, int serverVersion, Instant at) {
        Instant deadline = at.plus(settings.limits().ready());
        Request start = new Request.StartApi(session.past().clientId());
        return moved(
                session,
                new Starting(deadline, serverVersion, null, false, List.of()),
                session.past().heard(at),
                at,
                List.of(new SessionAction.Ask(start)));
    }

    private SessionStep heard(Session session, @Nullable Incoming message, Instant at) {
        Past past = session.past().heard(at);
        if (message instanceof Incoming.Notice notice && notice.code() == CLIENT_ID_IN_USE) {
            return fails(session, new Mishap(Trouble.GATEWAY_CLIENT_ID, "It is %d.".formatted(past.clientId())), at);
        }
        return switch (session.phase()) {
            case Starting starting -> starting(session, starting(starting, message), past, at);
            case Live live ->
                turned(session, withClock(past, live, message, at), liveRules.heard(live, message, at), at);
            case Stopped _, Waiting _, Dialling _, Greeting _ -> moved(session, session.phase(), past, at, List.of());
        };
    }

    private static Starting starting(Starting before, @Nullable Incoming message) {
        return switch (message) {
            case Incoming.ManagedAccounts(List<String> accounts) when !accounts.isEmpty() -> before.of(accounts);
            case Incoming.NextOrderId _ -> before.whenNumbered();
            case Incoming.Notice notice -> before.with(notice);
            case null, default -> before;
        };
    }

    private SessionStep starting(Session session, Starting now, Past past, Instant at) {
        List<String> accounts = now.accounts();
        if (accounts == null || !now.numbered()) {
            return moved(session, now, past, at, List.of());
        }
        LiveRules.Turn begun = liveRules.begin(now.serverVersion(), accounts, past.cutOff(), at);
        SessionStep step = turned(session, past.ready(at, accounts), begun, at);
        for (Incoming.Notice notice : now.notices()) {
            step = step.then(after(step.session(), new SessionEvent.Heard(notice), at));
        }
        return step;
    }

    /**
     * The gateway cuts its time to the second, so in the mean it is half a second later. An answer that came late, or
     * lay here unread, tells little and does not replace one that came at once.
     */
    private static Past withClock(Past past, Live live, @Nullable Incoming message, Instant at) {
        Instant askedAt = live.heartbeat().askedAt();
        boolean late = askedAt == null || at.isAfter(askedAt.plus(PROMPT));
        return message instanceof Incoming.CurrentTime(Instant time) && !(late && past.clockOffset() != null)
                ? past.withClockOffset(Duration.between(at, time.plusMillis(HALF_A_SECOND)))
                : past;
    }

    private SessionStep turned(Session session, Past past, LiveRules.Turn turn, Instant at) {
        if (turn.end() != null) {
            return fails(session, turn.end(), at);
        }
        List<SessionAction> actions = new ArrayList<>();
        if (turn.slower()) {
            actions.add(new SessionAction.SlowDown());
        }
        turn.requests().forEach(request -> actions.add(new SessionAction.Ask(request)));
        return moved(session, turn.live(), past, at, actions);
    }

    private SessionStep ended(Session session, String detail, Instant at) {
        Trouble trouble = switch (session.phase()) {
            case Live live when live.condition().paced() -> Trouble.GATEWAY_PACING;
            case Live _ -> Trouble.GATEWAY_LOST;
            default -> Trouble.GATEWAY_CLOSED;
        };
        return fails(session, new Mishap(trouble, detail), at);
    }

    private SessionStep passed(Session session, Instant at) {
        return switch (session.phase()) {
            case Waiting(Instant until) when isOver(until, at) -> dial(session, session.past(), at, List.of());
            case Greeting(Instant deadline)
            when !at.isBefore(deadline) -> fails(session, Mishap.of(Trouble.GATEWAY_SILENT), at);
            case Starting starting
            when !at.isBefore(starting.deadline()) -> fails(session, Mishap.of(Trouble.GATEWAY_NOT_READY), at);
            case Live live -> turned(session, session.past(), liveRules.passed(live, at), at);
            default -> moved(session, session.phase(), session.past(), at, List.of());
        };
    }

    private SessionStep refresh(Session session, Instant at) {
        return session.phase() instanceof Live live
                ? turned(session, session.past(), liveRules.refresh(live, at), at)
                : moved(session, session.phase(), session.past(), at, List.of());
    }

    private SessionStep dial(Session session, Past past, Instant at, List<SessionAction> before) {
        List<SessionAction> actions = new ArrayList<>(before);
        actions.add(new SessionAction.Dial());
        return moved(session, new Dialling(), past.dialled(), at, actions);
    }

    private SessionStep fails(Session session, Mishap mishap, Instant at) {
        boolean silent = mishap.trouble() == Trouble.GATEWAY_SILENT || mishap.trouble() == Trouble.GATEWAY_NOT_READY;
        Past before = hasLasted(session, at) ? session.past().lasted() : session.past();
        Past past = before.failed(mishap, silent, nextClientId(session, mishap));
        int tries = needsChange(mishap.trouble()) ? Integer.MAX_VALUE : past.failed();
        Duration pause = settings.backoff().pause(tries, settings.outages().expects(at), chance);
        return moved(session, new Waiting(at.plus(pause)), past, at, List.of(new SessionAction.HangUp()));
    }

    /** A clock that was set back does not make a pause longer. */
    private boolean isOver(Instant until, Instant at) {
        return !at.isBefore(until) || until.isAfter(at.plus(settings.backoff().most()));
    }

    /** Whether trying again soon is of no use. */
    private static boolean needsChange(Trouble trouble) {
        return trouble == Trouble.GATEWAY_VERSION || trouble == Trouble.GATEWAY_FOREIGN;
    }

    /** One that is thrown out at once, again and again, is not to be tried every second. */
    private boolean hasLasted(Session session, Instant at) {
        return session.hasSession()
                && !at.isBefore(Objects.requireNonNull(session.past().readyAt())
                        .plus(settings.backoff().most()));
    }

    private int nextClientId(Session session, Mishap mishap) {
        int inUse = session.past().clientId();
        return mishap.trouble() == Trouble.GATEWAY_CLIENT_ID
                ? settings.client().after(inUse)
                : session.hasSession() ? settings.client().id() : inUse;
    }

    private SessionStep moved(Session session, Phase phase, Past before, Instant at, List<SessionAction> actions) {
        Past past = phase instanceof Live live ? before.whenCutOff(live.isCutOff()) : before;
        State state = state(phase, past, at);
        Instant since = state == session.state() ? session.since() : at;
        return new SessionStep(new Session(phase, past, state, since, due(phase)), actions);
    }

    private State state(Phase phase, Past past, Instant at) {
        return switch (phase) {
            case Stopped _ -> State.DISABLED;
            case Live live -> live.isDegraded() ? State.DEGRADED : State.CONNECTED;
            case Waiting _, Dialling _, Greeting _, Starting _ -> withoutSession(past, at);
        };
    }

    private State withoutSession(Past past, Instant at) {
        Instant readyAt = past.readyAt() == null ? past.begunAt() : past.readyAt();
        Instant heardAt = past.heardAt() == null ? past.begunAt() : past.heardAt();
        if (past.failed() > 1 && settings.outages().isLoggedOut(readyAt, heardAt, at)) {
            return State.LOGIN_NEEDED;
        }
        if (settings.outages().expects(at)) {
            return State.RESTART_WINDOW;
        }
        return past.silences() >= SILENCES_OF_A_DIALOG ? State.LOGIN_NEEDED : State.CONNECTING;
    }

    private @Nullable Instant due(Phase phase) {
        return switch (phase) {
            case Stopped _, Dialling _ -> null;
            case Waiting(Instant until) -> until;
            case Greeting(Instant deadline) -> deadline;
            case Starting starting -> starting.deadline();
            case Live live -> liveRules.due(live);
        };
    }
}
