package io.flexledger.realtime.codec;

import static io.flexledger.realtime.codec.Payloads.AAPL;
import static io.flexledger.realtime.codec.Payloads.AAPL_CALL;
import static io.flexledger.realtime.codec.Payloads.decode;
import static io.flexledger.realtime.codec.Payloads.number;
import static io.flexledger.realtime.codec.Payloads.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.realtime.message.Contract;
import io.flexledger.realtime.message.Execution;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Side;
import io.flexledger.realtime.wire.UndecodableException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each message at the versions where its layout changes. */
class LayoutTest {

    private static final String UNSET = "1.7976931348623157E308";

    @Nested
    class Executions {

        /** 31 fields; what follows is added by later versions. */
        private static final String SOLD_CALL =
                "11|-1|372|675811965|AAPL|OPT|20260618|100.0|C|100|CBOE|USD|AAPL  260618C00100000"
                        + "|AAPL|0000e0d5.6669b1a3.01.01|20260611-13:31:02|DU9000001|CBOE|SLD|2|171.35|900000372|1|0|2|171.35|||||2|";

        @ParameterizedTest
        @CsvSource({"176, ''", "177, ''", "178, 1|", "193, 1|", "194, 1|", "197, 1|", "198, 1|trader|", "200, 1|trader|"
        })
        void growAtTheirEnd(int serverVersion, String end) throws UndecodableException {
            Execution execution = execution(decode(serverVersion, SOLD_CALL + end));

            assertThat(execution)
                    .isEqualTo(new Execution(
                            372,
                            "0000e0d5.6669b1a3.01.01",
                            "20260611-13:31:02",
                            "DU9000001",
                            "CBOE",
                            Side.SOLD,
                            new BigDecimal("2"),
                            new BigDecimal("171.35"),
                            900000372L,
                            1,
                            0,
                            new BigDecimal("2"),
                            new BigDecimal("171.35"),
                            null,
                            null,
                            null,
                            null,
                            2,
                            serverVersion >= 178 ? true : null,
                            serverVersion >= 198 ? "trader" : null));
        }

        @ParameterizedTest
        @CsvSource({
            "178, '', 31, pendingPriceRevision",
            "197, '', 31, pendingPriceRevision",
            "198, 1|, 32, submitter",
            "200, 1|, 32, submitter"
        })
        void areRefusedInTheLayoutOfAnOlderVersion(int serverVersion, String end, int fields, String missing) {
            assertThatThrownBy(() -> decode(serverVersion, SOLD_CALL + end))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessage("message 11, field %d (%s): is missing; the message has %d fields"
                            .formatted(fields, missing, fields));
        }

        @Test
        void carryTheirContract() throws UndecodableException {
            assertThat(decode(176, SOLD_CALL)).isInstanceOfSatisfying(Incoming.ExecutionReported.class, reported -> {
                assertThat(reported.requestId()).isEqualTo(-1);
                assertThat(reported.contract()).isEqualTo(AAPL_CALL);
            });
        }

        @Test
        void ofAVersion178ServerAreRead() throws UndecodableException {
            String recorded = "11|1|371|265598|AAPL|STK||0.0|||IBKRATS|USD|AAPL|NMS|0000e0d5.6669b1a2.01.01"
                    + "|20260611 09:30:30 US/Eastern|DU9000001|IBKRATS|BOT|100|292.79|900000371|1|0|100|292.79|ref-1||||2|0|";

            assertThat(decode(178, recorded)).isInstanceOfSatisfying(Incoming.ExecutionReported.class, reported -> {
                assertThat(reported.contract()).isEqualTo(AAPL);
                assertThat(reported.execution().orderRef()).isEqualTo("ref-1");
                assertThat(reported.execution().pendingPriceRevision()).isFalse();
            });
        }

        @Test
        void ofAnOrderEnteredByHandHaveNoOrderId() throws UndecodableException {
            String byHand = SOLD_CALL.replace("11|-1|372|", "11|-1|2147483647|");

            assertThat(execution(decode(176, byHand)).orderId()).isNull();
        }

