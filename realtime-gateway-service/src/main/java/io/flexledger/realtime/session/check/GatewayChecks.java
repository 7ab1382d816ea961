package io.flexledger.realtime.session.check;

import io.flexledger.realtime.session.Mishap;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.realtime.session.Trouble;
import io.flexledger.realtime.session.question.Asked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the state of a session says about each step towards it. What comes after a step that failed was not reached, and
 * is left out.
 */
public final class GatewayChecks {

    /** Beyond it, times of fills and of this machine tell different stories. */
    private static final Duration LARGEST_OFFSET = Duration.ofSeconds(2);

    /** Beyond it, the gateway plays a day of its own, as a rehearsal does. */
    private static final Duration ANOTHER_DAY = Duration.ofDays(1);

    private static final String REACHABLE = "reachable";
    private static final String VERSION = "version";
    private static final String READY = "ready";

    private static final GatewayCheck UNDECIDED =
            GatewayCheck.warn(REACHABLE, "No attempt has come to an end yet.", "Wait some seconds and look again.");

    private GatewayChecks() {}

    /** In the order in which a session comes about. */
    public static List<GatewayCheck> of(SessionStatus status) {
        Mishap mishap = status.mishap();
        if (!status.hasSession()) {
            return mishap == null ? List.of(UNDECIDED) : unreached(mishap);
        }
        List<GatewayCheck> checks = new ArrayList<>();
        checks.add(GatewayCheck.ok(REACHABLE, "The connection stands."));
        checks.add(GatewayCheck.ok(VERSION, "It speaks version %d.".formatted(status.serverVersion())));
        checks.add(GatewayCheck.ok(READY, "Logged in for %s.".formatted(String.join(", ", status.accounts()))));
        checks.add(broker(mishap));
        checks.add(heartbeat(status));
        checks.add(clock(status));
        checks.add(executions(status));
        return checks;
    }

    private static List<GatewayCheck> unreached(Mishap mishap) {
        List<GatewayCheck> checks = new ArrayList<>();
        String failed = step(mishap.trouble());
        if (!failed.equals(REACHABLE)) {
            checks.add(GatewayCheck.ok(REACHABLE, "A connection was made."));
        }
        if (failed.equals(READY)) {
            checks.add(GatewayCheck.ok(VERSION, "It greeted in a version we speak."));
        }
        checks.add(GatewayCheck.fail(failed, mishap.finding(), mishap.trouble().nextStep()));
        return checks;
    }

    /** Where a session that does not stand came to its end. */
    private static String step(Trouble trouble) {
        return switch (trouble) {
            case GATEWAY_REFUSED -> REACHABLE;
            case GATEWAY_CLOSED, GATEWAY_SILENT, GATEWAY_FOREIGN, GATEWAY_VERSION -> VERSION;
            case GATEWAY_CLIENT_ID,
                    GATEWAY_NOT_READY,
                    GATEWAY_LOST,
                    GATEWAY_UPLINK,
                    GATEWAY_UNANSWERED,
                    GATEWAY_PACING,
                    GATEWAY_SUBSCRIPTION,
                    GATEWAY_SERVICE -> READY;
        };
    }

    private static GatewayCheck broker(@Nullable Mishap mishap) {
        return mishap != null && mishap.trouble() == Trouble.GATEWAY_UPLINK
                ? GatewayCheck.fail("broker", mishap.finding(), mishap.trouble().nextStep())
                : GatewayCheck.ok("broker", "The gateway says nothing of a lost connection to the broker.");
    }

    private static GatewayCheck heartbeat(SessionStatus status) {
        if (status.heartbeatAt() == null) {
            return GatewayCheck.fail(
                    "heartbeat", "It has not answered a question yet.", Trouble.GATEWAY_UNANSWERED.nextStep());
        }
        return GatewayCheck.ok("heartbeat", "It last answered at %s.".formatted(status.heartbeatAt()));
    }

    private static GatewayCheck clock(SessionStatus status) {
        Duration offset = status.clockOffset();
        if (offset == null) {
            return GatewayCheck.warn("clock", "It has not said its time yet.", "Wait some seconds and look again.");
        }
        if (offset.abs().compareTo(ANOTHER_DAY) >= 0) {
            return GatewayCheck.warn(
                    "clock",
                    "Its clock is %+d days from this machine's.".formatted(offset.toDays()),
                    "Nothing in a rehearsal, which has a clock of its own; else set the clocks of both machines.");
        }
        String detail =
                "Its clock differs from this machine's by %d ms, to half a second.".formatted(offset.toMillis());
        return offset.abs().compareTo(LARGEST_OFFSET) > 0
                ? GatewayCheck.warn("clock", detail, "Synchronise the clocks of both machines.")
                : GatewayCheck.ok("clock", detail);
    }

    private static GatewayCheck executions(SessionStatus status) {
        if (status.unanswered().contains(Asked.EXECUTIONS)) {
            return GatewayCheck.warn(
                    "executions",
                    "Executions were asked for, and no end of them was told the last time.",
                    "Nothing on a day without executions, when some gateways stay silent; else restart the gateway.");
        }
        return status.executionsAt() == null
                ? GatewayCheck.warn(
                        "executions", "Executions were not told to their end yet.", "Wait some seconds and look again.")
                : GatewayCheck.ok("executions", "They were told to their end at %s.".formatted(status.executionsAt()));
    }
}
