package io.flexledger.realtime.listening;

import static io.flexledger.realtime.listening.TwoAccountsGateway.APPLE;
import static io.flexledger.realtime.listening.TwoAccountsGateway.ASML;
import static io.flexledger.realtime.listening.TwoAccountsGateway.CALL;
import static io.flexledger.realtime.listening.TwoAccountsGateway.HONG_KONG;
import static io.flexledger.realtime.listening.TwoAccountsGateway.NEW_YORK;
import static io.flexledger.realtime.listening.TwoAccountsGateway.PUT;
import static io.flexledger.realtime.listening.TwoAccountsGateway.SHELL;
import static io.flexledger.realtime.listening.TwoAccountsGateway.TESLA;
import static io.flexledger.realtime.listening.TwoAccountsGateway.UNQUOTED;
import static io.flexledger.realtime.listening.TwoAccountsGateway.simulator;
import static io.flexledger.testing.Patience.await;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.EntryDetail.MarkSource;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Balance;
import io.flexledger.contracts.journal.NavSnapshot.Holding;
import io.flexledger.contracts.money.Money;
import io.flexledger.testing.StackResource;
import io.flexledger.testing.gateway.account.Charge;
import io.flexledger.testing.gateway.fault.Fault;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.session.TrafficLog;
import io.flexledger.testing.gateway.wire.Contract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** Nothing tells the marks of several accounts together: each position is asked for, and its value gives the mark. */
@QuarkusTest
@TestProfile(ListeningToTwo.class)
@WithTestResource(StackResource.class)
@WithTestResource(TwoAccountsGateway.class)
class TwoAccountsTest {

    private final Pool pool;

    @Inject
    TwoAccountsTest(Pool pool) {
        this.pool = pool;
    }

    /** One course of events: what happens in one account is seen in the next step, too. */
    @Test
    void everyPositionOfBothHasAMarkThroughoutTheDay() {
        soon().untilAsserted(() -> {
            assertWhole(HONG_KONG, "925979", Map.of(APPLE, "292", PUT, "4.1", TESLA, "321.5"));
            assertWhole(NEW_YORK, "51110", Map.of(ASML, "650.2", CALL, "6.05", TESLA, "321.5"));
        });

        // A price moves in both: 50 x 1.5 x 7.8 less, 10 x 1.5 less.
        simulator().script().mark(TESLA, "323");
        soon().untilAsserted(() -> {
            assertWhole(HONG_KONG, "925394", Map.of(APPLE, "292", PUT, "4.1", TESLA, "323"));
            assertWhole(NEW_YORK, "51095", Map.of(ASML, "650.2", CALL, "6.05", TESLA, "323"));
        });

        // One is closed, one is opened, one is turned from short to long; at their marks, so the value stays.
        simulator().script().fill(free(Fill.buy(HONG_KONG, PUT, "2", "4.10")));
        simulator().script().fill(free(Fill.buy(NEW_YORK, APPLE, "7", "292")));
        simulator().script().fill(free(Fill.buy(NEW_YORK, TESLA, "25", "323")));
        soon().untilAsserted(() -> {
            assertWhole(HONG_KONG, "925394", Map.of(APPLE, "292", TESLA, "323"));
            assertWhole(NEW_YORK, "51095", Map.of(ASML, "650.2", CALL, "6.05", TESLA, "323", APPLE, "292"));
        });
        assertThat(quantity(NEW_YORK, TESLA)).isEqualTo("15");
        soon().untilAsserted(() -> assertThat(simulator().traffic().requests(95))
                .extracting(asked -> asked.message().fields().get(1))
                .containsExactly(requestIdOf(HONG_KONG, PUT)));

        // A new session asks for those there are, and for no other.
        int before = simulator().traffic().requests(94).size();
        simulator().fault(new Fault.Drop());
        soon().untilAsserted(
                        () -> assertThat(simulator().traffic().requests(94)).hasSize(before + 8));
        simulator().script().mark(CALL, "7.05");
        soon().untilAsserted(() ->
                assertWhole(NEW_YORK, "51395", Map.of(ASML, "650.2", CALL, "7.05", TESLA, "323", APPLE, "292")));

        // So does one whose gateway forgot what it was asked for.
        simulator().fault(new Fault.Outage(Duration.ofMillis(100), false, true));
        soon().untilAsserted(
                        () -> assertThat(simulator().traffic().requests(94)).hasSize(before + 16));
        simulator().script().mark(CALL, "8.05");
        soon().untilAsserted(() ->
                assertWhole(NEW_YORK, "51695", Map.of(ASML, "650.2", CALL, "8.05", TESLA, "323", APPLE, "292")));
        assertThat(simulator().traffic().requests(6)).isEmpty();
    }

