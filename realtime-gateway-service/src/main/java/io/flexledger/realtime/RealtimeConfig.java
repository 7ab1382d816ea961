package io.flexledger.realtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.OptionalInt;

/** Settings of the gateway listener; the key is the path below {@code realtime}. */
@ConfigMapping(prefix = "realtime")
public interface RealtimeConfig {

    Gateway gateway();

    /** Where the broker's gateway listens. */
    interface Gateway {
        /** Nothing is connected until someone says so: a gateway admits one session per user. */
        @WithDefault("false")
        boolean enabled();

        @WithDefault("127.0.0.1")
        String host();

        @WithDefault("live")
        GatewayMode mode();

        /** The mode's own port unless given. */
        OptionalInt port();

        /** Names this connection to the gateway; two connections with one id drive each other out. */
        @WithDefault("71")
        @PositiveOrZero
        int clientId();

        default int portInUse() {
            return port().orElse(mode().port());
        }
    }
}
