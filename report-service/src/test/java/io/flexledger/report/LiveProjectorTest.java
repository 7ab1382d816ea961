package io.flexledger.report;

import static io.flexledger.report.day.GoldenDays.SPY;
import static io.flexledger.report.day.Market.newYork;
import static io.flexledger.report.day.Market.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.contracts.live.GatewayStatus;
import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.live.GatewaySays;
import io.flexledger.report.live.LiveFill;
import io.flexledger.report.live.LiveFill.Status;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway says, in the database. */
@QuarkusTest
@WithTestResource(StackResource.class)
class LiveProjectorTest {

    private static final AccountId ACCOUNT = AccountId.of("U1000001");
    private static final LocalDate FRIDAY = LocalDate.parse("2025-07-18");
    private static final Instant AT = newYork("2025-07-18T10:30:00");
    private static final Fill BOUGHT = GatewaySays.fill("U1000001", "0000e0d5.69dd7411.01.01", AT, SPY, "5", "630.5");

    private final Pool pool;
    private final Published published;
    private final LiveProjector projector;
    private final RunningDay running;

    @Inject
    LiveProjectorTest(Pool pool, ReportProjector reports, LiveProjector projector, RunningDay running) {
        this.pool = pool;
        this.published = new Published(pool, reports);
        this.projector = projector;
        this.running = running;
    }

    @BeforeEach
    void empty() {
        published.clear();
    }

    private void hear(Fill... fills) {
        projector.facts(pool, Stream.of(fills).map(GatewaySays::fact).toList());
    }

    private static ConsumerRecord<String, byte[]> record(String key, byte[] value) {
        return new ConsumerRecord<>("test", 0, 0, key, value);
    }

    private List<LiveFill> fills() {
        return running.fills(ACCOUNT, FRIDAY);
    }

    private void stands(long version, FillStanding.Status... statuses) {
        for (var status : statuses) {
            projector.standings(pool, List.of(GatewaySays.standing(BOUGHT, version++, status)));
        }
    }

    private List<Status> statuses() {
        return fills().stream().map(LiveFill::status).toList();
    }

    @Test
    void aFillIsProvisionalUntilTheLedgerSaysMore() {
        hear(BOUGHT);
        assertThat(fills()).singleElement().satisfies(fill -> {
            assertThat(fill.status()).isEqualTo(Status.PROVISIONAL);
            assertThat(fill.execution()).isEqualTo("0000e0d5.69dd7411.01");
            assertThat(fill.commission()).isNull();
        });

        stands(1, FillStanding.Status.BOOKED);
        assertThat(statuses()).containsExactly(Status.PROVISIONAL);
        stands(2, FillStanding.Status.CARRIED);
        assertThat(statuses()).containsExactly(Status.PROVISIONAL);
        stands(3, FillStanding.Status.UNCONFIRMED);
        assertThat(statuses()).containsExactly(Status.UNCONFIRMED);
        stands(4, FillStanding.Status.CONFIRMED);
        assertThat(statuses()).containsExactly(Status.CONFIRMED);
    }

    @Test
    void whatAStatementSaysIsNotJudgedHere() {
        hear(BOUGHT, GatewaySays.confirmed(BOUGHT, "0000e0d5.69dd7411.01.01"));
        published.apply(Published.projections(DayScenario.on("U1000001", "2025-07-18")
                .official("1", "1", Map.of(), Map.of())
                .day()));
        published.apply(Published.projections(DayScenario.on("U1000001", "2025-07-21")
                .official("1", "1", Map.of(), Map.of())
                .day()));

        assertThat(statuses()).containsExactly(Status.PROVISIONAL);
    }

    @Test
    void whichComesFirstDoesNotMatter() {
        stands(1, FillStanding.Status.CONFIRMED);
        assertThat(fills()).isEmpty();

        hear(BOUGHT);
        assertThat(statuses()).containsExactly(Status.CONFIRMED);
    }

    @Test
    void theNewestStandingCounts() {
        hear(BOUGHT);
        projector.standings(
                pool,
                List.of(
                        GatewaySays.standing(BOUGHT, 3, FillStanding.Status.CONFIRMED),
                        GatewaySays.standing(BOUGHT, 2, FillStanding.Status.CARRIED)));
        stands(1, FillStanding.Status.BOOKED); // told once more, late

        assertThat(statuses()).containsExactly(Status.CONFIRMED);
    }

