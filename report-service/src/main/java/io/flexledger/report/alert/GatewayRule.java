package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.live.GatewayStatus;
import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.report.alert.Finding.Words;
import io.flexledger.report.live.Hearing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A gateway is not heard, wants a log-in, or the service that hears it says nothing: each told by itself, though another was
 * told before, since each wants something else done. The hour of its restart is no reason; a service that falls silent in it
 * is one, and what began before goes on until all is well.
 */
final class GatewayRule implements Rule {

    private static final String LOG_IN = "/log-in";
    private static final String SILENT = "/silent";

    private static final String UNNAMED = "gateway";

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.GATEWAY_DOWN);
    }

    @Override
    public List<Finding> findings(Known known, Limits limits) {
        var findings = new ArrayList<Finding>();
        for (var hearing : known.gateways()) {
            var status = hearing.status();
            if (status != null && isDown(status.state(), hearing.isSilent())) {
                boolean raises = limits.isYoung(status.statedAt(), known.now())
                        && (hearing.isSilent() || status.state() != State.RESTART_WINDOW);
                var now = subject(status, hearing);
                for (var subject : List.of("", LOG_IN, SILENT)) {
                    findings.add(finding(status, hearing, status.gateway() + subject)
                            .after(limits.gatewayPatience())
                            .raisingIf(raises && subject.equals(now)));
                }
            }
        }
        return findings;
    }

    private static String subject(GatewayStatus status, Hearing hearing) {
        if (hearing.isSilent()) {
            return SILENT;
        }
        return status.state() == State.LOGIN_NEEDED ? LOG_IN : "";
    }

    private static boolean isDown(State state, boolean silent) {
        return switch (state) {
            case DISABLED -> false;
            case CONNECTED -> silent;
            case CONNECTING, DEGRADED, RESTART_WINDOW, LOGIN_NEEDED -> true;
        };
    }

    private static Finding finding(GatewayStatus status, Hearing hearing, String subject) {
        return Finding.of(
                Kind.GATEWAY_DOWN,
                subject,
                status.accounts().size() == 1 ? status.accounts().getFirst() : null,
                hearing.isSilent() ? status.statedAt() : status.since(),
                hearing.isSilent() ? silent(status) : unheard(status));
    }

    private static Words silent(GatewayStatus status) {
        return new Words(
                "The service that hears the " + named(status) + " says nothing",
                "Nothing has come from it for longer than its signs of life are apart; what is shown of the running day"
                        + " may no longer hold.",
                "Look whether the realtime-gateway-service runs, and at its log.",
                Page.ACCOUNTS);
    }

    private static Words unheard(GatewayStatus status) {
        var problem = status.problem();
        return new Words(
                title(status),
                problem == null
                        ? "The running day is not followed: no fills, no values."
                        : problem.text() + " The running day is not followed until then.",
                status.state() == State.LOGIN_NEEDED
                        ? "Log in to the gateway."
                        : "Look whether the gateway runs and reaches the broker; it is tried again by itself.",
                Page.ACCOUNTS);
    }

    private static String title(GatewayStatus status) {
        return switch (status.state()) {
            case LOGIN_NEEDED -> "The " + named(status) + " needs a log-in";
            case DEGRADED -> "The " + named(status) + " does not reach the broker";
            case CONNECTING, CONNECTED, DISABLED, RESTART_WINDOW -> "The " + named(status) + " is not heard";
        };
    }

    /** One that was given no name of its own is simply the gateway. */
    private static String named(GatewayStatus status) {
        return status.gateway().equals(UNNAMED) ? UNNAMED : UNNAMED + " " + status.gateway();
    }
}
