package io.flexledger.realtime.codec;

import static io.flexledger.realtime.codec.Payloads.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.wire.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, they are a message or they are refused: no other exception, and no endless work. */
class DamagedMessagesTest {

    private static final List<String> WHOLE = List.of(
            "4|-1|2104|Market data farm connection is OK:usfarm||1775425766350|",
            "6|2|NetLiquidation|1000414.50|USD|DU9000001|",
            "7|8|265598|AAPL|STK||0|0||NASDAQ|USD|AAPL|NMS|-100|291.6234436|-29162.34|291.2660812|-35.74|-71.44|DU9000001|",
            "8|1|14:34|",
            "9|1|371|",
            "11|-1|371|265598|AAPL|STK||0.0|||IBKRATS|USD|AAPL|NMS|0000e0d5.69dd7411.01.01|20260611-13:30:30|DU9000001|IBKRATS|BOT"
                    + "|100|292.79|9000000371|1|0|100|292.79|ref||||2|0||",
            "15|1|DU9000001|",
            "49|1|1781184643|",
            "54|1|DU9000001|",
            "55|1|1|",
            "59|1|0000e0d5.69dd7411.01.01|1.0003|USD|-68.051912|1.7976931348623157E308||",
            "61|3|DU9000001|3691937|AMZN|STK||0.0|||NASDAQ|USD|AMZN|NMS|15|200.25|",
            "62|1|",
            "63|1|1001|DU9000001|BuyingPower|300000.00|EUR|",
            "64|1|1001|",
            "71|1|9|DU9000001|3691937|AMZN|STK||0.0|||NASDAQ|USD|AMZN|NMS|15|200.25||",
            "72|1|9|",
            "73|1|10|DU9000001||NetLiquidation|5|USD|",
            "74|1|10|",
            "94|4|11340.427636781911|54385.58271885987|-103.92738339177643|",
            "95|5|-2|1.5|0|0|-34280.0|",
            "109|1781184643350|");

    private static final Random RANDOM = new Random(20260611);

    @Test
    void everyTruncationOfEveryMessageIsRefused() {
        TextCodec codec = new TextCodec(200);
        for (String whole : WHOLE) {
            byte[] payload = payload(whole);
            for (int length = 0; length < payload.length; length++) {
                byte[] cut = Arrays.copyOf(payload, length);
                assertThatThrownBy(() -> codec.decode(cut))
                        .as("%d bytes of %s", length, whole)
                        .isInstanceOf(UndecodableException.class);
            }
        }
    }

    @Test
    void everyMissingFieldOfEveryMessageIsRefused() {
        TextCodec codec = new TextCodec(200);
        for (String whole : WHOLE) {
            String[] fields = whole.split("\\|", -1);
            for (int kept = 1; kept < fields.length - 1; kept++) {
                byte[] shorter = payload(String.join("|", Arrays.copyOf(fields, kept)) + "|");
                assertThatThrownBy(() -> codec.decode(shorter))
                        .as("%d fields of %s", kept, whole)
                        .isInstanceOf(UndecodableException.class)
                        .hasMessageStartingWith("message %s, field ".formatted(fields[0]));
            }
        }
    }

    @Test
    void alteredBytesAreReadOrRefused() {
        int read = 0;
        int refused = 0;
        for (int round = 0; round < 60_000; round++) {
            byte[] payload = payload(WHOLE.get(RANDOM.nextInt(WHOLE.size())));
            for (int change = RANDOM.nextInt(4); change >= 0; change--) {
                payload[RANDOM.nextInt(payload.length)] = (byte) RANDOM.nextInt(256);
            }
            if (isRead(payload)) {
                read++;
            } else {
                refused++;
            }
        }
        assertThat(read).isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(1_000);
    }

    @Test
    void randomBytesAreReadOrRefused() {
        for (int round = 0; round < 40_000; round++) {
            byte[] payload = new byte[RANDOM.nextInt(200)];
            RANDOM.nextBytes(payload);
            isRead(payload);
        }
    }

    @Test
    void randomFieldsBehindEveryNumberAreReadOrRefused() {
        List<String> odd = List.of(
                "",
                "0",
                "-1",
                "1E308",
                "1E9999",
                "-1E-9999",
                "9223372036854775807",
                "9223372036854775806",
                "2147483647",
                "99999999999999999999",
                "NaN",
                "Infinity",
                "\\u00fc",
                "\\ud800",
                "\ufffd",
                "x",
                "BOT",
                "20260611-13:30:30",
                ",,,");
        for (int round = 0; round < 40_000; round++) {
            StringBuilder message =
                    new StringBuilder().append(RANDOM.nextInt(112)).append('|');
            for (int field = RANDOM.nextInt(36); field >= 0; field--) {
                message.append(odd.get(RANDOM.nextInt(odd.size()))).append('|');
            }
            isRead(payload(message.toString()));
        }
    }

    @Test
    void aHugeMessageTakesNoLongerThanItsBytes() {
        byte[] digits = new byte[8_000_000];
        Arrays.fill(digits, (byte) '9');
        System.arraycopy("94\0004\0".getBytes(StandardCharsets.US_ASCII), 0, digits, 0, 5);
        digits[digits.length - 1] = 0;
        byte[] nothing = new byte[8_000_000];
        nothing[0] = '7';
        byte[] accounts = digits.clone();
        Arrays.fill(accounts, (byte) ',');
        System.arraycopy("15\0001\0".getBytes(StandardCharsets.US_ASCII), 0, accounts, 0, 5);
        accounts[accounts.length - 1] = 0;

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(isRead(digits)).isFalse();
            assertThat(isRead(nothing)).isFalse();
            assertThat(isRead(accounts)).isTrue();
        });
    }

    private static boolean isRead(byte[] payload) {
        try {
            Incoming message = new TextCodec(176 + Math.floorMod(Arrays.hashCode(payload), 25)).decode(payload);
            assertThat(message).isNotNull();
            return true;
        } catch (UndecodableException refused) {
            assertThat(refused.position()).isNotNegative();
            return false;
        }
    }
}