    @Test
    void aRebuildSaysTheSame() {
        hear(BOUGHT);
        stands(1, FillStanding.Status.BOOKED, FillStanding.Status.UNCONFIRMED);
        hear(BOUGHT.with(BOUGHT.fact().asOf(statedAt().plusSeconds(60))));
        var before = fills();

        published.clear();
        stands(2, FillStanding.Status.UNCONFIRMED); // its topic keeps the last
        hear(BOUGHT, BOUGHT.with(BOUGHT.fact().asOf(statedAt().plusSeconds(60))));

        assertThat(fills()).isEqualTo(before).isNotEmpty();
    }

    /** A revision that is no correction: the gateway tells both, and both stand. */
    @Test
    void twoOfOneExecutionStandBesideEachOther() {
        var second = BOUGHT.with(new Fact(
                EventId.of(ACCOUNT, "execution", "0000e0d5.69dd7411.01.02"),
                ACCOUNT,
                FRIDAY,
                AT,
                true,
                statedAt(),
                false,
                true,
                BOUGHT.fact().source()));
        hear(BOUGHT, second);
        stands(1, FillStanding.Status.CONFIRMED);

        assertThat(statuses()).containsExactlyInAnyOrder(Status.CONFIRMED, Status.PROVISIONAL);
    }

    @Test
    void aCorrectionOrALateCommissionReplacesIt() {
        var corrected = GatewaySays.fill(
                "U1000001", "0000e0d5.69dd7411.01.02", AT, SPY, "5", "630.4", "-1.05", AT.plusSeconds(60));
        hear(BOUGHT);
        hear(corrected);
        hear(BOUGHT); // told once more, late

        assertThat(fills()).singleElement().satisfies(fill -> {
            assertThat(fill.execId()).isEqualTo("0000e0d5.69dd7411.01.02");
            assertThat(fill.price()).isEqualTo(usd("630.4"));
            assertThat(fill.commission()).isEqualTo(usd("-1.05"));
        });
    }

    @Test
    void whatIsTakenBackIsGoneUntilTheLedgerBooksItAgain() {
        hear(BOUGHT);
        hear(BOUGHT.with(BOUGHT.fact().asOf(statedAt().plusSeconds(60)).asSuperseded()));
        assertThat(statuses()).as("as long as the ledger has not said so").containsExactly(Status.PROVISIONAL);
        stands(1, FillStanding.Status.TAKEN_BACK);
        assertThat(fills()).isEmpty();

        hear(BOUGHT.with(BOUGHT.fact().asOf(statedAt().plusSeconds(120))));
        stands(2, FillStanding.Status.BOOKED);
        assertThat(fills()).hasSize(1);
    }

    private static Instant statedAt() {
        return BOUGHT.fact().statedAt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.flexledger.cash-flow.v1", "io.flexledger.fill-cancelled.v1", "io.flexledger.fill.v2"})
    void otherFactsAreNotEvenRead(String type) {
        var fact = record("U1000001", "no JSON".getBytes(StandardCharsets.UTF_8));
        fact.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        projector.facts(pool, List.of(fact, record("U1000001", new byte[0])));

        assertThat(fills()).isEmpty();
    }

    @Test
    void theNewestWordOfAGatewayCounts() {
        var now = Instant.parse("2025-07-18T14:30:00Z");
        var connected = GatewaySays.status("U1000001", State.CONNECTED, now);
        var before = GatewaySays.status("U1000001", State.CONNECTING, now.minusSeconds(5));
        hear(connected);
        hear(before);

        assertThat(running.statuses())
                .singleElement()
                .satisfies(told -> assertThat(told.status()).isEqualTo(connected));
        projector.statuses(pool, List.of(withdrawn("gateway")));
        assertThat(running.statuses()).isEmpty();
    }

    private void hear(GatewayStatus status) {
        projector.statuses(pool, List.of(record(status.gateway(), ContractJson.write(status))));
    }

    @SuppressWarnings("NullAway") // a record without a value withdraws its key
    private static ConsumerRecord<String, byte[]> withdrawn(String key) {
        return new ConsumerRecord<>("test", 0, 0, key, null);
    }
}
