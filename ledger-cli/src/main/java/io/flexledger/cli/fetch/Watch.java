package io.flexledger.cli.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again and again until something has ended; a service that restarts meanwhile is waited for. */
public final class Watch {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final Pause pause;

    public Watch(Pause pause) {
        this.pause = pause;
    }

    /** Returns the last state; the observer is shown each. */
    JsonNode until(Predicate<JsonNode> ended, Supplier<JsonNode> question, Consumer<JsonNode> observer) {
        Duration silent = Duration.ZERO;
        while (true) {
            try {
                JsonNode state = question.get();
                silent = Duration.ZERO;
                observer.accept(state);
                if (ended.test(state)) {
                    return state;
                }
            } catch (CommandFailure e) {
                silent = silent.plus(POLL);
                if (e.exitCode() != ExitCode.UPSTREAM || silent.compareTo(SILENCE) > 0) {
                    throw e;
                }
            }
            pause.last(POLL);
        }
    }
}
