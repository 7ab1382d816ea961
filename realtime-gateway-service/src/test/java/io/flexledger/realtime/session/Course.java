package io.flexledger.realtime.session;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Request;
import io.flexledger.realtime.session.outage.Backoff;
import io.flexledger.realtime.session.outage.DailyWindow;
import io.flexledger.realtime.session.outage.OutageCalendar;
import io.flexledger.realtime.session.outage.WeeklyTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The course of a session in a time of its own, with what was done on the way. */
final class Course {

    static final SessionSettings SETTINGS = new SessionSettings(
            new SessionSettings.Client(71, null, 40),
            new SessionSettings.Limits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15)),
            new SessionSettings.Rhythm(Duration.ofSeconds(20), Duration.ofMinutes(2)),
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(5)),
            new OutageCalendar(
                    ZoneId.of("America/New_York"),
                    List.of(DailyWindow.parse("23:45-00:45")),
                    WeeklyTime.parse("SUNDAY 01:00")));

    private final SessionRules rules;
    private Session session;
    private Instant now;
    private final List<SessionAction> actions = new ArrayList<>();

    private Course(SessionSettings settings, Instant begin) {
        rules = new SessionRules(settings, bound -> 0);
        now = begin;
        SessionStep step = rules.begin(begin);
        session = step.session();
        actions.addAll(step.actions());
    }

    static Course begunAt(String instant) {
        return new Course(SETTINGS, Instant.parse(instant));
    }

    /** On a Thursday at noon in New York, when nothing is expected. */
    static Course begun() {
        return begunAt("2026-01-15T17:00:00Z");
    }

    static Course begun(SessionSettings settings) {
        return new Course(settings, Instant.parse("2026-01-15T17:00:00Z"));
    }

    static Course ready(String... accounts) {
        return begun().becomesReady(200, accounts);
    }

    Course becomesReady(int version, String... accounts) {
        return happens(new SessionEvent.Dialled())
                .happens(new SessionEvent.Greeted(version))
                .hears(new Incoming.ManagedAccounts(List.of(accounts)))
                .hears(new Incoming.NextOrderId(1));
    }

    Course happens(SessionEvent event) {
        SessionStep step = rules.after(session, event, now);
        session = step.session();
        actions.addAll(step.actions());
        return this;
    }

    Course hears(@Nullable Incoming message) {
        return happens(new SessionEvent.Heard(message));
    }

    Course hearsCode(int code) {
        return hears(new Incoming.Notice(-1, code, "", null, null));
    }

    Course hearsCode(int requestId, int code) {
        return hears(new Incoming.Notice(requestId, code, "", null, null));
    }

    /** Time passes and nothing else; whatever falls due on the way happens then. */
    Course passes(Duration length) {
        Instant end = now.plus(length);
        while (session.due() != null && !session.due().isAfter(end)) {
            now = session.due().isAfter(now) ? session.due() : now;
            happens(new SessionEvent.Passed());
        }
        now = end;
        return this;
    }

    /** The same, with every question answered at once. */
    Course passesAnswered(Duration length) {
        answersAll();
        Instant end = now.plus(length);
        while (session.due() != null && !session.due().isAfter(end)) {
            now = session.due().isAfter(now) ? session.due() : now;
            happens(new SessionEvent.Passed());
            answersAll();
        }
        now = end;
        return this;
    }

    Course answersAll() {
        return hears(new Incoming.CurrentTime(now))
                .hears(new Incoming.ExecutionsEnd(90_000_004))
                .hears(new Incoming.SummaryEnd(90_000_001))
                .hears(new Incoming.PositionsEnd())
                .hears(new Incoming.AccountDownloaded("DU9000001"));
    }

    /** Goes to the end of the pause, and dials. */
    Course triesAgain() {
        Instant next = status().nextAttemptAt();
        if (next == null) {
            throw new IllegalStateException("no attempt is planned");
        }
        return passes(Duration.between(now, next));
    }

    Course forget() {
        actions.clear();
        return this;
    }

    Instant now() {
        return now;
    }

    SessionStatus status() {
        return session.status();
    }

    State state() {
        return status().state();
    }

    @Nullable
    Trouble trouble() {
        Mishap mishap = status().mishap();
        return mishap == null ? null : mishap.trouble();
    }

    List<SessionAction> actions() {
        return actions;
    }

    List<Request> asked() {
        return actions.stream()
                .filter(SessionAction.Ask.class::isInstance)
                .map(action -> ((SessionAction.Ask) action).request())
                .toList();
    }

    /** How long until the next attempt. */
    Duration pause() {
        Instant next = status().nextAttemptAt();
        return next == null ? Duration.ZERO : Duration.between(now, next);
    }
}
