package io.flexledger.realtime.adapter.gateway;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.realtime.message.Incoming;
import io.flexledger.testing.gateway.account.Ticket;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.wire.Contract;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bursts of executions with something going wrong ahead of every third; in the end each of them was heard. */
class GatewayCampaignTest {

    private static final Contract APPLE = Contract.stock(265598, "AAPL", "NASDAQ", "USD");
    private static final int FILLS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyExecutionIsHeard(long seed) {
        try (Rehearsed gateway = Rehearsed.hasty()) {
            gateway.connects();
            gateway.simulator().randomFaults(seed, 33);
            for (int fill = 0; fill < FILLS; fill++) {
                gateway.script().fill(Fill.buy(Rehearsed.ACCOUNT, APPLE, "2", "292.79"));
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
            gateway.simulator().clearFaults();

            await().pollInterval(Duration.ofMillis(20))
                    .until(() -> gateway.simulator().tickets().size() == FILLS); // Also those of the last outage.
            await().pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertThat(heard(gateway)).containsAll(told(gateway)));
            assertThat(gateway.simulator().connections()).isGreaterThan(1);
        }
    }

    private static Set<String> told(Rehearsed gateway) {
        return gateway.simulator().tickets().stream()
                .map(Ticket::execution)
                .map(execution -> execution.execId())
                .collect(Collectors.toSet());
    }

    private static Set<String> heard(Rehearsed gateway) {
        return gateway.listening().messages(Incoming.ExecutionReported.class).stream()
                .map(told -> told.execution().execId())
                .collect(Collectors.toSet());
    }
}
