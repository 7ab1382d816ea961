package io.flexledger.cli.fetch;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import java.time.Duration;

/** Passing time, so that a test does not take any. */
public interface Pause {

    void last(Duration duration);

    static Pause real() {
        return duration -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure(ExitCode.FAILED, "interrupted while waiting", null, e);
            }
        };
    }
}
