package io.flexledger.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** By which ways alerts are told; {@link ChannelSettingsCheck} says what is wrong with them. The log is always one. */
@ConfigMapping(prefix = "report.alerts.channels")
public interface ChannelConfig {

    /** Where the report's pages are, as whoever is told reaches them. */
    @WithDefault("http://127.0.0.1:8080")
    String pageUrl();

    /** Between two looks whether there is something to tell. */
    @WithDefault("2s")
    Duration every();

    /** How long one attempt may take. */
    @WithDefault("15s")
    Duration timeout();

    Mail mail();

    Webhook webhook();

    /** How the server is reached is said by {@code quarkus.mailer}. */
    interface Mail {
        /** Addresses; without any, no mail is sent. */
        Optional<List<String>> to();

        /** The same, however they were written. */
        default List<String> addresses() {
            return to().orElse(List.of()).stream()
                    .map(String::strip)
                    .filter(address -> !address.isEmpty())
                    .toList();
        }

        Optional<String> from();
    }

    /** On with url and secret. */
    interface Webhook {
        /** A part of it may be as secret as the secret. */
        Optional<String> url();

        /** Shared with the receiver: {@code whsec_} and at least 24 random bytes in base64. */
        Optional<String> secret();

        /** Whether the url may lead elsewhere than to this machine without encryption. */
        @WithDefault("false")
        boolean allowHttp();
    }
}
