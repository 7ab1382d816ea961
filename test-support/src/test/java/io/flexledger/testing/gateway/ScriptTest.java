package io.flexledger.testing.gateway;

import static io.flexledger.testing.gateway.Rehearsal.ACCOUNT;
import static io.flexledger.testing.gateway.Rehearsal.APPLE;
import static io.flexledger.testing.gateway.Rehearsal.ASML;
import static io.flexledger.testing.gateway.Rehearsal.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.flexledger.testing.gateway.account.Charge;
import io.flexledger.testing.gateway.script.CommissionTiming;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.script.GatewayDay;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.Execution;
import io.flexledger.testing.gateway.wire.PlacedOrder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final Instant NOW = Instant.parse("2026-06-11T13:30:30Z");
    private static final String UNSET = "1.7976931348623157E308";

    private GatewaySimulator gateway = GatewaySimulator.start(GatewaySettings.of(Rehearsal.account())
            .withMasterClient(Rehearsal.MASTER)
            .withClock(InstantSource.fixed(NOW)));
    private RawClient client = Rehearsal.client(gateway);

    @AfterEach
    void close() throws IOException {
        client.close();
        gateway.close();
    }

    @Test
    void fillIsPushedAndLoggedInTwoFormats() throws IOException {
        Execution bought =
                gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "10", "292.79").costing(Charge.of("1.25", "USD")));
        client.send(7, 3, 9, 0, "", "", "", "", "", "", Integer.MAX_VALUE, 0);
        List<List<String>> messages = client.until(55);

        assertThat(messages.stream().map(List::getFirst)).containsExactly("11", "59", "11", "59", "55");
        assertThat(messages.getFirst().get(1)).isEqualTo("-1");
        assertThat(messages.getFirst().get(15)).isEqualTo("20260611-13:30:30");
        assertThat(messages.get(2).get(1)).isEqualTo("9");
        assertThat(messages.get(2).get(15)).isEqualTo("20260611 09:30:30 US/Eastern");
        assertThat(messages.get(1)).isEqualTo(List.of("59", "1", bought.execId(), "1.25", "USD", UNSET, UNSET, ""));
        assertThat(gateway.traffic().executions())
                .extracting("execId", "pushed")
                .containsExactly(tuple(bought.execId(), true), tuple(bought.execId(), false));
    }

    @Test
    void saleRealizesAgainstAverageCost() throws IOException {
        gateway.script().fill(Fill.sell(ACCOUNT, APPLE, "40", "150").costing(Charge.of("2.00", "USD")));

        // 40 x (150 - 140) - 2
        assertThat(client.next(59).get(5)).isEqualTo("398.000000");
    }

    @Test
    void orderAddsUpItsFills() throws IOException {
        PlacedOrder order = PlacedOrder.of(3, 77);
        gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "30", "10").of(order));
        gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "10", "14").of(order));

        client.next(11);
        assertThat(client.next(11).subList(24, 26)).containsExactly("40", "11");
    }

    @Test
    void correctionTakesTheExecutionsPlace() throws IOException {
        Execution sold = gateway.script().fill(Fill.sell(ACCOUNT, APPLE, "40", "150"));
        gateway.script().correct(sold.execId(), "39", "151");
        List<List<String>> messages = client.sofar();

        assertThat(messages.get(2).get(14)).isEqualTo(sold.family() + ".02");
        assertThat(messages.get(2).subList(19, 21)).containsExactly("39", "151");
        // 39 x (151 - 140) - 1
        assertThat(messages.get(3).subList(2, 6)).containsExactly(sold.family() + ".02", "1.00", "USD", "428.000000");
        assertThat(gateway.account(ACCOUNT).holding(APPLE.conId()))
                .map(held -> held.position().toString())
                .contains("61");
        assertThat(gateway.tickets()).hasSize(1);
    }

    @Test
    void comboIsASummaryAndItsLegs() throws IOException {
        Contract bag = Contract.bag(28812380, "AAPL", "USD");
        List<Execution> rows = gateway.script()
                .combo(
                        Fill.buy(ACCOUNT, bag, "1", "3.20"),
                        List.of(
                                Fill.buy(ACCOUNT, CALL, "1", "5.20"),
                                Fill.sell(ACCOUNT, Contract.option(9, "AAPL", "20260618", "C", "110"), "1", "2.00")));
        List<List<String>> messages = client.sofar();

        assertThat(messages.stream().map(List::getFirst)).containsExactly("11", "11", "59", "11", "59");
        assertThat(messages.getFirst().get(5)).isEqualTo("BAG");
        assertThat(rows.stream().map(Execution::execId))
                .allMatch(id -> id.startsWith(rows.getFirst().execId().substring(0, 17)))
                .doesNotHaveDuplicates();
        assertThat(gateway.account(ACCOUNT).holdings()).hasSize(3);
    }

    @Test
    void legsExecutedInPartsHaveIdsThatCountNoRevision() throws IOException {
        Contract bag = Contract.bag(28812380, "AAPL", "USD");
        List<Execution> rows = gateway.script()
                .comboInParts(
                        Fill.buy(ACCOUNT, bag, "5", "3.20"),
                        List.of(Fill.buy(ACCOUNT, CALL, "5", "5.20"), Fill.sell(ACCOUNT, APPLE, "3", "150")),
                        2);
        String family = rows.getFirst().execId().replaceAll("\\.01\\.01$", "");

        assertThat(rows.stream().map(Execution::execId))
                .containsExactly(
                        family + ".01.01",
                        family + ".02.01.01",
                        family + ".02.01.02",
                        family + ".03.01.01",
                        family + ".03.01.02");
        assertThat(client.sofar().stream()
                        .filter(fields -> fields.getFirst().equals("11"))
                        .map(fields -> fields.get(19)))
                .containsExactly("5", "3", "2", "2", "1");
        assertThat(gateway.tickets()).hasSize(5);
        assertThat(gateway.account(ACCOUNT).holding(CALL.conId()))
                .map(held -> held.position().toString())
                .contains("5");
        assertThatThrownBy(() -> gateway.script().correct(rows.get(1).execId(), "1", "5"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settlementMovesThePositionAndTellsNoExecution() throws IOException {
        client.send(61, 1);
        client.until(62);
        client.send(6, 2, 1, ACCOUNT);
        client.until(54);
        gateway.script()
                .settle(Fill.sell(ACCOUNT, APPLE, "100", "160")
                        .costing(Charge.of("0", "USD"))
                        .at(NOW));
        List<List<String>> messages = client.sofar();

        assertThat(messages.stream().map(List::getFirst)).contains("7", "61").doesNotContain("11", "59");
        assertThat(messages)
                .anyMatch(fields -> fields.getFirst().equals("7")
                        && fields.get(2).equals("265598")
                        && fields.get(13).equals("0"));
        // 1000 + 0.9 x (20000 + 16000)
        assertThat(gateway.account(ACCOUNT).netAssetValue()).isEqualTo("33400.00");
        assertThat(gateway.tickets()).isEmpty();
    }

    @Test
    void subscriptionsToSeveralAccountsAreToldWhatChanges() throws IOException {
        client.send(76, 1, 21, ACCOUNT, "", 1);
        assertThat(client.until(74))
                .noneMatch(fields -> fields.contains("BuyingPower"))
                .contains(List.of("73", "1", "21", ACCOUNT, "", "NetLiquidation", "32500.00", "EUR"));
        client.send(74, 1, 22, ACCOUNT, "");
        client.until(72);
        gateway.script().fill(Fill.sell(ACCOUNT, APPLE, "40", "150").costing(Charge.of("10", "USD")));
        List<List<String>> messages = client.sofar();

        assertThat(messages)
                .contains(List.of("73", "1", "21", ACCOUNT, "", "NetLiquidation", "32491.00", "EUR"))
                .noneMatch(fields ->
                        fields.getFirst().equals("73") && fields.contains("StockMarketValue") && fields.contains("EUR"))
                .anyMatch(fields ->
                        fields.getFirst().equals("71") && fields.get(15).equals("60"));
    }

    @Test
    void commissionComesWhenItIsTold() throws IOException {
        Execution early =
                gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "1", "150").with(new CommissionTiming.First()));
        gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "2", "150").with(new CommissionTiming.OnRequest()));
        gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "3", "150").with(new CommissionTiming.Never()));
        gateway.script()
                .fill(Fill.buy(ACCOUNT, APPLE, "4", "150").with(CommissionTiming.after(Duration.ofMillis(300))));

        List<List<String>> pushed = client.sofar();
        assertThat(pushed.stream().map(List::getFirst)).containsExactly("59", "11", "11", "11", "11");
        assertThat(pushed.getFirst().get(2)).isEqualTo(early.execId());
        client.send(7, 3, 9, 0, "", "", "", "", "", "", 7, 0);
        assertThat(client.until(55).stream().map(List::getFirst))
                .containsExactly("11", "11", "11", "11", "59", "59", "55");
        assertThat(client.next(59).get(2)).endsWith("00000004.01.01");
    }

    @Test
    void figuresFollowTheScript() throws IOException {
        client.send(62, 1, 1, "All", "NetLiquidation");
        assertThat(client.next(63)).isEqualTo(List.of("63", "1", "1", ACCOUNT, "NetLiquidation", "32500.00", "EUR"));
        client.send(6, 2, 1, ACCOUNT);
        assertThat(client.until(54))
                .contains(
                        List.of("6", "2", "AccountReady", "true", "", ACCOUNT),
                        List.of("6", "2", "NetLiquidation", "32500.00", "EUR", ACCOUNT),
                        List.of("6", "2", "ExchangeRate", "0.90", "USD", ACCOUNT),
                        List.of("6", "2", "ExchangeRate", "1.00", "BASE", ACCOUNT),
                        List.of("6", "2", "NetLiquidationByCurrency", "35000.00", "USD", ACCOUNT))
                .anyMatch(fields -> fields.subList(0, 3).equals(List.of("7", "8", "265598")))
                .contains(List.of("8", "1", "09:30"));

        gateway.script().mark(APPLE, "160");
        assertThat(client.next(63).get(5)).isEqualTo("33400.00");
        gateway.script().notReady(ACCOUNT, "0.00");
        assertThat(client.next(63).get(5)).isEqualTo("0.00");
        gateway.script().ready(ACCOUNT);
        assertThat(client.next(63).get(5)).isEqualTo("33400.00");
        gateway.script().nav(ACCOUNT, "12345.67");
        assertThat(client.next(63).get(5)).isEqualTo("12345.67");
    }

    @Test
    void profitIsToldInTheBaseCurrency() throws IOException {
        client.send(92, 4, ACCOUNT, "");
        client.send(94, 5, ACCOUNT, "", APPLE.conId());
        assertThat(client.next(94)).isEqualTo(List.of("94", "4", "0.00", "900.00", "0.00"));
        assertThat(client.next(95)).isEqualTo(List.of("95", "5", "100", "0.00", "900.00", UNSET, "13500.00"));

        gateway.script().mark(APPLE, "151");
        assertThat(client.next(94)).isEqualTo(List.of("94", "4", "90.00", "990.00", "0.00"));
    }

    @Test
    void aPositionIsValuedUntilThatIsCancelled() throws IOException {
        client.send(94, 5, ACCOUNT, "", APPLE.conId());
        client.next(95);
        gateway.script().mark(APPLE, "151");
        assertThat(client.next(95)).isEqualTo(List.of("95", "5", "100", "90.00", "990.00", UNSET, "13590.00"));
        gateway.script().fill(Fill.sell(ACCOUNT, APPLE, "150", "151").costing(Charge.of("0.00", "USD")));
        // 100 sold for a gain of 11 each, 50 short at their own price.
        assertThat(client.next(95)).isEqualTo(List.of("95", "5", "-50", "90.00", "0.00", "990.00", "-6795.00"));

        client.send(95, 5);
        client.send(94, 6, ACCOUNT, "", APPLE.conId());
        assertThat(client.next(95).get(1)).isEqualTo("6");
        gateway.script().mark(APPLE, "152");
        assertThat(client.next(95)).isEqualTo(List.of("95", "6", "-50", "45.00", "-45.00", "990.00", "-6840.00"));
    }

    @Test
    void severalAccountsAreAskedForAtOnce() throws IOException {
        client.send(76, 1, 21, ACCOUNT, "", 0);
        assertThat(client.until(74)).contains(List.of("73", "1", "21", ACCOUNT, "", "CashBalance", "1000.00", "EUR"));
        client.send(74, 1, 22, ACCOUNT, "");
        assertThat(client.until(72))
                .hasSize(2)
                .first()
                .satisfies(row -> assertThat(row).hasSize(18));
        client.send(61, 1);
        assertThat(client.until(62))
                .hasSize(2)
                .first()
                .satisfies(row -> assertThat(row).hasSize(16));

        gateway.script().fill(Fill.buy(ACCOUNT, ASML, "2", "650"));
        assertThat(client.next(61).get(14)).isEqualTo("2");
    }

    @Test
    void worthIsKeptByEveryTrade() {
        gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "50", "150").costing(Charge.of("0", "USD")));
        gateway.script().fill(Fill.sell(ACCOUNT, APPLE, "150", "150").costing(Charge.of("0", "USD")));
        gateway.script().fill(Fill.sell(ACCOUNT, CALL, "2", "51").costing(Charge.of("0", "USD")));
        gateway.script()
                .fill(Fill.buy(ACCOUNT, Contract.future(1, "ES", "20260918", "50", "CME"), "1", "6000")
                        .costing(Charge.of("10.00", "USD")));

        // 32500 less 10 USD
        assertThat(gateway.account(ACCOUNT).netAssetValue()).isEqualTo("32491.00");
    }

    @Test
    void dayIsPlayedFasterThanItWas() throws Exception {
        List<Fill> fills = List.of(
                Fill.sell(ACCOUNT, APPLE, "1", "151").at(Instant.parse("2025-07-18T19:59:00Z")),
                Fill.buy(ACCOUNT, APPLE, "1", "150").at(Instant.parse("2025-07-18T13:30:00Z")));
        GatewayDay day = GatewayDay.of(fills, 60_000);
        try (GatewaySimulator other = GatewaySimulator.start(GatewaySettings.of(Rehearsal.account())
                        .withMasterClient(Rehearsal.MASTER)
                        .withClock(day.clock()));
                RawClient watcher = RawClient.started(other, 7)) {
            day.play(other.script());

            assertThat(watcher.next(11).get(15)).isEqualTo("20250718-13:30:00");
            assertThat(watcher.next(11).get(15)).isEqualTo("20250718-19:59:00");
            assertThat(day.clock().instant()).isBetween("2025-07-18T19:59:00Z", "2025-07-19T04:00:00Z");
            assertThat(other.traffic().executions().getLast().at()).isAfter("2025-07-18T19:58:59Z");
        }
    }
}
