package io.flexledger.realtime;

import io.flexledger.realtime.session.outage.DailyWindow;
import io.flexledger.realtime.session.outage.WeeklyTime;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Settings of the gateway listener; the key is the path below {@code realtime}. */
@ConfigMapping(prefix = "realtime")
public interface RealtimeConfig {

    Gateway gateway();

    Live live();

    /**
     * Where the broker's gateway listens, and how patient we are with it. {@link GatewaySettingsCheck} says what is
     * wrong.
     */
    interface Gateway {
        /** Tells several gateways apart, each with a service of its own. */
        @WithDefault("gateway")
        String name();

        /** Nothing is connected until someone says so: a gateway admits one session per user. */
        @WithDefault("false")
        boolean enabled();

        @WithDefault("127.0.0.1")
        String host();

        @WithDefault("live")
        GatewayMode mode();

        @WithDefault("gateway")
        GatewayApplication application();

        /** The usual one of the mode and the application unless given. */
        OptionalInt port();

        /** Whether a port that is usual in the other mode may be used. */
        @WithDefault("false")
        boolean forcePort();

        /** Names this connection to the gateway; two connections with one id drive each other out. */
        @WithDefault("71")
        int clientId();

        /** Used in turn with the other while that is taken; none unless given. It sees only what its id may see. */
        OptionalInt fallbackClientId();

        /** The gateway takes 50, and ends the connection of those who send more. */
        @WithDefault("40")
        int messagesPerSecond();

        /** How often executions and positions are asked for again. */
        @WithDefault("2m")
        Duration roundEvery();

        Timeouts timeouts();

        Heartbeat heartbeat();

        Backoff backoff();

        Outages outages();

        default int portInUse() {
            return port().orElse(mode().port(application()));
        }
    }

    /** How long each thing may take. */
    interface Timeouts {
        @WithDefault("5s")
        Duration connect();

        /** From the connection to the gateway's version. */
        @WithDefault("10s")
        Duration greeting();

        /** From there to the accounts. */
        @WithDefault("10s")
        Duration ready();

        /** From a request to the end of its answer. */
        @WithDefault("15s")
        Duration answer();
    }

    /** Asking for a sign of life. */
    interface Heartbeat {
        @WithDefault("20s")
        Duration every();

        @WithDefault("10s")
        Duration timeout();
    }

    /** Pauses between attempts to connect. */
    interface Backoff {
        @WithDefault("1s")
        Duration first();

        @WithDefault("60s")
        Duration most();

        /** The longest pause while an outage is expected. */
        @WithDefault("5s")
        Duration inOutage();
    }

    /** When it is no surprise that the gateway is away. */
    interface Outages {
        @WithDefault("America/New_York")
        ZoneId zone();

        /** The gateway's own restart and the broker's nightly reset. */
        @WithDefault("23:45-00:45")
        List<DailyWindow> daily();

        /** When the log-in of the week becomes void. */
        @WithDefault("SUNDAY 01:00")
        WeeklyTime logOut();
    }

    /** How accounts are valued while the day runs. */
    interface Live {
        /** Least time between two values of one account. */
        @WithDefault("1s")
        Duration atMostEvery();

        /** What one unit of a currency is worth in the account's own, by currency; wins over the gateway's rate. */
        Map<String, @Positive BigDecimal> fxRates();
    }
}
