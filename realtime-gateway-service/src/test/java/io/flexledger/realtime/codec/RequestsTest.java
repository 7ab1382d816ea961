package io.flexledger.realtime.codec;

import static io.flexledger.realtime.codec.Payloads.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.realtime.message.ExecutionFilter;
import io.flexledger.realtime.message.Request;
import io.flexledger.realtime.message.Side;
import io.flexledger.realtime.wire.Frames;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

    /** One of each, as written at server version 200. */
    private static final Map<Request, String> REQUESTS = requests();

    /** Questions, and cancellations of questions. An order would be 3, 4 or 58. */
    private static final Set<Integer> ALLOWED =
            Set.of(6, 7, 17, 49, 61, 62, 63, 64, 71, 74, 75, 76, 77, 92, 93, 94, 95, 105);

    private static Map<Request, String> requests() {
        Map<Request, String> requests = new LinkedHashMap<>();
        requests.put(new Request.StartApi(1), "71|2|1||");
        requests.put(new Request.ManagedAccounts(), "17|1|");
        requests.put(new Request.CurrentTime(), "49|1|");
        requests.put(new Request.CurrentTimeInMillis(), "105|");
        requests.put(new Request.AccountUpdates(true, "DU9000001"), "6|2|1|DU9000001|");
        requests.put(new Request.AccountUpdates(false, null), "6|2|0||");
        requests.put(
                new Request.AccountSummary(1001, "All", List.of("NetLiquidation", "$LEDGER:ALL")),
                "62|1|1001|All|NetLiquidation,$LEDGER:ALL|");
        requests.put(new Request.CancelAccountSummary(1001), "63|1|1001|");
        requests.put(new Request.Positions(), "61|1|");
        requests.put(new Request.CancelPositions(), "64|1|");
        requests.put(new Request.PositionsMulti(9, "DU9000001", null), "74|1|9|DU9000001||");
        requests.put(new Request.CancelPositionsMulti(9), "75|1|9|");
        requests.put(new Request.AccountUpdatesMulti(10, "DU9000001", "growth", true), "76|1|10|DU9000001|growth|1|");
        requests.put(new Request.CancelAccountUpdatesMulti(10), "77|1|10|");
        requests.put(new Request.Executions(11, ExecutionFilter.lastDays(7)), "7|3|11|0||||||" + "|7|0|");
        requests.put(new Request.ProfitAndLoss(4, "DU9000001", null), "92|4|DU9000001||");
        requests.put(new Request.CancelProfitAndLoss(4), "93|4|");
        requests.put(new Request.PositionProfitAndLoss(5, "DU9000001", null, 265598), "94|5|DU9000001||265598|");
        requests.put(new Request.CancelPositionProfitAndLoss(5), "95|5|");
        return requests;
    }

    @Test
    void areWrittenFieldByField() {
        TextCodec codec = new TextCodec(200);

        REQUESTS.forEach(
                (request, expected) -> assertThat(fields(codec.encode(request))).isEqualTo(expected));
    }

    @Test
    void startTheSessionWithTheseBytes() {
        byte[] frame = Frames.framed(new TextCodec(200).encode(new Request.StartApi(1)));

        assertThat(HexFormat.of().formatHex(frame)).isEqualTo("000000083731003200310000");
    }

    @Nested
    class ReadOnly {

        @Test
        void everyRequestThereIsHasBeenTriedHere() {
            Set<Class<?>> tried = new HashSet<>();
            REQUESTS.keySet().forEach(request -> tried.add(request.getClass()));

            assertThat(tried).containsExactlyInAnyOrder(Request.class.getPermittedSubclasses());
        }

        @ParameterizedTest
        @ValueSource(ints = {176, 178, 193, 194, 197, 198, 200})
        void noRequestHasAnyOtherNumberThanThese(int serverVersion) {
            Set<Integer> sent = new TreeSet<>();
            for (Request request : REQUESTS.keySet()) {
                if (spoken(request, serverVersion)) {
                    String text = fields(new TextCodec(serverVersion).encode(request));
                    sent.add(Integer.valueOf(text.substring(0, text.indexOf('|'))));
                }
            }

            assertThat(sent).isSubsetOf(ALLOWED).doesNotContain(3, 4, 58);
            if (serverVersion == 200) {
                assertThat(sent).isEqualTo(new TreeSet<>(ALLOWED));
            }
        }

        private static boolean spoken(Request request, int serverVersion) {
            return switch (request) {
                case Request.CurrentTimeInMillis() -> serverVersion >= 197;
                case Request.Executions(int id, ExecutionFilter filter) ->
                    id >= 0 && (serverVersion >= 200 || !filter.namesDays());
                default -> true;
            };
        }

        @Test
        void noTypeSpeaksOfPlacingOrCancellingOrders() {
            assertThat(Arrays.stream(Request.class.getPermittedSubclasses()).map(Class::getSimpleName))
                    .noneMatch(name -> name.contains("Order") || name.contains("Place") || name.contains("Trade"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"DU1\0003", "DU1\n", "DU\u00fc", "\u007f", "\t"})
        void aFieldCannotSmuggleAnother(String account) {
            assertThatThrownBy(() -> new TextCodec(200).encode(new Request.AccountUpdates(true, account)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("printable ASCII");
        }
    }

    @Nested
    class ForExecutions {

        @ParameterizedTest
        @ValueSource(ints = {176, 178, 193, 194, 198, 199})
        void nameNoDaysBefore200(int serverVersion) {
            assertThat(fields(new TextCodec(serverVersion).encode(new Request.Executions(1, ExecutionFilter.today()))))
                    .isEqualTo("7|3|1|0|||||||");
            assertThatThrownBy(() ->
                            new TextCodec(serverVersion).encode(new Request.Executions(1, ExecutionFilter.lastDays(7))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("version 200");
        }

        @Test
        void alwaysSayWhichDaysFrom200On() {
            assertThat(fields(new TextCodec(200).encode(new Request.Executions(1, ExecutionFilter.today()))))
                    .isEqualTo("7|3|1|0|||||||2147483647|0|");
            assertThat(fields(new TextCodec(200)
                            .encode(new Request.Executions(
                                    1,
                                    ExecutionFilter.dates(
                                            List.of(LocalDate.of(2026, 6, 9), LocalDate.of(2026, 6, 11)))))))
                    .isEqualTo("7|3|1|0|||||||2147483647|2|20260609|20260611|");
        }

        @Test
        void nameTheirLimits() {
            ExecutionFilter filter = new ExecutionFilter(
                    71,
                    "DU9000001",
                    Instant.parse("2026-06-11T13:30:30Z"),
                    "AAPL",
                    "STK",
                    "IEX",
                    Side.SOLD,
                    null,
                    List.of());

            assertThat(fields(new TextCodec(193).encode(new Request.Executions(3, filter))))
                    .isEqualTo("7|3|3|71|DU9000001|20260611-13:30:30|AAPL|STK|IEX|SELL|");
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 8})
        void reachBackSevenDaysAtMost(int days) {
            assertThatThrownBy(() -> ExecutionFilter.lastDays(days)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void askForMillisecondsOnlyWhereTheyAreKnown() {
        assertThatThrownBy(() -> new TextCodec(196).encode(new Request.CurrentTimeInMillis()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 197");
        assertThat(fields(new TextCodec(197).encode(new Request.CurrentTimeInMillis())))
                .isEqualTo("105|");
    }

    @Test
    void askForASummaryOfSomething() {
        assertThatThrownBy(() -> new Request.AccountSummary(1, "All", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