        @Test
        void keepZeroAndUnsetApart() throws UndecodableException {
            String none = SOLD_CALL.replace("|171.35|900000372|1|0|2|171.35|", "|0.0|0||0|||");

            Execution execution = execution(decode(176, none));

            assertThat(execution.price()).isEqualTo(BigDecimal.ZERO);
            assertThat(execution.permId()).isZero();
            assertThat(execution.clientId()).isNull();
            assertThat(execution.cumulative()).isNull();
            assertThat(execution.averagePrice()).isNull();
        }

        @ParameterizedTest
        @CsvSource({
            "|SLD|, |BUY|, 18, side",
            "|SLD|2|, |SLD|-2|, 19, shares",
            "|SLD|2|, |SLD||, 19, shares",
            "|SLD|2|171.35|, |SLD|2|1.7976931348623157E308|, 20, price",
            "0000e0d5.6669b1a3.01.01, '', 14, execId",
            "DU9000001, '', 16, acctNumber",
            "675811965, AAPL, 3, conId"
        })
        void areRefusedWhereTheyCannotBeBooked(String text, String wrong, int position, String field) {
            String damaged = SOLD_CALL.replace(text, wrong);

            assertThat(damaged).isNotEqualTo(SOLD_CALL);
            assertThatThrownBy(() -> decode(176, damaged))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageContaining("message 11, field %d (%s)".formatted(position, field))
                    .hasMessageNotContaining(wrong.isEmpty() ? "171.35" : wrong);
        }

        @Test
        void areNotRefusedForTheirTime() throws UndecodableException {
            assertThat(execution(decode(176, SOLD_CALL.replace("20260611-13:31:02", "")))
                            .time())
                    .isEmpty();
        }

        private static Execution execution(Incoming incoming) {
            return ((Incoming.ExecutionReported) incoming).execution();
        }
    }

    @Nested
    class Notices {

        @ParameterizedTest
        @ValueSource(ints = {176, 178, 193})
        void haveAVersionFirst(int serverVersion) throws UndecodableException {
            assertThat(decode(serverVersion, "4|2|-1|2104|Market data farm connection is OK:usfarm||"))
                    .isEqualTo(new Incoming.Notice(-1, 2104, "Market data farm connection is OK:usfarm", null, null));
        }

        @ParameterizedTest
        @ValueSource(ints = {194, 197, 198, 200})
        void haveATimeLast(int serverVersion) throws UndecodableException {
            assertThat(decode(serverVersion, "4|-1|2104|Market data farm connection is OK:usfarm||1775425766350|"))
                    .isEqualTo(new Incoming.Notice(
                            -1,
                            2104,
                            "Market data farm connection is OK:usfarm",
                            null,
                            Instant.parse("2026-04-05T21:49:26.350Z")));
        }

        @Test
        void ofANewerLayoutAreRefusedByAnOlderVersion() {
            assertThatThrownBy(() -> decode(193, "4|-1|2104|OK:usfarm||1775425766350|"))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageContaining("field 3 (code): is not a whole number");
        }

        @Test
        void haveLettersOfEveryLanguage() throws UndecodableException {
            assertThat(decode(200, "4|7|201|Auftrag zur\\u00fcckgewiesen|{\"reason\":\"Zur\\u00fcck\"}|0|"))
                    .isEqualTo(new Incoming.Notice(
                            7, 201, "Auftrag zur\u00fcckgewiesen", "{\"reason\":\"Zur\u00fcck\"}", null));
            assertThat(decode(200, "4|7|201|||||")).isEqualTo(new Incoming.Notice(7, 201, "", null, null));
        }
    }

    @Nested
    class Session {

        @Test
        void namesItsAccounts() throws UndecodableException {
            assertThat(decode(200, "15|1|F9000000,DU9000001,DU9000002,|"))
                    .isEqualTo(new Incoming.ManagedAccounts(List.of("F9000000", "DU9000001", "DU9000002")));
            assertThat(decode(176, "9|1|371|")).isEqualTo(new Incoming.NextOrderId(371));
        }

