package io.flexledger.realtime;

import io.flexledger.contracts.id.ExecutionId;
import io.flexledger.realtime.adapter.db.FrameTable;
import io.flexledger.realtime.fill.ExecutionTime;
import io.flexledger.realtime.frame.Frame;
import io.flexledger.realtime.frame.FrameReader;
import io.flexledger.realtime.frame.Section;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Incoming.CommissionReported;
import io.flexledger.realtime.message.Incoming.ExecutionReported;
import io.flexledger.realtime.session.GatewayListener;
import io.flexledger.realtime.session.RawFrame;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.realtime.wire.UndecodableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the gateway says off the connection's hands and sees to it in order, a batch at a time, on a thread of its
 * own. When more waits than is reasonable the connection waits, too, and with it the gateway: nothing is dropped here.
 */
@ApplicationScoped
public class GatewayDesk implements GatewayListener {

    private static final Logger LOG = Logger.getLogger(GatewayDesk.class);

    private static final int WAITING = 20_000;
    private static final int BATCH = 1_000;

    /** How long a value or a sign of life may be due unnoticed. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private static final Duration STOP = Duration.ofSeconds(10);

    /** Connections count their sessions from 1. */
    private static final long NONE = 0;

    private final FillDesk fills;
    private final LiveDesk live;
    private final StatusDesk statuses;
    private final GatewayMeters meters;
    private final InstantSource clock = InstantSource.system();
    private final FrameReader reader = new FrameReader();
    private final BlockingQueue<Item> waiting = new ArrayBlockingQueue<>(WAITING);
    private volatile @Nullable Throwable broken;
    private volatile boolean stopping;
    private volatile boolean silent;
    private final List<CompletableFuture<Boolean>> wanted = new ArrayList<>();
    private @Nullable Thread thread;
    private long session;

    GatewayDesk(FillDesk fills, LiveDesk live, StatusDesk statuses, GatewayMeters meters) {
        this.fills = fills;
        this.live = live;
        this.statuses = statuses;
        this.meters = meters;
    }

    private sealed interface Item {}

    private record Heard(RawFrame frame) implements Item {}

    private record Changed(SessionStatus status) implements Item {}

    private record Wanted(CompletableFuture<Boolean> told) implements Item {}

    /**
     * Begins anew, once the desk of the lease before is done: in an outage it may outlast its lease.
     *
     * @param status asked for whenever a value or a sign of life is due
     */
    void open(Supplier<SessionStatus> status) throws InterruptedException {
        if (thread != null) {
            thread.join();
        }
        stopping = false;
        silent = false;
        broken = null;
        session = NONE;
        wanted.clear();
        thread = Thread.ofPlatform().daemon().name("gateway-desk").start(() -> run(status));
    }

    /** Tells nothing more of how it stands: whoever stops is not switched off, and another may lead already. */
    void fallSilent() {
        silent = true;
    }

    /** Sees to what waits, and returns; in an outage before it has done so. */
    void close() {
        silent = true;
        stopping = true;
        Thread running = thread;
        if (running != null) {
            try {
                running.join(STOP);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Why nothing is seen to any more; null while all is well. */
    @Nullable
    Throwable broken() {
        return broken;
    }

    @Override
    public void heard(RawFrame frame) {
        put(new Heard(frame));
    }

    @Override
    public void changed(SessionStatus status) {
        put(new Changed(status));
    }

    /** Tells every value of what was heard until now; whether it could, and did in time. */
    boolean tellsAnew(Duration within) throws InterruptedException {
        Instant deadline = clock.instant().plus(within);
        var told = new CompletableFuture<Boolean>();
        try {
            return waiting.offer(new Wanted(told), within.toMillis(), TimeUnit.MILLISECONDS)
                    && told.get(Duration.between(clock.instant(), deadline).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes it so", e);
        }
    }

    private void put(Item item) {
        try {
            while (!waiting.offer(item, 1, TimeUnit.SECONDS)) {
                check();
                if (silent) {
                    throw new IllegalStateException("the desk is closing and has no room left");
                }
            }
            check();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the desk is busy", e);
        }
    }

    private void check() {
        Throwable failure = broken;
        if (failure != null) {
            throw new IllegalStateException("what the gateway says is not seen to any more", failure);
        }
    }

    private void run(Supplier<SessionStatus> status) {
        try {
            List<Item> batch = new ArrayList<>();
            while (!(stopping && waiting.isEmpty())) {
                Item first = waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, BATCH - 1);
                    see(batch);
                    batch.clear();
                }
                SessionStatus current = status.get();
                if (!silent) { // looked at after the status, which may be that of a connection stopped meanwhile
                    Instant now = clock.instant();
                    tellWanted(current, now);
                    live.tell(current, now);
                    statuses.tell(current, now);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) { // without a word the thread would just be gone
            broken = failure;
            LOG.error("desk stopped: restart the service once the cause is mended", failure);
        }
    }

    private void tellWanted(SessionStatus status, Instant now) {
        if (!wanted.isEmpty()) {
            boolean all = live.tellAnew(status, now);
            wanted.forEach(told -> told.complete(all));
            wanted.clear();
        }
    }

    private void see(List<Item> batch) {
        List<FrameTable.Entry> kept = new ArrayList<>();
        for (Item item : batch) {
            switch (item) {
                case Heard heard -> hear(heard.frame(), kept);
                case Changed changed -> live.know(changed.status());
                case Wanted told -> wanted.add(told.told());
            }
        }
        meters.heard(batch.size());
        fills.keep(kept, clock.instant());
    }

    private void hear(RawFrame raw, List<FrameTable.Entry> kept) {
        if (raw.session() != session) {
            session = raw.session();
            live.begin(clock.instant());
        }
        Frame frame = new Frame(raw.serverVersion(), raw.receivedAt(), raw.payload());
        try {
            Incoming message = reader.read(frame);
            switch (message) {
                case ExecutionReported execution -> {
                    kept.add(entry(Section.EXECUTION, execution.execution().execId(), frame));
                    Instant happened =
                            ExecutionTime.of(execution.execution().time()).instant();
                    if (happened != null) {
                        live.atLeast(happened);
                    }
                }
                case CommissionReported commission -> kept.add(entry(Section.COMMISSION, commission.execId(), frame));
                default -> live.hear(message, frame);
            }
        } catch (UndecodableException unreadable) {
            quarantine(frame, Objects.requireNonNullElse(unreadable.getMessage(), "unreadable"), kept);
        } catch (RuntimeException unforeseen) { // one odd message is no reason to hear no more
            LOG.errorf(unforeseen, "frame cannot be read serverVersion=%d", frame.serverVersion());
            quarantine(frame, "cannot be read: " + unforeseen.getClass().getSimpleName(), kept);
        }
    }

    private void quarantine(Frame frame, String reason, List<FrameTable.Entry> kept) {
        meters.unreadable();
        LOG.errorf("frame kept unread serverVersion=%d reason=%s", frame.serverVersion(), reason);
        kept.add(new FrameTable.Entry(Section.UNDECODABLE, null, reason, frame));
    }

    private static FrameTable.Entry entry(Section section, String execId, Frame frame) {
        return new FrameTable.Entry(section, ExecutionId.of(execId).base(), null, frame);
    }
}