    @Test
    void whatHasNoMarkIsNamedAndWithholdsNothing() {
        soon().untilAsserted(() -> {
            NavSnapshot told = snapshot(UNQUOTED);
            assertThat(told.total()).isEqualTo(Money.of("4120", "USD"));
            assertThat(told.positions())
                    .extracting(held -> held.instrument().id())
                    .containsExactly(id(APPLE));
            assertThat(told.caveats())
                    .extracting(Caveat::code, Caveat::text)
                    .containsExactly(tuple(Caveat.MARK_MISSING, "no mark from the gateway: SHLL"));
        });

        simulator().script().mark(SHELL, "41");
        soon().untilAsserted(() -> assertWhole(UNQUOTED, "4125", Map.of(APPLE, "292", SHELL, "41")));
    }

    private void assertWhole(String account, String total, Map<Contract, String> marks) {
        NavSnapshot told = snapshot(account);
        assertThat(told.total().amount()).isEqualByComparingTo(total);
        assertThat(told.total().amount())
                .isEqualByComparingTo(simulator().account(account).netAssetValue());
        assertThat(told.caveats()).isEmpty();
        assertThat(told.positions())
                .allSatisfy(held -> assertThat(held.markSource()).isEqualTo(MarkSource.GATEWAY));
        assertThat(told.positions().stream()
                        .collect(toMap(
                                held -> held.instrument().id(),
                                held -> held.mark().amount().toPlainString())))
                .isEqualTo(marks.entrySet().stream().collect(toMap(entry -> id(entry.getKey()), Map.Entry::getValue)));
        assertThat(Stream.concat(
                                told.positions().stream().map(Holding::base),
                                told.cash().stream().map(Balance::base))
                        .reduce(Money.zero(told.total().currency()), Money::plus)
                        .amount())
                .isEqualByComparingTo(total);
    }

    private String quantity(String account, Contract contract) {
        return snapshot(account).positions().stream()
                .filter(held -> held.instrument().id().equals(id(contract)))
                .map(held -> held.quantity().units().toPlainString())
                .findFirst()
                .orElseThrow();
    }

    private NavSnapshot snapshot(String account) {
        var rows = pool.preparedQuery("select snapshot from live_account where account = $1")
                .executeAndAwait(Tuple.of(account));
        assertThat(rows).as("a live value of " + account).hasSize(1);
        return ContractJson.read(rows.iterator().next().getString(0), NavSnapshot.class);
    }

    private static InstrumentId id(Contract contract) {
        return InstrumentId.conid(Integer.toString(contract.conId()));
    }

    private static String requestIdOf(String account, Contract contract) {
        List<TrafficLog.Asked> asked = simulator().traffic().requests(94);
        return asked.stream()
                .map(request -> request.message().fields())
                .filter(fields ->
                        fields.get(2).equals(account) && fields.get(4).equals(Integer.toString(contract.conId())))
                .findFirst()
                .orElseThrow()
                .get(1);
    }

    private static ConditionFactory soon() {
        return await();
    }

    private static Fill free(Fill fill) {
        return fill.costing(Charge.of("0.00", "USD"));
    }
}
