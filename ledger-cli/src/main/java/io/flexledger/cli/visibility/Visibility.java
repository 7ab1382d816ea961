package io.flexledger.cli.visibility;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.visibility.Pipeline.Partition;
import io.flexledger.cli.visibility.Pipeline.Progress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Waits until everything handed in so far has reached the report.
 *
 * <p>Stage by stage: the ends of the topics a service reads are noted once nothing is on its way to them any more, that
 * is, when the stage before has read all of its own input and its outbox is empty. The service is there when it has read
 * up to those ends and its own outbox is empty. Records that others add meanwhile do not prolong the wait by more than
 * the stage they meet.
 */
public final class Visibility {

    /** Passing time, so that a test does not take any. */
    public interface Ticker {

        Duration elapsed();

        void pause();
    }

    /** Told how many records are still on their way to the service the wait is at. */
    public interface Observer {

        void waiting(String service, long records);
    }

    private final Pipeline pipeline;
    private final Ticker ticker;
    private final Duration patience;

    /** @param patience how long nothing at all may move before the wait is given up */
    public Visibility(Pipeline pipeline, Ticker ticker, Duration patience) {
        this.pipeline = pipeline;
        this.ticker = ticker;
        this.patience = patience;
    }

    public void await(Observer observer) {
        for (Stage stage : Stage.PIPELINE) {
            await(stage, ends(stage), observer);
        }
    }

    private Map<Partition, Long> ends(Stage stage) {
        Map<Partition, Long> ends = new HashMap<>();
        stage.topics().forEach(topic -> ends.putAll(pipeline.ends(topic)));
        return ends;
    }

    private void await(Stage stage, Map<Partition, Long> ends, Observer observer) {
        Progress progress = pipeline.progress(stage.service());
        Duration lastMove = ticker.elapsed();
        while (true) {
            long unread = unread(progress, ends);
            if (unread == 0 && progress.outbox() == 0) {
                return;
            }
            observer.waiting(stage.service().module(), unread + progress.outbox());
            ticker.pause();
            Progress now = pipeline.progress(stage.service());
            if (!now.equals(progress)) {
                lastMove = ticker.elapsed();
            } else if (ticker.elapsed().minus(lastMove).compareTo(patience) > 0) {
                throw standstill(stage, unread, progress.outbox());
            }
            progress = now;
        }
    }

    private static long unread(Progress progress, Map<Partition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end ->
                        Math.max(0, end.getValue() - progress.consumed().getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    private CommandFailure standstill(Stage stage, long unread, long outbox) {
        return new CommandFailure(
                ExitCode.UPSTREAM,
                "%s stands still: %d records to read, %d to send, and nothing moved for %d s"
                        .formatted(stage.service().module(), unread, outbox, patience.toSeconds()),
                "see ./ledger status and the log of " + stage.service().module());
    }
}
