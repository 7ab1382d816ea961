package io.flexledger.realtime.codec;

import static io.flexledger.realtime.codec.Payloads.AAPL;
import static io.flexledger.realtime.codec.Payloads.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexledger.realtime.message.Execution;
import io.flexledger.realtime.message.ExecutionFilter;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Request;
import io.flexledger.realtime.message.Side;
import io.flexledger.realtime.wire.Frames;
import io.flexledger.realtime.wire.UndecodableException;
import io.flexledger.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a real gateway sent, read field by field. */
class RecordedFramesTest {

    private static final String FOLDER = "data/tws";

    private static final Map<String, Incoming> FRAMES = Map.ofEntries(
            Map.entry(
                    "v200_commission_close.bin",
                    new Incoming.CommissionReported(
                            "redacted-fill-000000001",
                            new BigDecimal("1.0003"),
                            "USD",
                            new BigDecimal("-68.051912"),
                            null,
                            null)),
            Map.entry(
                    "v200_commission_open.bin",
                    new Incoming.CommissionReported(
                            "redacted-fill-000000002", new BigDecimal("1.2488"), "USD", null, null, null)),
            Map.entry(
                    "v200_commission_sci.bin",
                    new Incoming.CommissionReported(
                            "redacted-fill-000000006",
                            new BigDecimal("0.00018"),
                            "USD",
                            new BigDecimal("-8.653358"),
                            null,
                            null)),
            Map.entry(
                    "v200_error_161.bin",
                    new Incoming.Notice(
                            371,
                            161,
                            "Cancel attempted when order is not in a cancellable state.  Order permId =9000000371",
                            null,
                            Instant.ofEpochMilli(1781184643000L))),
            Map.entry("v200_execDetailsEnd.bin", new Incoming.ExecutionsEnd(1)),
            Map.entry(
                    "v200_execDetails_live.bin", new Incoming.ExecutionReported(-1, AAPL, bought("20260611-13:30:30"))),
            Map.entry(
                    "v200_execDetails_snapshot_same_fill.bin",
                    new Incoming.ExecutionReported(1, AAPL, bought("20260611 09:30:30 US/Eastern"))),
            Map.entry(
                    "v200_execDetails_live_partial_2of3.bin",
                    new Incoming.ExecutionReported(
                            -1,
                            stock(265598, "AAPL", "NYSE", "NMS"),
                            new Execution(
                                    372,
                                    "redacted-fill-000000003",
                                    "20260611-13:30:33",
                                    "DU9000001",
                                    "NYSE",
                                    Side.SOLD,
                                    new BigDecimal("40"),
                                    new BigDecimal("292.3"),
                                    9000000372L,
                                    1,
                                    0,
                                    new BigDecimal("80"),
                                    new BigDecimal("292.315"),
                                    "ibkrgo-redacted-20260611T133024Z-002",
                                    null,
                                    null,
                                    null,
                                    2,
                                    false,
                                    null))),
            Map.entry("v200_managedAccounts.bin", new Incoming.ManagedAccounts(List.of("DU9000001"))),
            Map.entry("v200_nextValidId.bin", new Incoming.NextOrderId(371)),
            Map.entry("v200_orderStatus_PreSubmitted.bin", new Incoming.Passed(3)));

    private static final Map<String, Incoming> CAPTURED = Map.ofEntries(
            Map.entry("ManagedAccounts", new Incoming.ManagedAccounts(List.of("DU9000001"))),
            Map.entry("NextValidID", new Incoming.NextOrderId(1)),
            Map.entry(
                    "APIError_2104",
                    new Incoming.Notice(
                            -1,
                            2104,
                            "Market data farm connection is OK:usfarm",
                            null,
                            Instant.ofEpochMilli(1775425766350L))),
            Map.entry(
                    "ExecutionDetailNativeTime",
                    new Incoming.ExecutionReported(
                            -1,
                            stock(265598, "AAPL", "IEX", "NMS"),
                            new Execution(
                                    1,
                                    "0000e0d5.69dd7411.01.01",
                                    "20260413 15:27:04 US/Eastern",
                                    "DU9000001",
                                    "IEX",
                                    Side.BOUGHT,
                                    BigDecimal.ONE,
                                    new BigDecimal("257.95"),
                                    389211034L,
                                    94,
                                    0,
                                    BigDecimal.ONE,
                                    new BigDecimal("257.95"),
                                    null,
                                    null,
                                    null,
                                    null,
                                    2,
                                    false,
                                    null))),
            Map.entry("ContractDetailsEnd", new Incoming.Passed(52)),
            Map.entry(
                    "AccountSummaryValue",
                    new Incoming.SummaryRow(1001, "DU9000001", "BuyingPower", "300000.00", "EUR")),
            Map.entry("AccountSummaryEnd", new Incoming.SummaryEnd(1001)),
            Map.entry(
                    "Position",
                    new Incoming.PositionHeld(
                            "DU9000001",
                            stock(3691937, "AMZN", "NASDAQ", "NMS"),
                            new BigDecimal("15"),
                            new BigDecimal("200.25"))),
            Map.entry("PositionEnd", new Incoming.PositionsEnd()),
            Map.entry("TickPrice", new Incoming.Passed(1)),
            Map.entry("TickSize", new Incoming.Passed(2)),
            Map.entry("MarketDataType", new Incoming.Passed(58)),
            Map.entry("TickSnapshotEnd", new Incoming.Passed(57)),
            Map.entry("OpenOrderEnd", new Incoming.Passed(53)));

