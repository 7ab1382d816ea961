package io.flexledger.realtime.session;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.session.question.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the gateway.
 *
 * @param since         when the state began
 * @param mishap        why it is not as it should be; null when it is, or before the first attempt
 * @param nextAttemptAt null while connecting or connected
 * @param attempt       how many attempts have failed in a row
 * @param session       counts the connections of this process, from 1; 0 before the first
 * @param clientId      the one in use
 * @param serverVersion null without a session
 * @param accounts      of the last log-in
 * @param readyAt       when the last session began; null before the first
 * @param heardAt       when the gateway last said anything
 * @param clockOffset   the gateway's clock less ours, to half a second; null before the first answer
 * @param heartbeatAt   when this session's last sign of life came
 * @param executionsAt  when in this session the executions were last told to their end
 * @param settledAt     when in this session everything that was asked for by hand had last come, or was given up
 * @param unanswered    what was asked and not answered the last time, or refused
 */
public record SessionStatus(
        State state,
        Instant since,
        @Nullable Mishap mishap,
        @Nullable Instant nextAttemptAt,
        int attempt,
        long session,
        int clientId,
        @Nullable Integer serverVersion,
        List<String> accounts,
        @Nullable Instant readyAt,
        @Nullable Instant heardAt,
        @Nullable Duration clockOffset,
        @Nullable Instant heartbeatAt,
        @Nullable Instant executionsAt,
        @Nullable Instant settledAt,
        Set<Asked> unanswered) {

    public SessionStatus {
        accounts = List.copyOf(accounts);
        unanswered = Set.copyOf(unanswered);
    }

    /** Of a gateway nobody wants to listen to. */
    public static SessionStatus disabled(int clientId, Instant since) {
        return new SessionStatus(
                State.DISABLED,
                since,
                null,
                null,
                0,
                0,
                clientId,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of());
    }

    /** Null when all is well, or nothing is known. */
    public @Nullable Trouble trouble() {
        return mishap == null ? null : mishap.trouble();
    }

    /** Whether a session stands, with or without the broker behind it. */
    public boolean hasSession() {
        return state == State.CONNECTED || state == State.DEGRADED;
    }

    /** Whether it says the same, apart from signs of life and the clock. */
    public boolean isLike(SessionStatus other) {
        return withoutPulse().equals(other.withoutPulse());
    }

    private SessionStatus withoutPulse() {
        return new SessionStatus(
                state,
                since,
                mishap,
                nextAttemptAt,
                attempt,
                session,
                clientId,
                serverVersion,
                accounts,
                readyAt,
                null,
                null,
                null,
                executionsAt,
                null,
                unanswered);
    }
}