        @Test
        void tellsTheTime() throws UndecodableException {
            assertThat(decode(176, "49|1|1781184643|"))
                    .isEqualTo(new Incoming.CurrentTime(Instant.parse("2026-06-11T13:30:43Z")));
            assertThat(decode(197, "109|1781184643350|"))
                    .isEqualTo(new Incoming.CurrentTime(Instant.parse("2026-06-11T13:30:43.350Z")));
            assertThatThrownBy(() -> decode(200, "49|1|9223372036854775806|")).isInstanceOf(UndecodableException.class);
        }
    }

    @Nested
    class Commissions {

        @Test
        void haveNoResultUnlessSomethingWasClosed() throws UndecodableException {
            String opening = "59|1|0000e0d5.69dd7411.01.01|1.2488|USD|" + UNSET + "|" + UNSET + "||";
            String flat = "59|1|0000e0d5.69dd7411.01.01|-0.25|USD|0.0|3.5|20270101|";

            assertThat(decode(176, opening))
                    .isEqualTo(new Incoming.CommissionReported(
                            "0000e0d5.69dd7411.01.01", number("1.2488"), "USD", null, null, null));
            assertThat(decode(200, flat))
                    .isEqualTo(new Incoming.CommissionReported(
                            "0000e0d5.69dd7411.01.01",
                            number("-0.25"),
                            "USD",
                            BigDecimal.ZERO,
                            number("3.5"),
                            "20270101"));
        }
    }

    @Nested
    class Accounts {

        @Test
        void haveValues() throws UndecodableException {
            var code = new Incoming.AccountValue("AccountCode", "DU9000001", null, "DU9000001");
            var worth = new Incoming.AccountValue("NetLiquidation", "1000414.50", "USD", "DU9000001");

            assertThat(decode(200, "6|2|AccountCode|DU9000001||DU9000001|")).isEqualTo(code);
            assertThat(decode(200, "6|2|NetLiquidation|1000414.50|USD|DU9000001|"))
                    .isEqualTo(worth);
            assertThat(code.amount()).isEmpty();
            assertThat(worth.amount()).contains(new BigDecimal("1000414.5"));
            assertThat(decode(200, "8|1|14:34|")).isEqualTo(new Incoming.AccountTime("14:34"));
            assertThat(decode(200, "54|1|DU9000001|")).isEqualTo(new Incoming.AccountDownloaded("DU9000001"));
        }

        @Test
        void haveAPortfolio() throws UndecodableException {
            assertThat(decode(
                            200,
                            "7|8|265598|AAPL|STK||0|0||NASDAQ|USD|AAPL|NMS|-100|291.6234436|-29162.34|291.2660812|-35.74"
                                    + "|-71.44|DU9000001|"))
                    .isEqualTo(new Incoming.PortfolioItem(
                            new Contract(
                                    265598,
                                    "AAPL",
                                    "STK",
                                    null,
                                    BigDecimal.ZERO,
                                    "0",
                                    null,
                                    "NASDAQ",
                                    "USD",
                                    "AAPL",
                                    "NMS"),
                            new BigDecimal("-100"),
                            number("291.6234436"),
                            number("-29162.34"),
                            number("291.2660812"),
                            number("-35.74"),
                            number("-71.44"),
                            "DU9000001"));
        }

        @Test
        void haveASummary() throws UndecodableException {
            assertThat(decode(200, "63|1|1001|DU9000001|NetLiquidation|1000414.50|USD|"))
                    .isEqualTo(new Incoming.SummaryRow(1001, "DU9000001", "NetLiquidation", "1000414.50", "USD"));
            assertThat(decode(200, "63|1|1001|DU9000001|Cushion|0.9||"))
                    .isEqualTo(new Incoming.SummaryRow(1001, "DU9000001", "Cushion", "0.9", null));
            assertThat(decode(200, "64|1|1001|")).isEqualTo(new Incoming.SummaryEnd(1001));
        }

        @Test
        void havePositions() throws UndecodableException {
            assertThat(decode(
                            200,
                            "61|3|DU9000001|675811965|AAPL|OPT|20260618|100.0|C|100||USD|AAPL  260618C00100000|AAPL|-2"
                                    + "|17134.376|"))
                    .isEqualTo(new Incoming.PositionHeld(
                            "DU9000001", withoutExchange(), new BigDecimal("-2"), number("17134.376")));
            assertThat(decode(200, "62|1|")).isEqualTo(new Incoming.PositionsEnd());
        }

