package io.flexledger.report.adapter.live;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.report.live.LiveMessage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One reader of the stream. What it has not taken yet waits here, up to a limit: a reader that is too slow gets a last
 * message and is let go, and holds up nobody.
 */
final class LiveClient {

    private final @Nullable AccountId account;
    private final int room;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final UnicastProcessor<Push> queue;
    private int greeted;

    /**
     * @param account whose messages it wants; of all accounts if absent
     * @param room    messages that may wait
     */
    LiveClient(@Nullable AccountId account, int room) {
        this.account = account;
        this.room = room;
        this.queue = UnicastProcessor.create(new ConcurrentLinkedQueue<>(), () -> over.set(true));
    }

    @Nullable
    AccountId account() {
        return account;
    }

    /** In order; ends after the last message. */
    Multi<Push> messages() {
        return queue.onItem().invoke(waiting::decrementAndGet).onCancellation().invoke(() -> over.set(true));
    }

    boolean isOver() {
        return over.get();
    }

    /** All there is at once, for which there is always room. Called by the thread that sends. */
    void greet(List<Push> all) {
        greeted = all.size();
        for (var push : all) {
            if (!over.get()) {
                waiting.incrementAndGet();
                queue.onNext(push);
            }
        }
    }

    /** Never blocks. Called by one thread. */
    void send(Push push) {
        if (over.get()) {
            return;
        }
        if (waiting.incrementAndGet() > room + greeted) {
            end(push.id(), "too slow: " + room + " messages were waiting");
            return;
        }
        queue.onNext(push);
    }

    /** Says why, and that is all. */
    void end(long id, String reason) {
        if (over.compareAndSet(false, true)) {
            waiting.incrementAndGet();
            queue.onNext(Push.of(id, new LiveMessage.End(reason)));
            queue.onComplete();
        }
    }
}
