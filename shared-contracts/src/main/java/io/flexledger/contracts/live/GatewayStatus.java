package io.flexledger.contracts.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flexledger.contracts.id.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the broker's gateway is heard. Topic {@code gateway-status}, key gateway; told on change and as a sign of life, so
 * that silence of the service itself shows, too.
 *
 * @param gateway     name of the connection, for a reader with several
 * @param version     counts the states of this gateway upwards; not from 1
 * @param since       when the state began
 * @param problem     why it is not CONNECTED, where that is known
 * @param statedAt    when this was told, by the service's clock
 * @param heardAt     when the gateway last said anything, by the service's clock; null if never
 * @param clockOffsetMs what to add to the service's clock to get the gateway's, in milliseconds
 * @param serverVersion of the protocol, as agreed; null without a session
 * @param accounts    of this log-in; empty before the first session
 * @param nextAttemptAt when it is tried again; null while connected or disabled
 */
public record GatewayStatus(
        String gateway,
        long version,
        State state,
        Instant since,
        @Nullable Problem problem,
        Instant statedAt,
        @Nullable Instant heardAt,
        long clockOffsetMs,
        @Nullable Integer serverVersion,
        List<AccountId> accounts,
        @Nullable Instant nextAttemptAt) {

    public GatewayStatus {
        accounts = List.copyOf(accounts);
    }

    /** How it stands with the gateway. */
    public enum State {
        /** Not switched on here. */
        DISABLED,
        CONNECTING,
        CONNECTED,
        /** A session stands, but the broker behind the gateway is out of reach, or answers fail to come. */
        DEGRADED,
        /** No session, at a time at which the gateway is expected to restart. */
        RESTART_WINDOW,
        /** The gateway waits for a person to log in. */
        LOGIN_NEEDED;

        /** Whether what was heard last is still what holds. */
        public boolean isLive() {
            return this == CONNECTED;
        }
    }

    /**
     * @param code stable, such as {@code GATEWAY_REFUSED}
     * @param text what was seen and what to do, for a person
     */
    public record Problem(String code, String text) {}

    /** Wire name and version of the shape. */
    public static final String TYPE = "gateway-status.v1";

    /** What the gateway's clock shows at an instant of this machine's. */
    @JsonIgnore
    public Instant gatewayTime(Instant here) {
        return here.plusMillis(clockOffsetMs);
    }
}
