package io.flexledger.report;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.report.live.LiveMessage;
import io.flexledger.report.live.Notice;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A running day whose database is slow once, and then away for a moment. */
@SuppressWarnings("NullAway") // nothing of it is used
public final class FailingDay extends RunningDay {

    private final CompletableFuture<Consumer<Notice>> listener = new CompletableFuture<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    public FailingDay() {
        super(null, null, null, null, null, null, null, null);
    }

    /** Until it was asked for everything. */
    public void awaitAsked() throws InterruptedException {
        asked.await();
    }

    /** To whoever listens. */
    public void tell(Notice notice) {
        listener.join().accept(notice);
    }

    /** What was asked. */
    public void answer() {
        answered.countDown();
    }

    @Override
    public void listen(Runnable listening, Consumer<Notice> heard) throws InterruptedException {
        listener.complete(heard);
        new CountDownLatch(1).await();
    }

    @Override
    public List<LiveMessage> everything(@Nullable AccountId account) {
        asked.countDown();
        try {
            answered.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    @Override
    public List<LiveMessage> told(Notice notice) {
        throw new IllegalStateException("the database is away");
    }
}
