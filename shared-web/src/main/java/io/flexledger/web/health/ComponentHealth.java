package io.flexledger.web.health;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a service needs or does, and how it is. Every bean of this type is shown by {@code /api/health/detailed}:
 * <pre>{@code
 * @ApplicationScoped
 * class FlexHealth implements ComponentHealth {
 *     public String name() { return "flex"; }
 *     public Finding find() { return Finding.up(lastAnswer); }
 * }
 * }</pre>
 */
public interface ComponentHealth {

    /** As in the answer, for example {@code flex}; unique in a service. */
    String name();

    /** How it is. May ask, for seconds at most; a failure to find out is thrown and told as being down. */
    Finding find();

    /** Whether the service is of no use without it, so that its being down is an answer 503. */
    default boolean isRequired() {
        return false;
    }

    /** What a component can be found to be. */
    enum Status {
        UP,
        DOWN,
        /** Switched off by choice, which is no fault. */
        DISABLED,
        /** Nothing was seen of it yet. */
        UNKNOWN
    }

    /**
     * How a component was, and when.
     *
     * @param at     when it was seen so, or null if never
     * @param detail one line for people, without secrets: a state, or the name of an error
     */
    record Finding(
            Status status, @Nullable Instant at, @Nullable String detail) {

        public static Finding up(Instant at) {
            return new Finding(Status.UP, at, null);
        }

        public static Finding down(Instant at, String detail) {
            return new Finding(Status.DOWN, at, detail);
        }

        public static Finding disabled(String detail) {
            return new Finding(Status.DISABLED, null, detail);
        }

        public static Finding unknown(String detail) {
            return new Finding(Status.UNKNOWN, null, detail);
        }

        /** Whole seconds since it was seen, never negative, or null if it never was. */
        @Nullable
        Long ageSeconds(Instant now) {
            return at == null ? null : Math.max(0, Duration.between(at, now).toSeconds());
        }
    }
}
