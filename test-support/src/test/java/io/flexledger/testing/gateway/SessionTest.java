package io.flexledger.testing.gateway;

import static io.flexledger.testing.Patience.await;
import static io.flexledger.testing.gateway.Rehearsal.ACCOUNT;
import static io.flexledger.testing.gateway.Rehearsal.APPLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.wire.PlacedOrder;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    private static GatewaySettings settings() {
        return GatewaySettings.of(Rehearsal.account()).withMasterClient(7);
    }

    @Nested
    class Hello {

        @ParameterizedTest
        @CsvSource({
            "200, v176..200, 200",
            "225, v176..200, 200",
            "187, v176..200, 187",
            "200, v157..178, 178",
            "200, v193, 193"
        })
        void agreesOnTheLesserVersion(int own, String hello, String agreed) throws IOException {
            try (GatewaySimulator gateway = GatewaySimulator.start(settings().withVersion(own));
                    RawClient client = new RawClient(gateway.port())) {
                client.hello(hello);

                assertThat(client.next()).hasSize(2).first().isEqualTo(agreed);
            }
        }

        @ParameterizedTest
        @CsvSource({"175, v176..200", "200, v201..222", "200, 176", "200, v200..176"})
        void hangsUpWithoutAVersionInCommon(int own, String hello) throws IOException {
            try (GatewaySimulator gateway = GatewaySimulator.start(settings().withVersion(own));
                    RawClient client = new RawClient(gateway.port())) {
                client.hello(hello);

                assertThat(client.isEnded()).isTrue();
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {225, 173})
        void canInsistOnAVersionNobodyWants(int version) throws IOException {
            try (GatewaySimulator gateway = GatewaySimulator.start(settings().insistingOn(version));
                    RawClient client = new RawClient(gateway.port())) {
                client.hello("v176..200");

                assertThat(client.next()).first().isEqualTo(Integer.toString(version));
            }
        }

        @Test
        void startsInEitherOrder() throws IOException {
            Set<String> firsts = new HashSet<>();
            try (GatewaySimulator gateway = GatewaySimulator.start(settings())) {
                for (int time = 0; time < 20; time++) {
                    try (RawClient client = new RawClient(gateway.port())) {
                        client.hello("v176..200");
                        client.next();
                        client.send(71, 2, 100 + time, "");
                        firsts.add(client.next().getFirst());
                    }
                }
            }
            assertThat(firsts).containsExactlyInAnyOrder("9", "15");
        }
    }

    @Nested
    class TakenId {

        @Test
        void sendsTheNewerAway() throws IOException {
            try (GatewaySimulator gateway = GatewaySimulator.start(settings());
                    RawClient older = RawClient.started(gateway, 7);
                    RawClient newer = new RawClient(gateway.port())) {
                newer.hello("v176..200");
                newer.next();
                newer.send(71, 2, 7, "");

                assertThat(newer.next()).startsWith("4", "-1", "326");
                assertThat(newer.isEnded()).isTrue();
                assertThat(older.sofar()).isEmpty();
            }
        }

        @Test
        void canSendTheOlderAway() throws IOException {
            try (GatewaySimulator gateway = GatewaySimulator.start(settings().evictingOlder());
                    RawClient older = RawClient.started(gateway, 7);
                    RawClient newer = RawClient.started(gateway, 7)) {
                assertThat(older.next(fields -> fields.contains("326"))).startsWith("4", "-1");
                assertThat(older.isEnded()).isTrue();
                assertThat(newer.sofar()).isEmpty();
            }
        }

        @Test
        void isFreeAgainAfterwards() throws IOException {
            try (GatewaySimulator gateway = GatewaySimulator.start(settings())) {
                RawClient.started(gateway, 7).close();
                await().until(() -> gateway.clients().isEmpty());

                try (RawClient again = RawClient.started(gateway, 7)) {
                    assertThat(again.sofar()).isEmpty();
                }
            }
        }
    }

    @Nested
    class Refusal {

        @Test
        void namesAnUnknownAccount() throws IOException {
            try (GatewaySimulator gateway = GatewaySimulator.start(settings());
                    RawClient client = RawClient.started(gateway, 7)) {
                client.send(7, 3, 41, 0, "DU1", "", "", "", "", "", 7, 0);
                client.send(92, 42, "DU1", "");
                client.send(6, 2, 1, "DU1");

                assertThat(client.next(fields -> fields.contains("321"))).startsWith("4", "41");
                assertThat(client.next(fields -> fields.contains("321"))).startsWith("4", "42");
                assertThat(client.next(fields -> fields.contains("321"))).startsWith("4", "-1");
            }
        }

        @Test
        void missesTheDaysOfARequestAtVersion200() throws IOException {
            try (GatewaySimulator gateway = GatewaySimulator.start(settings());
                    RawClient client = RawClient.started(gateway, 7)) {
                client.send(7, 3, 41, 0, "", "", "", "", "", "");

                assertThat(client.next(fields -> fields.contains("320"))).startsWith("4", "41");
                assertThat(client.sofar()).isEmpty();
            }
        }

        @Test
        void allowsTwoSummaries() throws IOException {
            try (GatewaySimulator gateway = GatewaySimulator.start(settings());
                    RawClient client = RawClient.started(gateway, 7)) {
                client.send(62, 1, 1, "All", "NetLiquidation");
                client.send(62, 1, 2, "All", "$LEDGER:ALL");
                client.send(62, 1, 3, "All", "Cushion");
                assertThat(client.next(fields -> fields.contains("322"))).startsWith("4", "3");

                client.send(63, 1, 1);
                client.send(62, 1, 4, "All", "Cushion");
                assertThat(client.until(64))
                        .containsExactly(
                                List.of("63", "1", "4", ACCOUNT, "Cushion", "0.958462", ""), List.of("64", "1", "4"));
            }
        }

        @Test
        void letsOnlyClientZeroBindOrders() throws IOException {
            try (GatewaySimulator gateway = GatewaySimulator.start(settings());
                    RawClient client = RawClient.started(gateway, 7)) {
                client.send(15, 1, 1);

                assertThat(client.next(fields -> fields.contains("321"))).startsWith("4", "-1");
            }
        }

        @Test
        void warnsTwiceAboutThePace() throws IOException {
            try (GatewaySimulator gateway = GatewaySimulator.start(settings());
                    RawClient client = RawClient.started(gateway, 7)) {
                for (int number = 0; number < 153; number++) {
                    client.send(17, 1);
                }
                for (int time = 1; time <= 3; time++) {
                    assertThat(client.next(fields -> fields.contains("100")).get(3))
                            .endsWith("(" + time + ")");
                }
                assertThat(client.isEnded()).isTrue();
                assertThat(gateway.traffic().peakRate(7)).isEqualTo(153);
            }
        }
    }

    @Test
    void answersWhatAClientAsksAtItsStart() throws IOException {
        try (GatewaySimulator gateway = GatewaySimulator.start(settings());
                RawClient client = RawClient.started(gateway, 0)) {
            client.send(5, 1);
            client.send(16, 1);
            client.send(15, 1, 1);
            client.send(99, 0);
            client.send(105);
            client.send(8, 1, 1);

            assertThat(client.until(9).stream().map(List::getFirst)).containsExactly("53", "53", "102", "109", "9");
        }
    }

    @Nested
    class Visibility {

        private final PlacedOrder byHand = PlacedOrder.manual(555);
        private final PlacedOrder byFive = PlacedOrder.of(5, 12);

        @Test
        void showsAClientItsOwnAndTheMasterEverything() throws IOException {
            try (GatewaySimulator gateway = GatewaySimulator.start(settings());
                    RawClient master = RawClient.started(gateway, 7);
                    RawClient five = RawClient.started(gateway, 5);
                    RawClient zero = RawClient.started(gateway, 0)) {
                gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "1", "150").of(byHand));
                gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "2", "150").of(byFive));

                assertThat(shares(master)).containsExactly("1", "2");
                assertThat(shares(five)).containsExactly("2");
                assertThat(shares(zero)).isEmpty();
                assertThat(logged(master)).containsExactly("1", "2");
                assertThat(logged(five)).containsExactly("2");
                assertThat(logged(zero)).containsExactly("1");
            }
        }

        @Test
        void showsClientZeroWhatItBound() throws IOException {
            try (GatewaySimulator gateway = GatewaySimulator.start(settings());
                    RawClient zero = RawClient.started(gateway, 0)) {
                zero.send(15, 1, 1);
                zero.sofar();
                gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "1", "150").of(byHand));

                assertThat(shares(zero)).containsExactly("1");
            }
        }

        private List<String> shares(RawClient client) throws IOException {
            return shares(client.sofar());
        }

        private List<String> logged(RawClient client) throws IOException {
            client.send(7, 3, 9, 0, "", "", "", "", "", "", 7, 0);
            return shares(client.until(55));
        }

        private List<String> shares(List<List<String>> messages) {
            return messages.stream()
                    .filter(fields -> fields.getFirst().equals("11"))
                    .map(fields -> fields.get(19))
                    .toList();
        }
    }
}