        @Test
        void answerForOneModel() throws UndecodableException {
            assertThat(decode(
                            200,
                            "71|1|9|DU9000001|675811965|AAPL|OPT|20260618|100.0|C|100||USD|AAPL  260618C00100000|AAPL|-2"
                                    + "|17134.376|growth|"))
                    .isEqualTo(new Incoming.PositionHeldMulti(
                            9, "DU9000001", withoutExchange(), new BigDecimal("-2"), number("17134.376"), "growth"));
            assertThat(decode(200, "72|1|9|")).isEqualTo(new Incoming.PositionsMultiEnd(9));
            assertThat(decode(200, "73|1|10|DU9000001||NetLiquidation|5|USD|"))
                    .isEqualTo(new Incoming.AccountValueMulti(10, "DU9000001", null, "NetLiquidation", "5", "USD"));
            assertThat(decode(200, "74|1|10|")).isEqualTo(new Incoming.AccountValuesMultiEnd(10));
        }

        @Test
        void haveAResult() throws UndecodableException {
            assertThat(decode(200, "94|4|11340.427636781911|54385.58271885987|-103.92738339177643|"))
                    .isEqualTo(new Incoming.ProfitAndLoss(
                            4,
                            number("11340.427636781911"),
                            number("54385.58271885987"),
                            number("-103.92738339177643")));
            assertThat(decode(200, "94|4|" + UNSET + "|0.0||"))
                    .isEqualTo(new Incoming.ProfitAndLoss(4, null, BigDecimal.ZERO, null));
            assertThat(decode(200, "95|5|-2|1.5|" + UNSET + "|0|-34280.0|"))
                    .isEqualTo(new Incoming.PositionProfitAndLoss(
                            5, number("-2"), number("1.5"), null, BigDecimal.ZERO, number("-34280")));
        }

        @ParameterizedTest
        @ValueSource(ints = {176, 177, 178, 190, 191, 193, 194, 197, 198, 200})
        void haveTheSameResultInEveryVersion(int version) throws UndecodableException {
            assertThat(decode(version, "95|90300000|100|-12.5|" + UNSET + "||" + UNSET + "|"))
                    .isEqualTo(new Incoming.PositionProfitAndLoss(
                            90_300_000, number("100"), number("-12.5"), null, null, null));
            assertThat(decode(version, "95|90300000|" + UNSET + "|0|0|0|0|"))
                    .isEqualTo(new Incoming.PositionProfitAndLoss(
                            90_300_000, null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        }

        private static Contract withoutExchange() {
            return new Contract(
                    675811965,
                    "AAPL",
                    "OPT",
                    "20260618",
                    Objects.requireNonNull(AAPL_CALL.strike()),
                    "C",
                    "100",
                    null,
                    "USD",
                    "AAPL  260618C00100000",
                    "AAPL");
        }
    }

    @Nested
    class Others {

        @Test
        void arePassedUnread() throws UndecodableException {
            for (int id : List.of(3, 5, 53, 101, 102)) {
                assertThat(decode(200, id + "|anything|")).isEqualTo(new Incoming.Passed(id));
            }
            assertThat(decode(200, "102|")).isEqualTo(new Incoming.Passed(102));
            assertThat(decode(200, "777|1|")).isEqualTo(new Incoming.Unknown(777));
        }

        @Test
        void mayHaveMoreFieldsWhichAreReported() throws UndecodableException {
            List<String> found = new ArrayList<>();
            TextCodec codec = new TextCodec(200, (messageId, fields) -> found.add(messageId + ": " + fields));

            assertThat(codec.decode(payload("9|1|371|a||"))).isEqualTo(new Incoming.NextOrderId(371));
            assertThat(codec.decode(payload("9|1|371|"))).isEqualTo(new Incoming.NextOrderId(371));
            codec.decode(payload("3|371|PreSubmitted|"));
            codec.decode(payload("777|1|"));

            assertThat(found).containsExactly("9: 2");
        }
    }

    @Test
    void otherVersionsAreNotSpoken() {
        assertThatThrownBy(() -> new TextCodec(175)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextCodec(201)).isInstanceOf(IllegalArgumentException.class);
    }
}
