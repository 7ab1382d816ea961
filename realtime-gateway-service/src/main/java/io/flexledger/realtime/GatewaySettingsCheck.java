package io.flexledger.realtime;

import io.flexledger.realtime.session.question.SendPace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** What is wrong with the settings of a gateway; each fault says which setting, its value, and what to do. */
public final class GatewaySettingsCheck {

    private static final String PREFIX = "realtime.gateway.";

    /** Asked for more often, some signs of life are never answered. */
    private static final Duration CLOSEST_HEARTBEAT = Duration.ofSeconds(10);

    private static final int LARGEST_PORT = 65_535;

    private GatewaySettingsCheck() {}

    /** Empty when they can be used. */
    public static List<String> faults(RealtimeConfig.Gateway gateway) {
        List<String> faults = new ArrayList<>();
        if (gateway.host().isBlank()) {
            faults.add(PREFIX + "host is empty; set the name or the address of the machine the gateway runs on.");
        }
        port(gateway, faults);
        client(gateway, faults);
        Map.of(
                        "timeouts.connect", gateway.timeouts().connect(),
                        "timeouts.greeting", gateway.timeouts().greeting(),
                        "timeouts.ready", gateway.timeouts().ready(),
                        "timeouts.answer", gateway.timeouts().answer(),
                        "heartbeat.timeout", gateway.heartbeat().timeout(),
                        "round-every", gateway.roundEvery())
                .forEach((key, value) -> {
                    if (!value.isPositive()) {
                        faults.add(PREFIX + "%s is %s; set it to more than nothing.".formatted(key, value));
                    }
                });
        if (gateway.heartbeat().every().compareTo(CLOSEST_HEARTBEAT) < 0) {
            faults.add(PREFIX
                    + "heartbeat.every is %s, and the gateway does not answer more often than every %s; set it to 20s."
                            .formatted(gateway.heartbeat().every(), CLOSEST_HEARTBEAT));
        }
        backoff(gateway.backoff(), faults);
        return List.copyOf(faults);
    }

    private static void port(RealtimeConfig.Gateway gateway, List<String> faults) {
        int port = gateway.portInUse();
        GatewayMode mode = gateway.mode();
        if (port < 1 || port > LARGEST_PORT) {
            faults.add(PREFIX
                    + "port is %d; set a port from 1 to %d, or none for the usual one.".formatted(port, LARGEST_PORT));
        } else if (mode.other().usually(port) && !gateway.forcePort()) {
            faults.add(PREFIX
                    + "port is %d, where the broker's programs listen in mode %s, and %smode is %s; set the mode to %s, or"
                            .formatted(port, lower(mode.other()), PREFIX, lower(mode), lower(mode.other()))
                    + " the port to %d; if the port was changed in the program, set %sforce-port=true."
                            .formatted(mode.port(gateway.application()), PREFIX));
        }
    }

    private static void client(RealtimeConfig.Gateway gateway, List<String> faults) {
        if (gateway.clientId() < 0) {
            faults.add(PREFIX + "client-id is %d; set it to 0 or more.".formatted(gateway.clientId()));
        }
        OptionalInt fallback = gateway.fallbackClientId();
        if (fallback.isPresent() && (fallback.getAsInt() < 0 || fallback.getAsInt() == gateway.clientId())) {
            faults.add(PREFIX
                    + "fallback-client-id is %d; set it to 0 or more and not to the client-id, or to none."
                            .formatted(fallback.getAsInt()));
        }
        int perSecond = gateway.messagesPerSecond();
        if (perSecond < 1 || perSecond > SendPace.MOST) {
            faults.add(PREFIX
                    + "messages-per-second is %d; set it from 1 to %d, since the gateway takes less than 50."
                            .formatted(perSecond, SendPace.MOST));
        }
    }

    private static void backoff(RealtimeConfig.Backoff backoff, List<String> faults) {
        if (!backoff.first().isPositive()
                || backoff.first().compareTo(backoff.most()) > 0
                || backoff.first().compareTo(backoff.inOutage()) > 0) {
            faults.add(PREFIX
                    + "backoff.first is %s, backoff.most %s, backoff.in-outage %s; set the first to more than nothing and"
                            .formatted(backoff.first(), backoff.most(), backoff.inOutage())
                    + " the others to no less.");
        }
    }

    private static String lower(GatewayMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
