package io.flexledger.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.frame.Written;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.session.Mishap;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.realtime.session.Trouble;
import io.flexledger.testing.StackResource;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.outage.Persistence;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a real database. */
@QuarkusTest
@WithTestResource(StackResource.class)
class LiveDeskTest {

    private static final Instant NOW = Instant.parse("2026-06-11T18:30:00Z");
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    private final Pool pool;
    private final Outbox outbox;
    private final Persistence persistence;
    private final RealtimeConfig config;
    private LiveDesk desk;
    private String account = "";

    @Inject
    LiveDeskTest(Pool pool, Outbox outbox, Persistence persistence, RealtimeConfig config) {
        this.pool = pool;
        this.outbox = outbox;
        this.persistence = persistence;
        this.config = config;
    }

    @BeforeEach
    void anotherAccountThatIsWorthSomething() {
        desk = new LiveDesk(pool, outbox, persistence, config);
        account = "DU77777%02d".formatted(ACCOUNTS.incrementAndGet());
        desk.begin(NOW.minusSeconds(60));
        worth("500");
    }

    @AfterEach
    void thereIsNoSuchAccount() {
        pool.preparedQuery("delete from live_account where account = $1").executeAndAwait(Tuple.of(account));
    }

    @Test
    void anExecutionFarAheadDatesNoValue() {
        desk.atLeast(NOW.plus(Duration.ofHours(30)));

        desk.tell(status(State.CONNECTED, null, NOW), NOW);

        assertThat(told().orElseThrow().asOf()).isBetween(NOW, NOW.plusSeconds(5));
    }

    @Test
    void anExecutionAMomentAheadDatesTheValue() {
        desk.atLeast(NOW.plusSeconds(1));

        desk.tell(status(State.CONNECTED, null, NOW), NOW);

        assertThat(told().orElseThrow().asOf()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void nothingIsDatedBeforeTheGatewayHasSaidItsTime() {
        desk.tell(status(State.DEGRADED, new Mishap(Trouble.GATEWAY_UPLINK, ""), null), NOW);
        assertThat(told()).isEmpty();

        desk.tell(status(State.DEGRADED, new Mishap(Trouble.GATEWAY_UPLINK, ""), NOW), NOW);
        assertThat(told()).isPresent();
    }

    @Test
    void aServiceOfTheBrokersThatIsAwayIsNamedUntilItIsBack() {
        var away = new Mishap(Trouble.GATEWAY_SERVICE, "It is market data usfarm.");
        desk.tell(status(State.CONNECTED, away, NOW), NOW);
        assertThat(told().orElseThrow().caveats())
                .filteredOn(caveat -> caveat.code().equals("MARKS_STALE"))
                .singleElement()
                .extracting(Caveat::text)
                .asString()
                .endsWith("It is market data usfarm.");

        desk.tell(status(State.CONNECTED, null, NOW), NOW.plusSeconds(2));
        assertThat(told().orElseThrow().caveats()).extracting(Caveat::code).doesNotContain("MARKS_STALE");
    }

    @Test
    void everyValueIsToldAnewWhenAskedTo() {
        desk.tell(status(State.CONNECTED, null, NOW), NOW);
        long before = told().orElseThrow().version();

        assertThat(desk.tellAnew(status(State.CONNECTED, null, NOW), NOW)).isTrue();
        assertThat(told().orElseThrow().version()).isGreaterThan(before);
    }

    @Test
    void aValueThatIsWithheldIsNotToldAnew() {
        desk.hear(new Incoming.AccountValue("AccountReady", "false", null, account), Written.frame("6|"));

        assertThat(desk.tellAnew(status(State.CONNECTED, null, NOW), NOW)).isFalse();
    }

    private void worth(String total) {
        desk.hear(
                new Incoming.AccountValue("NetLiquidation", total, "HKD", account),
                Written.frame("6|2|NetLiquidation|%s|HKD|%s|".formatted(total, account)));
    }

    private SessionStatus status(State state, @Nullable Mishap mishap, @Nullable Instant heartbeatAt) {
        return new SessionStatus(
                state,
                NOW,
                mishap,
                null,
                0,
                1,
                71,
                200,
                List.of(account),
                NOW,
                NOW,
                Duration.ZERO,
                heartbeatAt,
                NOW,
                null,
                Set.of());
    }

    private Optional<NavSnapshot> told() {
        var rows = pool.preparedQuery("select snapshot::text from live_account where account = $1")
                .executeAndAwait(Tuple.of(account));
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(ContractJson.read(rows.iterator().next().getString(0), NavSnapshot.class));
    }
}
