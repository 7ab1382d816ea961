package io.flexledger.testing.gateway;

import static io.flexledger.testing.gateway.Rehearsal.ACCOUNT;
import static io.flexledger.testing.gateway.Rehearsal.APPLE;
import static io.flexledger.testing.gateway.Rehearsal.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.testing.gateway.account.Charge;
import io.flexledger.testing.gateway.fault.Fault;
import io.flexledger.testing.gateway.fault.Fault.OfFill;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.wire.Execution;
import io.flexledger.testing.gateway.wire.PlacedOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that others wrote decodes what the simulator sends, and finds in it what the simulator was told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgeTest {

    private static final int CLIENT = 7;

    private IndependentClient client = new IndependentClient(Path.of(""));

    @BeforeAll
    void install() throws IOException, InterruptedException {
        client = IndependentClient.require();
    }

    @ParameterizedTest
    @ValueSource(ints = {176, 178, 193})
    void findsWhatWasTold(int version) throws IOException, InterruptedException {
        GatewaySettings settings = GatewaySettings.of(Rehearsal.account())
                .withMasterClient(CLIENT)
                .withVersion(version)
                .withChoppedWrites()
                .withSeed(version);
        try (GatewaySimulator gateway = GatewaySimulator.start(settings)) {
            Execution bought = gateway.script()
                    .fill(Fill.buy(ACCOUNT, APPLE, "10", "151.25")
                            .of(PlacedOrder.of(3, 41).withReference("ref-1"))
                            .costing(Charge.of("0.00018", "USD")));
            gateway.fault(OfFill.NO_ORDER_ID);
            Execution sold =
                    gateway.script().fill(Fill.sell(ACCOUNT, CALL, "2", "71.35").costing(Charge.of("1.40", "USD")));
            Execution closed =
                    gateway.script().fill(Fill.sell(ACCOUNT, APPLE, "50", "152").costing(Charge.of("2.00", "USD")));
            Execution corrected = gateway.script().correct(closed.execId(), "49", "153");

            JsonNode seen = client.watch(gateway.port(), CLIENT, ACCOUNT, APPLE.conId());

            assertThat(seen.get("server").asInt()).isEqualTo(version);
            assertThat(seen.get("accounts").asText()).isEqualTo(ACCOUNT);
            assertThat(seen.get("errors")).isEmpty();
            assertThat(texts(seen, "notices", "code")).containsExactlyInAnyOrder("2104", "2106", "2158");
            assertThat(texts(seen, "executions", "execution/execId"))
                    .containsExactly(bought.execId(), sold.execId(), corrected.execId());
            assertThat(texts(seen, "executions", "execution/shares")).containsExactly("10", "2", "49");
            assertThat(texts(seen, "executions", "execution/price")).containsExactly("151.25", "71.35", "153");
            assertThat(texts(seen, "executions", "execution/side")).containsExactly("BOT", "SLD", "SLD");
            assertThat(texts(seen, "executions", "execution/orderRef")).containsExactly("ref-1", "", "");
            assertThat(texts(seen, "executions", "execution/time")).allMatch(time -> time.endsWith(" US/Eastern"));
            assertThat(texts(seen, "executions", "contract/localSymbol"))
                    .containsExactly("AAPL", "AAPL  260618C00100000", "AAPL");
            assertThat(texts(seen, "commissions", "execId"))
                    .containsExactly(bought.execId(), sold.execId(), corrected.execId());
            assertThat(texts(seen, "commissions", "commission")).containsExactly("1.8E-4", "1.4", "2");
            // 49 x 153 - 2 - 49 x (100 x 140 + 10 x 151.25 + 0.00018) / 110
            assertThat(seen.get("commissions").get(2).get("realizedPNL").decimalValue())
                    .isEqualByComparingTo("584.886283");
            assertFigures(gateway, seen);
        }
    }

    private static void assertFigures(GatewaySimulator gateway, JsonNode seen) {
        String worth = gateway.account(ACCOUNT).netAssetValue().toPlainString();
        assertThat(values(seen.get("summary"), "tag", "NetLiquidation")).containsExactly(worth);
        assertThat(values(seen.get("summary"), "tag", "ExchangeRate")).containsExactly("1.00", "0.90", "1.00");
        assertThat(values(seen.get("values"), "key", "NetLiquidation")).containsExactly(worth);
        assertThat(values(seen.get("values"), "key", "AccountReady")).containsExactly("true");
        assertThat(texts(seen, "positions", "contract/conId")).containsExactly("265598", "675811965");
        assertThat(texts(seen, "positions", "position")).containsExactly("61", "-2");
        assertThat(texts(seen, "portfolio", "position")).containsExactly("61", "-2");
        assertThat(texts(seen, "portfolio", "price")).containsExactly("150", "71.35");
        assertThat(texts(seen, "portfolio", "value")).containsExactly("9150", "-14270");
        // 61 at 150, which cost (100 x 140 + 10 x 151.25 + 0.00018) / 110 each, in euros at 0.9.
        assertThat(texts(seen, "pnlSingle", "position")).containsExactly("61");
        assertThat(texts(seen, "pnlSingle", "value")).containsExactly("8235");
        assertThat(texts(seen, "pnlSingle", "unrealized")).containsExactly("492.85");
        assertThat(texts(seen, "pnlSingle", "realized")).containsExactly("526.4");
        assertThat(texts(seen, "pnlSingle", "daily")).containsExactly("119.25");
        assertThat(seen.get("pnl").get(0).get("daily").decimalValue())
                .isEqualByComparingTo(new BigDecimal(worth).subtract(new BigDecimal("32500.00")));
    }

    @Test
    void complainsAboutFieldsItDoesNotKnow() throws IOException, InterruptedException {
        GatewaySettings settings =
                GatewaySettings.of(Rehearsal.account()).withMasterClient(CLIENT).withVersion(193);
        try (GatewaySimulator gateway = GatewaySimulator.start(settings)) {
            gateway.script().fill(Fill.buy(ACCOUNT, APPLE, "10", "151.25"));
            gateway.fault(new Fault.ExtraFields(11, 1));

            JsonNode seen = client.watch(gateway.port(), CLIENT, ACCOUNT, APPLE.conId());

            assertThat(texts(seen, "errors", "text")).singleElement().asString().contains("unprocessed data left");
        }
    }

    private static List<String> texts(JsonNode seen, String list, String path) {
        return stream(seen.get(list))
                .map(row -> row.at("/" + path).asText().replaceAll("\\.0+$", ""))
                .toList();
    }

    private static List<String> values(JsonNode rows, String key, String wanted) {
        return stream(rows)
                .filter(row -> row.get(key).asText().equals(wanted))
                .map(row -> row.get("value").asText())
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
