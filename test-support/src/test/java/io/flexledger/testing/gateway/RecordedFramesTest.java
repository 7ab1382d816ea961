package io.flexledger.testing.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexledger.testing.SharedData;
import io.flexledger.testing.gateway.wire.AccountEncoder;
import io.flexledger.testing.gateway.wire.AccountEncoder.Value;
import io.flexledger.testing.gateway.wire.CommissionReport;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.Encoder;
import io.flexledger.testing.gateway.wire.Execution;
import io.flexledger.testing.gateway.wire.Message;
import io.flexledger.testing.gateway.wire.Notice;
import io.flexledger.testing.gateway.wire.OrderProgress;
import io.flexledger.testing.gateway.wire.PlacedOrder;
import io.flexledger.testing.gateway.wire.TimeFormat;
import io.flexledger.testing.gateway.wire.Trade;
import io.flexledger.testing.gateway.wire.Trade.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a real gateway wrote at server version 200, written again from its values: every byte is the same. */
class RecordedFramesTest {

    private static final Encoder ENCODER = new Encoder(200);
    private static final Contract APPLE = Contract.stock(265598, "AAPL", "NASDAQ", "USD");
    private static final PlacedOrder FIRST =
            new PlacedOrder(1, 371, 9_000_000_371L, "ibkrgo-redacted-20260611T133024Z-001", "");
    private static final PlacedOrder SECOND =
            new PlacedOrder(1, 372, 9_000_000_372L, "ibkrgo-redacted-20260611T133024Z-002", "");

    @TestFactory
    Stream<DynamicTest> frames() {
        Path recorded = SharedData.require("data/tws");
        return frameMessages().entrySet().stream()
                .map(frame -> DynamicTest.dynamicTest(
                        frame.getKey(),
                        () -> assertThat(HexFormat.of()
                                        .formatHex(frame.getValue().frame()))
                                .isEqualTo(HexFormat.of()
                                        .formatHex(Files.readAllBytes(
                                                recorded.resolve("v200_" + frame.getKey() + ".bin"))))));
    }

    private static Map<String, Message> frameMessages() {
        Execution bought = execution("redacted-fill-000000001", FIRST, Side.BOT, "100", "292.79");
        Trade sale = new Trade(
                Side.SLD,
                new BigDecimal("40"),
                new BigDecimal("292.30"),
                Instant.parse("2026-06-11T13:30:33Z"),
                "NYSE");
        OrderProgress progress = new OrderProgress(new BigDecimal("80"), new BigDecimal("292.315"));
        Execution sold = new Execution("redacted-fill-000000003", "DU9000001", APPLE, sale, SECOND, progress, 2, false);
        Map<String, Message> messages = new TreeMap<>();
        messages.put("managedAccounts", ENCODER.managedAccounts(List.of("DU9000001")));
        messages.put("nextValidId", ENCODER.nextValidId(371));
        messages.put("execDetails_live", ENCODER.execution(-1, bought, TimeFormat.UTC));
        messages.put("execDetails_snapshot_same_fill", ENCODER.execution(1, bought, TimeFormat.US_EASTERN));
        messages.put("execDetails_live_partial_2of3", ENCODER.execution(-1, sold, TimeFormat.UTC));
        messages.put("execDetailsEnd", ENCODER.executionsEnd(1));
        messages.put("commission_close", ENCODER.commission(report("redacted-fill-000000001", "1.0003", "-68.051912")));
        messages.put("commission_open", ENCODER.commission(report("redacted-fill-000000002", "1.2488", null)));
        messages.put("commission_sci", ENCODER.commission(report("redacted-fill-000000006", "0.00018", "-8.653358")));
        messages.put(
                "orderStatus_PreSubmitted",
                ENCODER.orderStatus(FIRST, "PreSubmitted", OrderProgress.NONE, new BigDecimal("100")));
        messages.put(
                "error_161",
                ENCODER.notice(Notice.about(
                        371,
                        161,
                        "Cancel attempted when order is not in a cancellable state.  Order permId =9000000371",
                        Instant.ofEpochMilli(1_781_184_643_000L))));
        return messages;
    }

    @TestFactory
    Stream<DynamicTest> payloads() throws IOException {
        Path recorded = SharedData.require("data/tws/ibkr-go_sv200_capture_payloads.jsonl");
        Map<String, Message> messages = payloadMessages();
        return Files.readAllLines(recorded).stream()
                .map(RecordedFramesTest::json)
                .filter(line -> messages.containsKey(line.get("name").asText()))
                .map(line -> DynamicTest.dynamicTest(line.get("name").asText(), () -> {
                    byte[] frame = RecordedFramesTest.frame(messages, line);
                    assertThat(HexFormat.of().formatHex(Arrays.copyOfRange(frame, 4, frame.length)))
                            .isEqualTo(line.get("payload_hex").asText());
                }));
    }

    private static byte[] frame(Map<String, Message> messages, JsonNode line) {
        return Objects.requireNonNull(messages.get(line.get("name").asText())).frame();
    }

    private static Map<String, Message> payloadMessages() {
        PlacedOrder order = new PlacedOrder(94, 1, 389_211_034L, "", "");
        Trade trade = new Trade(
                Side.BOT, BigDecimal.ONE, new BigDecimal("257.95"), Instant.parse("2026-04-13T19:27:04Z"), "IEX");
        Execution bought = new Execution(
                "0000e0d5.69dd7411.01.01",
                "DU9000001",
                APPLE,
                trade,
                order.withOrderId(1),
                OrderProgress.NONE.after(trade),
                2,
                false);
        Contract amazon = Contract.stock(3691937, "AMZN", "NASDAQ", "USD");
        return Map.of(
                "TestCaptureDecode_ManagedAccounts",
                ENCODER.managedAccounts(List.of("DU9000001")),
                "TestCaptureDecode_NextValidID",
                ENCODER.nextValidId(1),
                "TestCaptureDecode_APIError_2104",
                ENCODER.notice(Notice.system(
                        2104, "Market data farm connection is OK:usfarm", Instant.ofEpochMilli(1_775_425_766_350L))),
                "TestCaptureDecode_ExecutionDetailNativeTime",
                ENCODER.execution(-1, bought, TimeFormat.US_EASTERN),
                "TestCaptureDecode_AccountSummaryValue",
                AccountEncoder.summary(1001, "DU9000001", new Value("BuyingPower", "300000.00", "EUR")),
                "TestCaptureDecode_AccountSummaryEnd",
                AccountEncoder.summaryEnd(1001),
                "TestCaptureDecode_Position",
                AccountEncoder.position("DU9000001", amazon, new BigDecimal("15"), new BigDecimal("200.25")),
                "TestCaptureDecode_PositionEnd",
                AccountEncoder.positionsEnd(),
                "TestCaptureDecode_OpenOrderEnd",
                ENCODER.openOrdersEnd());
    }

    private static Execution execution(String execId, PlacedOrder order, Side side, String shares, String price) {
        Trade trade = new Trade(
                side, new BigDecimal(shares), new BigDecimal(price), Instant.parse("2026-06-11T13:30:30Z"), "IBKRATS");
        return new Execution(execId, "DU9000001", APPLE, trade, order, OrderProgress.NONE.after(trade), 2, false);
    }

    private static CommissionReport report(String execId, String commission, @Nullable String realized) {
        BigDecimal gain = realized == null ? null : new BigDecimal(realized);
        return new CommissionReport(execId, new BigDecimal(commission), "USD", gain, false);
    }

    private static JsonNode json(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
