package io.flexledger.report;

import static io.flexledger.report.day.Market.newYork;
import static io.flexledger.report.day.Market.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.report.adapter.db.GatewayTable;
import io.flexledger.report.alert.Known;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.live.GatewaySays;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rules are given, out of the tables. */
@QuarkusTest
@WithTestResource(StackResource.class)
class OutlookTest {

    private static final Instant NOW = newYork("2025-07-19T12:00:00");

    private final Pool pool;
    private final Published published;
    private final GatewayTable gateways;
    private final Outlook outlook;

    @Inject
    OutlookTest(Pool pool, ReportProjector reports, GatewayTable gateways, Outlook outlook) {
        this.pool = pool;
        this.published = new Published(pool, reports);
        this.gateways = gateways;
        this.outlook = outlook;
    }

    @BeforeEach
    void goldenDays() {
        published.clear();
        pool.query("truncate alert, fetch_run").executeAndAwait();
        published.apply(Published.goldenDays());
    }

    private List<Known.Break> breaks(String account) {
        return Objects.requireNonNull(outlook.at(NOW).breaks()).stream()
                .filter(day -> day.account().equals(AccountId.of(account)))
                .toList();
    }

    @Test
    void daysThatAddUpAreNoBreaks() {
        assertThat(breaks("U1000001")).allSatisfy(day -> assertThat(day.first()).isTrue());
    }

    @Test
    void aDayThatDoesNotIsOne() {
        var before = DayScenario.on("U5", "2025-07-17")
                .official("90", "100", Map.of(), Map.of())
                .calculated("90", "100", Map.of())
                .day();
        published.apply(Published.projections(DayScenario.on("U5", "2025-07-18")
                .after(before)
                .official("100", "112.5", Map.of(), Map.of())
                .calculated("100", "100", Map.of())
                .day()));
        assertThat(breaks("U5"))
                .satisfiesExactly(first -> assertThat(first.first()).isTrue(), day -> {
                    assertThat(day.date()).isEqualTo(LocalDate.parse("2025-07-18"));
                    assertThat(day.unexplained().amount().amount()).isEqualByComparingTo("12.5");
                    assertThat(day.first()).isFalse();
                });
        assertThat(outlook.at(newYork("2025-07-26T12:00:00")).breaks()).isEmpty();
    }

    @Test
    void daysThatCannotBeTalliedKeepNothingElseFromBeingKnown() {
        var hkd = GatewaySays.value("U1000001", "2025-07-21", NOW, "79300").says();
        published.apply(List.of(new NavSnapshot(
                hkd.account(),
                hkd.date(),
                hkd.kind(),
                hkd.asOf(),
                hkd.version(),
                usd("10100"),
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of())));
        var known = outlook.at(NOW);
        assertThat(known.breaks()).isNull();
        assertThat(known.deliveries()).isNotEmpty();
        assertThat(known.accounts()).isNotEmpty();
    }

    @Test
    void assignmentsAreFoundByDay() {
        assertThat(outlook.at(NOW).deliveries()).isNotEmpty();
        assertThat(outlook.at(newYork("2025-08-01T12:00:00")).deliveries()).isEmpty();
    }

    @Test
    void aLiveValueIsCurrentWhileItsGatewayIsHeard() {
        published.apply(List.of(GatewaySays.value("U1000001", "2025-07-21", NOW.minusSeconds(5), "79300")
                .says()));
        assertThat(account().current()).isFalse();

        gateways.save(pool, List.of(GatewaySays.status("U1000001", State.CONNECTED, NOW.minusSeconds(3))));
        assertThat(account().current()).isTrue();
        assertThat(outlook.at(NOW).gateways()).hasSize(1);
        assertThat(outlook.at(NOW).booked()).as("no ledger answers here").isNull();
    }

    @Test
    void whatAStatementClosedSinceTheGatewaySpokeIsKnown() {
        published.apply(List.of(Published.position("U1000001", 9, "0")));
        assertThat(account().positions()).isEmpty();
        published.apply(List.of(
                GatewaySays.value("U1000001", "2025-07-19", NOW, "79300").says()));
        assertThat(account().positions()).isEmpty();
        pool.query("delete from nav where kind = 'LIVE'").executeAndAwait();
        published.apply(List.of(
                GatewaySays.value("U1000001", "2025-07-18", NOW, "79300").says()));
        assertThat(account().positions()).singleElement().satisfies(position -> {
            assertThat(position.instrument()).isEqualTo(GoldenDays.SPY);
            assertThat(position.quantity().signum()).isZero();
        });
    }

    private Known.Account account() {
        return outlook.at(NOW).accounts().stream()
                .filter(known -> known.account().equals(AccountId.of("U1000001")))
                .findFirst()
                .orElseThrow();
    }
}
