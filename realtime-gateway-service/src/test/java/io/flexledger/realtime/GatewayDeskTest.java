package io.flexledger.realtime;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.adapter.db.FrameTable;
import io.flexledger.realtime.frame.Written;
import io.flexledger.realtime.session.RawFrame;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.testing.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A desk whose every neighbour is played, over several leases. */
class GatewayDeskTest {

    private static final RealtimeConfig CONFIG = Settings.of(RealtimeConfig.class, Map.of());
    private static final SessionStatus DISABLED = SessionStatus.disabled(71, Instant.EPOCH);
    private static final SessionStatus CONNECTED = new SessionStatus(
            State.CONNECTED,
            Instant.EPOCH,
            null,
            null,
            0,
            1,
            71,
            200,
            List.of("DU9000001"),
            Instant.EPOCH,
            Instant.EPOCH,
            Duration.ZERO,
            Instant.EPOCH,
            Instant.EPOCH,
            null,
            Set.of());

    private final AtomicInteger begun = new AtomicInteger();
    private final List<State> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch keeping = new CountDownLatch(1);
    private Runnable database = () -> {};
    private final GatewayDesk desk = desk();

    @SuppressWarnings("NullAway") // what the played ones would use, they never touch
    private GatewayDesk desk() {
        var meters = new GatewayMeters(new SimpleMeterRegistry());
        var fills = new FillDesk(null, null, null, meters) {
            @Override
            public void keep(List<FrameTable.Entry> frames, Instant now) {
                keeping.countDown();
                database.run();
            }
        };
        var live = new LiveDesk(null, null, null, CONFIG) {
            @Override
            void begin(Instant now) {
                begun.incrementAndGet();
                super.begin(now);
            }

            @Override
            boolean tellAnew(SessionStatus status, Instant now) {
                return begun.get() > 0;
            }
        };
        var statuses = new StatusDesk(null, null, null, CONFIG) {
            @Override
            void tell(SessionStatus status, Instant now) {
                told.add(status.state());
            }
        };
        return new GatewayDesk(fills, live, statuses, meters);
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void waitsForTheDeskOfTheLeaseBefore() throws InterruptedException {
        var outage = new CountDownLatch(1);
        database = () -> passes(outage);
        desk.open(() -> CONNECTED);
        desk.heard(fill());
        keeping.await();
        closeWithoutPatience();

        Thread next = Thread.ofVirtual().start(this::open);

        await().until(() -> next.getState() == Thread.State.WAITING);
        outage.countDown();
        assertThat(next.join(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void anotherLeaseBeginsAnewThoughItsSessionsCountFromOneAgain() throws InterruptedException {
        for (int lease = 0; lease < 2; lease++) {
            desk.open(() -> CONNECTED);
            desk.heard(fill());
            desk.close();
        }

        assertThat(begun).hasValue(2);
    }

    @Test
    void whoStopsIsNotSwitchedOff() throws InterruptedException {
        var status = new AtomicReference<>(CONNECTED);
        desk.open(status::get);
        await().until(() -> !told.isEmpty());

        desk.fallSilent();
        status.set(DISABLED);
        desk.heard(fill());
        desk.close();

        assertThat(told).containsOnly(State.CONNECTED);
    }

    @Test
    void tellsAnewWhatWasHeardUntilThen() throws InterruptedException {
        desk.open(() -> CONNECTED);
        desk.heard(fill());

        assertThat(desk.tellsAnew(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void tellsNothingAnewWhileTheDatabaseIsAway() throws InterruptedException {
        var outage = new CountDownLatch(1);
        database = () -> passes(outage);
        desk.open(() -> CONNECTED);
        desk.heard(fill());

        assertThat(desk.tellsAnew(Duration.ofMillis(10))).isFalse();
        outage.countDown();
    }

    @Test
    void anErrorIsNoSilence() throws InterruptedException {
        database = () -> {
            throw new OutOfMemoryError("for a moment");
        };
        desk.open(() -> CONNECTED);

        desk.heard(fill());

        await().untilAsserted(() -> assertThat(desk.broken()).isInstanceOf(OutOfMemoryError.class));
    }

    private void open() {
        try {
            desk.open(() -> CONNECTED);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if all the time had passed for which it waits in an outage. */
    private void closeWithoutPatience() {
        Thread.currentThread().interrupt();
        desk.close();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void passes(CountDownLatch outage) {
        try {
            outage.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RawFrame fill() {
        return new RawFrame(
                1, 200, Written.RECEIVED, Written.frame(Written.CALLS_SOLD).payload());
    }
}
