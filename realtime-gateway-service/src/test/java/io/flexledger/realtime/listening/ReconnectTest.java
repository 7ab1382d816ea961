package io.flexledger.realtime.listening;

import static io.flexledger.realtime.listening.SimulatedGateway.ACCOUNT;
import static io.flexledger.realtime.listening.SimulatedGateway.APPLE;
import static io.flexledger.realtime.listening.SimulatedGateway.simulator;
import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.ExecutionId;
import io.flexledger.testing.StackResource;
import io.flexledger.testing.gateway.GatewaySimulator;
import io.flexledger.testing.gateway.account.Charge;
import io.flexledger.testing.gateway.account.Ticket;
import io.flexledger.testing.gateway.fault.Fault;
import io.flexledger.testing.gateway.fault.FaultDice;
import io.flexledger.testing.gateway.script.CommissionTiming;
import io.flexledger.testing.gateway.script.Fill;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Connections lost in the middle of bursts, with every fault by chance: nothing is lost, nothing is told twice.
 *
 * <p>{@code -Dgateway.reconnects=1000 -Dgateway.seed=7} makes it a campaign.
 */
@QuarkusTest
@TestProfile(Listening.class)
@WithTestResource(StackResource.class)
@WithTestResource(SimulatedGateway.class)
class ReconnectTest {

    private static final int RECONNECTS = Integer.getInteger("gateway.reconnects", 40);
    private static final long SEED = Long.getLong("gateway.seed", 1);
    private static final int BURST = 5;
    private static final int FAULTS_PERCENT = 20;
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private final Random random = new Random(SEED);
    private final GatewaySimulator gateway = simulator();

    @Test
    void losesNothingAndDoublesNothing() {
        await().until(() -> status().getString("state").equals("CONNECTED"));
        long before = gateway.connections();
        long filled = gateway.tickets().size();
        gateway.randomFaults(SEED, FAULTS_PERCENT, FaultDice.passing());

        while (gateway.connections() - before < RECONNECTS) {
            burst(1 + random.nextInt(BURST));
            gateway.fault(anEnd());
            burst(1 + random.nextInt(BURST));
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(SETTLED)
                    .until(() -> !gateway.clients().isEmpty());
        }

        gateway.clearFaults();
        List<Ticket> tickets = gateway.tickets();
        await().atMost(SETTLED).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            given().post("/api/fetch-data").then().statusCode(200);
            assertThat(differences(tickets)).isEmpty();
        });
        System.out.printf(
                "reconnects: seed %d, %d connections, %d fills, %d commissions pending, 0 lost, 0 double%n",
                SEED,
                gateway.connections() - before,
                tickets.size() - filled,
                tickets.stream().filter(ticket -> ticket.report() == null).count());
    }

    /** One after the other, as fast as they can be written; commissions come when they like. */
    private void burst(int fills) {
        for (int i = 0; i < fills; i++) {
            String price = Integer.toString(280 + random.nextInt(20));
            Fill fill =
                    random.nextBoolean() ? Fill.buy(ACCOUNT, APPLE, "1", price) : Fill.sell(ACCOUNT, APPLE, "1", price);
            gateway.script().fill(fill.costing(Charge.of("1.05", "USD")).with(timing()));
        }
    }

    private CommissionTiming timing() {
        return switch (random.nextInt(5)) {
            case 0 -> CommissionTiming.after(Duration.ofMillis(random.nextInt(200)));
            case 1 -> new CommissionTiming.First();
            case 2 -> new CommissionTiming.OnRequest();
            default -> CommissionTiming.AT_ONCE;
        };
    }

    private Fault anEnd() {
        return switch (random.nextInt(5)) {
            case 0 -> new Fault.Refused(Duration.ofMillis(random.nextInt(60)));
            case 1 -> new Fault.CutFrame(0, 1 + random.nextInt(60));
            case 2 -> new Fault.CutFrame(11, 1 + random.nextInt(160));
            default -> new Fault.Drop();
        };
    }

    /** What is listed and is not as the gateway has it, or the other way round. */
    private static List<String> differences(List<Ticket> tickets) {
        List<Map<String, String>> listed = given().queryParam("date", "2026-06-11")
                .queryParam("account", ACCOUNT) // other tests of this process told fills of theirs
                .get("/api/executions")
                .jsonPath()
                .getList("executions");
        Map<String, List<Map<String, String>>> byExecution =
                listed.stream().collect(groupingBy(row -> base(requireNonNull(row.get("execId")))));
        Map<String, Ticket> truth =
                tickets.stream().collect(toMap(ticket -> base(ticket.execution().execId()), ticket -> ticket));
        List<String> differences = new ArrayList<>();
        truth.forEach((execution, ticket) -> {
            List<Map<String, String>> rows = byExecution.getOrDefault(execution, List.of());
            if (rows.size() != 1) {
                differences.add(execution + " is listed " + rows.size() + " times");
            } else if (!says(rows.getFirst(), ticket)) {
                differences.add(execution + " is listed as " + rows.getFirst() + ", is " + ticket);
            }
        });
        byExecution.keySet().stream()
                .filter(execution -> !truth.containsKey(execution))
                .forEach(execution -> differences.add(execution + " never was"));
        return differences;
    }

    private static boolean says(Map<String, String> row, Ticket ticket) {
        var trade = ticket.execution().trade();
        boolean same = ticket.execution().execId().equals(row.get("execId"))
                && trade.shares().compareTo(new BigDecimal(row.get("quantity"))) == 0
                && trade.price().compareTo(new BigDecimal(row.get("price"))) == 0;
        String commission = row.get("commission");
        return same
                && (ticket.report() == null
                        ? commission == null
                        : commission != null
                                && ticket.report().commission().negate().compareTo(new BigDecimal(commission)) == 0);
    }

    private static String base(String execId) {
        return ExecutionId.of(execId).base();
    }

    private static JsonPath status() {
        return given().get("/gateway/status").jsonPath();
    }
}