    private final TextCodec codec = new TextCodec(200, (messageId, fields) -> {
        throw new AssertionError("message %d has %d fields too many".formatted(messageId, fields));
    });

    @Test
    void everyFrameSaysWhatIsDocumented() throws Exception {
        Path folder = SharedData.require(FOLDER);
        Map<String, Incoming> read = new LinkedHashMap<>();
        for (Path file : files(folder, "v200_")) {
            if (!name(file).contains("_req")) {
                read.put(name(file), codec.decode(onlyFrame(file)));
            }
        }

        assertThat(read).containsExactlyInAnyOrderEntriesOf(FRAMES);
    }

    @Test
    void everyCapturedPayloadSaysWhatIsDocumented() throws Exception {
        Path file = SharedData.require(FOLDER + "/ibkr-go_sv200_capture_payloads.jsonl");
        Map<String, Incoming> read = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode captured = new ObjectMapper().readTree(line);
            byte[] payload =
                    HexFormat.of().parseHex(captured.required("payload_hex").textValue());
            String name = captured.required("name").textValue().replace("TestCaptureDecode_", "");
            read.put(name, codec.decode(payload));
        }

        assertThat(read).containsExactlyInAnyOrderEntriesOf(CAPTURED);
    }

    @Test
    void aClientsRequestIsWrittenByteForByte() throws Exception {
        Path file = SharedData.require(FOLDER + "/v200_reqExecutions.bin");
        ExecutionFilter filter = new ExecutionFilter(0, "DU9000001", null, "AAPL", null, null, null, null, List.of());

        byte[] frame = Frames.framed(codec.encode(new Request.Executions(1, filter)));

        assertThat(frame).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void whatANewerServerSaysIsRefused() throws Exception {
        List<Path> newer = files(SharedData.require(FOLDER), "v225_");

        assertThat(newer).hasSize(4);
        for (Path file : newer) {
            byte[] payload = onlyFrame(file);
            assertThatThrownBy(() -> codec.decode(payload))
                    .as(name(file))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageContaining("is binary, as in server versions after 200");
        }
    }

    /** A frame cut short is refused; only of one that is passed unread may anything be missing. */
    @Test
    void everyTruncationIsRefusedOrPassed() throws Exception {
        int refused = 0;
        for (Path file : files(SharedData.require(FOLDER), "v")) {
            byte[] payload = onlyFrame(file);
            for (int length = 0; length < payload.length; length++) {
                byte[] cut = Arrays.copyOf(payload, length);
                refused += refusedOrPassed(cut) ? 1 : 0;
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    private boolean refusedOrPassed(byte[] payload) {
        try {
            assertThat(codec.decode(payload)).isInstanceOfAny(Incoming.Passed.class, Incoming.Unknown.class);
            return false;
        } catch (UndecodableException refused) {
            assertThat(refused).hasMessageContaining("field");
            return true;
        }
    }

    @Test
    void everyFrameSurvivesMoreFieldsAtItsEnd() throws Exception {
        TextCodec tolerant = new TextCodec(200);
        for (Path file : files(SharedData.require(FOLDER), "v200_")) {
            byte[] payload = onlyFrame(file);
            byte[] longer = Arrays.copyOf(payload, payload.length + 3);
            longer[payload.length] = 'x';
            if (!name(file).contains("_req")) {
                assertThat(tolerant.decode(longer)).isEqualTo(FRAMES.get(name(file)));
            }
        }
    }

    private static Execution bought(String time) {
        return new Execution(
                371,
                "redacted-fill-000000001",
                time,
                "DU9000001",
                "IBKRATS",
                Side.BOUGHT,
                new BigDecimal("100"),
                new BigDecimal("292.79"),
                9000000371L,
                1,
                0,
                new BigDecimal("100"),
                new BigDecimal("292.79"),
                "ibkrgo-redacted-20260611T133024Z-001",
                null,
                null,
                null,
                2,
                false,
                null);
    }

    private static List<Path> files(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> name(file).startsWith(prefix) && name(file).endsWith(".bin"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static byte[] onlyFrame(Path file) throws IOException {
        Frames frames = new Frames(new ByteArrayInputStream(Files.readAllBytes(file)));
        byte[] payload = Objects.requireNonNull(frames.read());
        assertThat(frames.read()).as("after the frame of %s", file).isNull();
        return payload;
    }
}
