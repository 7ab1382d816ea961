package io.flexledger.cli.visibility;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.contracts.progress.Visibility;
import java.time.Duration;

/** The clock on the wall. */
public final class RealTime implements Visibility.Ticker {

    private static final Duration POLL = Duration.ofMillis(50);

    private final long start = System.nanoTime();

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "interrupted while waiting", null, e);
        }
    }
}
