package io.flexledger.ingestor;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.FlexQuery;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How long a backfill waits. That the broker cannot be asked ends one that does not wait any more. */
class BackfillsTest {

    private static final FlexQuery QUERY = FetchPorts.query("1", "U1");
    private static final FlexQuery OTHER = FetchPorts.query("2", "U2");
    private static final LocalDate DAY = LocalDate.parse("2025-07-18");

    private final FetchPorts ports = new FetchPorts();
    private final Backfills backfills =
            new Backfills(ports, ports.days(), ports.fetcher(), FetchPorts.settings(QUERY, OTHER), ports, ports);

    @Test
    void anAccountThatIsNotFreeIsWaitedForAnHour() {
        var account = ports.tryLock("runs of U1").orElseThrow();

        long id = start(QUERY);

        awaitLeft(id);
        assertThat(ports.passed()).isBetween(Duration.ofHours(1), Duration.ofMinutes(61));
        assertThat(ports.begun()).isEmpty();
        assertThat(isOpen(id)).isTrue();

        account.close();
        awaitRun(Duration.ofMinutes(1));
    }

    @Test
    void aShortRestIsWaitedFor() {
        ports.rest(QUERY, Duration.ofMinutes(10));

        long id = start(QUERY);

        await().until(() -> !isOpen(id));
        assertThat(ports.begun()).isNotEmpty().extracting(FetchOrder::from).containsOnly(DAY);
        assertThat(ports.passed()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    }

    @Test
    void aLongRestIsLeftAndTheBackfillGoesOnAfterIt() {
        ports.rest(QUERY, Duration.ofHours(24));

        long id = start(QUERY);

        awaitLeft(id);
        assertThat(ports.passed()).isZero();
        assertThat(isOpen(id)).isTrue();

        awaitRun(Duration.ofHours(1));
        assertThat(ports.passed()).isGreaterThan(Duration.ofHours(24));
    }

    @Test
    void thoseThatRestLeaveTheirPlacesToOthers() {
        ports.rest(QUERY, Duration.ofHours(24));
        long first = start(QUERY);
        awaitLeft(first);
        long second = start(QUERY);
        awaitLeft(second);

        long other = start(OTHER);

        await().until(() -> {
            backfills.resume();
            return !isOpen(other);
        });
        assertThat(ports.tries("backfill " + first)).isOne();
        assertThat(ports.tries("backfill " + second)).isOne();
        assertThat(isOpen(first)).isTrue();
        assertThat(isOpen(second)).isTrue();
        assertThat(ports.passed()).isZero();
    }

    private long start(FlexQuery query) {
        return backfills.start(query, DAY, DAY);
    }

    private void awaitLeft(long id) {
        await().until(() -> ports.wasReleased("backfill " + id));
    }

    /** @param between two turns */
    private void awaitRun(Duration between) {
        await().until(() -> {
            ports.pause(between);
            backfills.resume();
            return !ports.begun().isEmpty();
        });
    }

    private boolean isOpen(long id) {
        return ports.open().stream().anyMatch(backfill -> backfill.id() == id);
    }
}
