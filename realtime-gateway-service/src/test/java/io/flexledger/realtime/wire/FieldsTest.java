package io.flexledger.realtime.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @Nested
    class Numbers {

        @ParameterizedTest
        @CsvSource({
            "292.30, 292.3",
            "1000414.50, 1000414.5",
            "-68.051912, -68.051912",
            "1.8E-4, 0.00018",
            "1.2e3, 1200",
            "0, 0",
            "0.0, 0",
            "-0.0, 0",
            "0E-8, 0",
            ".5, 0.5",
            "5., 5",
            "+7, 7",
            "9007199254740993.1, 9007199254740993.1",
            "2147483646, 2147483646"
        })
        void areExact(String wire, BigDecimal number) throws UndecodableException {
            assertThat(field(wire).decimal("amount")).isEqualTo(number);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "1.7976931348623157E308",
                    "1.7976931348623157E+308",
                    "1.7976931348623157e+308",
                    "-1.7976931348623157E308",
                    "1.797693134862316E308",
                    "Infinity",
                    "-Infinity",
                    "NaN",
                    "2147483647",
                    "9223372036854775807",
                    "-9223372036854775808"
                })
        void areNullWhenUnset(String wire) throws UndecodableException {
            assertThat(field(wire).decimal("amount")).isNull();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "abc",
                    "1,000.00",
                    "1.2.3",
                    "0x10",
                    "1E",
                    "--1",
                    " 1",
                    "1 ",
                    "\u0663",
                    "1E9999",
                    "1E999999999",
                    "1E-9999",
                    "12345678901234567890123456789012345678901234567890123456789012345"
                })
        void areRefusedWhenTheyAreNone(String wire) {
            assertThatThrownBy(() -> field(wire).decimal("amount"))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessage("message 6, field 1 (amount): is not a number");
        }

        @Test
        void areWholeWhereTheyMustBe() throws UndecodableException {
            assertThat(field("-1").integer("reqId")).isEqualTo(-1);
            assertThat(field("0").integer("reqId")).isZero();
            assertThat(field("2147483647").integer("orderId")).isNull();
            assertThat(field("").integer("orderId")).isNull();
            assertThat(field("9000000371").longInteger("permId")).isEqualTo(9_000_000_371L);
            assertThat(field("2147483647").longInteger("permId")).isEqualTo(2_147_483_647L);
            assertThat(field("9223372036854775807").longInteger("permId")).isNull();
            assertThat(field("-9223372036854775808").longInteger("permId")).isNull();
            assertThat(field("9223372036854775807").integer("orderId")).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"9000000371", "1.0", "x", "99999999999999999999", "9999999999999999999", "\u0663"})
        void areRefusedBeyondTheirType(String wire) {
            assertThatThrownBy(() -> field(wire).integer("orderId")).isInstanceOf(UndecodableException.class);
        }

        @Test
        void mayBeRequired() {
            assertThatThrownBy(() -> field("").requiredDecimal("shares"))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageContaining("(shares): is not set");
            assertThatThrownBy(() -> field("2147483647").requiredInt("reqId")).isInstanceOf(UndecodableException.class);
            assertThatThrownBy(() -> field("").requiredLong("time")).isInstanceOf(UndecodableException.class);
        }
    }

    @Nested
    class Texts {

        @Test
        void mayBeAbsent() throws UndecodableException {
            assertThat(field("").optionalText("currency")).isNull();
            assertThat(field("").plainText("value")).isEmpty();
            assertThatThrownBy(() -> field("").text("account"))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessage("message 6, field 1 (account): is empty");
        }

        @Test
        void turnEscapedLettersBack() throws UndecodableException {
            assertThat(field("Zur\\u00fcck \\u6e2f\\uD83D\\uDE00").escapedText("text"))
                    .isEqualTo("Zur\u00fcck \u6e2f\ud83d\ude00");
        }

        @Test
        void leaveOtherEscapesAlone() throws UndecodableException {
            String odd = "\\u000a \\u0022 \\u00 \\uzzzz \\n \\ $1";

            assertThat(field(odd).escapedText("text")).isEqualTo(odd);
            assertThat(field("Zur\\u00fcck").plainText("account")).isEqualTo("Zur\\u00fcck");
        }

        @Test
        void replaceBytesThatAreNoUtf8() throws UndecodableException {
            assertThat(new Fields("6\0Z\u00fcrich\0".getBytes(ISO_8859_1)).text("symbol"))
                    .isEqualTo("Z\ufffdrich");
            assertThat(new Fields("6\0Z\u00fcrich\0".getBytes(UTF_8)).text("symbol"))
                    .isEqualTo("Z\u00fcrich");
        }

        @Test
        void mayBeFlags() throws UndecodableException {
            assertThat(field("0").flag("pending")).isFalse();
            assertThat(field("1").flag("pending")).isTrue();
            assertThat(field("").flag("pending")).isNull();
            assertThatThrownBy(() -> field("2").flag("pending"))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageContaining("(pending)");
        }
    }

    @Nested
    class Counts {

        @Test
        void tooFewFieldsNameTheFirstOneMissing() throws UndecodableException {
            Fields fields = new Fields("59\0001\0".getBytes(UTF_8));
            fields.skip("version");

            UndecodableException missing = missing(fields);

            assertThat(missing).hasMessage("message 59, field 2 (execId): is missing; the message has 2 fields");
            assertThat(missing.messageId()).isEqualTo("59");
            assertThat(missing.position()).isEqualTo(2);
            assertThat(missing.field()).isEqualTo("execId");
        }

        private UndecodableException missing(Fields fields) {
            try {
                throw new AssertionError(fields.text("execId"));
            } catch (UndecodableException missing) {
                return missing;
            }
        }

        @Test
        void surplusFieldsAreCounted() throws UndecodableException {
            Fields fields = new Fields("62\0001\0a\0\0".getBytes(UTF_8));
            assertThat(fields.surplus()).isEqualTo(3);
            fields.skip("version");

            assertThat(fields.messageId()).isEqualTo(62);
            assertThat(fields.surplus()).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "62", "62\0001", "\0", "\0\0\0\u0001", "x\0", "-4\0", "4 \0", "9999999999\0", "\u0664\0"
                })
        void aMessageStartsWithItsNumberAndEndsWithNul(String payload) {
            assertThatThrownBy(() -> new Fields(payload.getBytes(UTF_8)))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageContaining("without a readable id");
        }
    }

    private static Fields field(String text) throws UndecodableException {
        return new Fields(("6\0" + text + "\0").getBytes(UTF_8));
    }
}
