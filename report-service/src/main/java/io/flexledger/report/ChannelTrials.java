package io.flexledger.report;

import io.flexledger.report.delivery.Channel;
import io.flexledger.report.delivery.Message;
import io.flexledger.report.delivery.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends a message by each channel at once, for somebody who wants to see whether alerts would arrive. */
@ApplicationScoped
public class ChannelTrials {

    /** Between two, so that nobody is flooded. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final Executor THREADS =
            work -> Thread.ofVirtual().name("alert-test").start(work);

    private final Deliveries deliveries;
    private final Duration limit;
    private Instant next = Instant.EPOCH;

    ChannelTrials(Deliveries deliveries, ChannelConfig config) {
        this.deliveries = deliveries;
        this.limit = config.timeout().plus(SLACK);
    }

    /** What became of it. */
    public enum Result {
        SENT,
        FAILED,
        /** Not switched on. */
        OFF
    }

    /** @param error null unless it failed */
    public record Trial(
            String channel, Result outcome, @Nullable String error) {}

    /** The last one was moments ago. */
    public static final class TooSoonException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Duration left;

        TooSoonException(Duration left) {
            super("the last test was less than " + PAUSE.toSeconds() + " s ago");
            this.left = left;
        }

        /** Until the next one may be. */
        public Duration left() {
            return left;
        }
    }

    /** By every channel, in no longer than one may take. */
    public List<Trial> run(Instant now) throws TooSoonException {
        reserve(now);
        var message = new Message.Trial(UUID.randomUUID(), now);
        var running = new ArrayList<CompletableFuture<Trial>>();
        for (var channel : deliveries.channels()) {
            running.add(
                    channel.isOn()
                            ? start(channel, message)
                            : CompletableFuture.completedFuture(new Trial(channel.name(), Result.OFF, null)));
        }
        return running.stream().map(CompletableFuture::join).toList();
    }

    private synchronized void reserve(Instant now) throws TooSoonException {
        if (now.isBefore(next)) {
            throw new TooSoonException(Duration.between(now, next));
        }
        next = now.plus(PAUSE);
    }

    private CompletableFuture<Trial> start(Channel channel, Message message) {
        return CompletableFuture.supplyAsync(() -> trial(channel.name(), channel.send(message)), THREADS)
                .completeOnTimeout(
                        new Trial(channel.name(), Result.FAILED, "not finished within " + limit.toSeconds() + " s"),
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS)
                .exceptionally(bug -> new Trial(
                        channel.name(),
                        Result.FAILED,
                        "an error of the service itself: "
                                + cause(bug).getClass().getSimpleName()));
    }

    private static Throwable cause(Throwable bug) {
        return bug instanceof CompletionException && bug.getCause() != null ? bug.getCause() : bug;
    }

    private static Trial trial(String channel, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent() -> new Trial(channel, Result.SENT, null);
            case Outcome.Failed(String error) -> new Trial(channel, Result.FAILED, error);
            case Outcome.Refused(String error) -> new Trial(channel, Result.FAILED, error);
        };
    }
}
