package io.flexledger.cli.stack;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One process of a stack, as found.
 *
 * @param pid    absent when it is down
 * @param rssKib memory, where the system tells
 * @param trouble why it is not ready, in its own words
 */
public record ProcessStatus(
        String name,
        int port,
        State state,
        OptionalLong pid,
        @Nullable Duration uptime,
        OptionalLong rssKib,
        String trouble) {

    /** How a process is. */
    public enum State {
        READY,
        /** It lives but does not answer as ready: starting, stopping, or cut off from what it needs. */
        NOT_READY,
        DOWN
    }
}
