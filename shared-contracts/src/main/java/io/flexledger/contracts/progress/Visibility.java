package io.flexledger.contracts.progress;

import io.flexledger.contracts.progress.Pipeline.Partition;
import io.flexledger.contracts.progress.Pipeline.Progress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
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

    /** Told where the wait is. */
    public interface Observer {

        /** This many records are still on their way to the stage or out of it. */
        void waiting(Stage stage, long records);

        /** Everything has passed this stage. */
        default void passed(Stage stage) {}
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

    /** @throws StandstillException when nothing moves any more */
    public void await(Observer observer) {
        await(Stage.PIPELINE, observer);
    }

    /**
     * Waits for some stages only, in their order. What the first of them is to read must have been sent before.
     *
     * @throws StandstillException when nothing moves any more
     */
    public void await(List<Stage> stages, Observer observer) {
        for (Stage stage : stages) {
            await(stage, ends(stage), observer);
            observer.passed(stage);
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
            observer.waiting(stage, unread + progress.outbox());
            ticker.pause();
            Progress now = pipeline.progress(stage.service());
            if (!now.equals(progress)) {
                lastMove = ticker.elapsed();
            } else if (ticker.elapsed().minus(lastMove).compareTo(patience) > 0) {
                throw new StandstillException(stage, unread, progress.outbox(), patience);
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
}
