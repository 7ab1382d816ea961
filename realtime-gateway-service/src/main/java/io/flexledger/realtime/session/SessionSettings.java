package io.flexledger.realtime.session;

import io.flexledger.realtime.session.outage.Backoff;
import io.flexledger.realtime.session.outage.OutageCalendar;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a session is held. */
public record SessionSettings(Client client, Limits limits, Rhythm rhythm, Backoff backoff, OutageCalendar outages) {

    /** The same as another client, without a second id. */
    public SessionSettings as(int clientId) {
        return new SessionSettings(new Client(clientId, null, client.perSecond()), limits, rhythm, backoff, outages);
    }

    /**
     * As whom we connect.
     *
     * @param id         the gateway admits each id once
     * @param fallbackId taken in turn with the other while that is in use; null: none
     * @param perSecond  most messages sent within a second
     */
    public record Client(int id, @Nullable Integer fallbackId, int perSecond) {
        public Client {
            if (id < 0 || (fallbackId != null && fallbackId < 0)) {
                throw new IllegalArgumentException("a client id is not negative: %d, %s".formatted(id, fallbackId));
            }
        }

        int after(int inUse) {
            return fallbackId != null && inUse == id ? fallbackId : id;
        }
    }

    /** How long each thing may take: the connection, the greeting, the first accounts, a sign of life, an answer. */
    public record Limits(Duration connect, Duration greeting, Duration ready, Duration heartbeat, Duration answer) {
        public Limits {
            positive(List.of(connect, greeting, ready, heartbeat, answer));
        }

        /** The longest that everything from the connection to the first answer can take. */
        public Duration sum() {
            return connect.plus(greeting).plus(ready).plus(answer);
        }
    }

    /** How often a sign of life is asked for, and how often the executions and positions. */
    public record Rhythm(Duration heartbeat, Duration round) {
        public Rhythm {
            positive(List.of(heartbeat, round));
        }
    }

    private static void positive(List<Duration> durations) {
        if (!durations.stream().allMatch(Duration::isPositive)) {
            throw new IllegalArgumentException("durations are positive: " + durations);
        }
    }
}
