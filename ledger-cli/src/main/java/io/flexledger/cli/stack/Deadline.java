package io.flexledger.cli.stack;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import java.time.Duration;
import java.util.function.Supplier;

/** How long a start or stop may take in all, and how often to look. */
final class Deadline {

    static final Duration POLL = Duration.ofMillis(50);

    private final long start = System.nanoTime();
    private final Duration limit;

    Deadline(Duration limit) {
        this.limit = limit;
    }

    Duration passed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    Duration left() {
        Duration left = limit.minus(passed());
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    boolean over() {
        return passed().compareTo(limit) > 0;
    }

    /** Sleeps, or fails with what is still missing if the time is over. */
    void pause(Duration pause, Supplier<String> missing) throws InterruptedException {
        if (over()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "%s after %d s".formatted(missing.get(), limit.toSeconds()),
                    "see ./ledger status and the logs");
        }
        Thread.sleep(pause);
    }
}
