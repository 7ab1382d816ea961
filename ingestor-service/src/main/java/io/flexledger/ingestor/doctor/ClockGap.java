package io.flexledger.ingestor.doctor;

import java.time.Duration;

/** Judges how far two clocks are apart; days and pauses are reckoned with one, times of rows with the other. */
public final class ClockGap {

    private static final Duration SMALL = Duration.ofSeconds(5);
    private static final Duration LARGE = Duration.ofMinutes(5);

    private ClockGap() {}

    /** @param ahead this machine's clock minus the database's */
    public static Finding judge(Duration ahead) {
        long millis = ahead.abs().toMillis();
        var detail = "%d.%03d s %s the database's clock"
                .formatted(millis / 1000, millis % 1000, ahead.isNegative() ? "behind" : "ahead of");
        var nextStep = "Set both clocks with NTP.";
        if (ahead.abs().compareTo(LARGE) > 0) {
            return Finding.fail(detail, nextStep);
        }
        return ahead.abs().compareTo(SMALL) > 0 ? Finding.warn(detail, nextStep) : Finding.pass(detail);
    }
}
