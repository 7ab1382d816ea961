package io.flexledger.realtime.session;

import io.flexledger.contracts.live.GatewayStatus.State;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the one session with a gateway stands: how far the present connection has come, and what is remembered of those
 * before.
 *
 * @param due when time alone changes something; null when it never does
 */
public record Session(
        Phase phase,
        Past past,
        State state,
        Instant since,
        @Nullable Instant due) {

    /** Whether a session stands, with or without the broker behind it. */
    public boolean hasSession() {
        return phase instanceof Phase.Live;
    }

    public boolean isStopped() {
        return phase instanceof Phase.Stopped;
    }

    /** Counts the connections of this process, from 1. */
    public long number() {
        return past.connections();
    }

    /** The version spoken from now on; null without one. */
    public @Nullable Integer serverVersion() {
        return switch (phase) {
            case Phase.Starting starting -> starting.serverVersion();
            case Phase.Live live -> live.subscriptions().serverVersion();
            case Phase.Stopped _, Phase.Waiting _, Phase.Dialling _, Phase.Greeting _ -> null;
        };
    }

    public SessionStatus status() {
        Phase.Live live = phase instanceof Phase.Live standing ? standing : null;
        return new SessionStatus(
                state,
                since,
                mishap(),
                phase instanceof Phase.Waiting(Instant until) ? until : null,
                past.failed(),
                past.connections(),
                past.clientId(),
                serverVersion(),
                past.accounts(),
                past.readyAt(),
                past.heardAt(),
                past.clockOffset(),
                live == null ? null : live.heartbeat().answeredAt(),
                live == null ? null : live.answers().executionsAt(),
                live == null ? null : live.answers().settledAt(),
                live == null ? Set.of() : live.answers().unanswered());
    }

    private @Nullable Mishap mishap() {
        return switch (phase) {
            case Phase.Stopped _ -> null;
            case Phase.Live live -> live.mishap();
            case Phase.Waiting _, Phase.Dialling _, Phase.Greeting _, Phase.Starting _ -> past.mishap();
        };
    }
}
