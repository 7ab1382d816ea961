package io.flexledger.realtime.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelloTest {

    @Test
    void opensWithTheMagicWordAndTheVersionsWeSpeak() {
        assertThat(HexFormat.of().formatHex(Hello.opening())).isEqualTo("41504900" + "00000009" + "763137362e2e323030");
    }

    @Test
    void readsTheVersionAndTheServersClock() throws HandshakeException {
        assertThat(Hello.answered(text("200\00020260611 15:30:24 Central European Standard Time\0")))
                .isEqualTo(new Hello(200, "20260611 15:30:24 Central European Standard Time"));
        assertThat(Hello.answered(text("176\0\0")).serverVersion()).isEqualTo(176);
        assertThat(Hello.answered(text("187\00020260825 20:11:28 CET\0more\0")).serverVersion())
                .isEqualTo(187);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 225})
    void refusesANewerServer(int version) {
        assertThatThrownBy(() -> Hello.answered(text(version + "\00020260611 15:30:24 CET\0")))
                .isInstanceOf(HandshakeException.class)
                .hasMessageContaining("offered version " + version)
                .hasMessageContaining("176 to 200")
                .hasMessageContaining("Install a gateway release");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 175})
    void refusesAnOlderServer(int version) {
        assertThatThrownBy(() -> Hello.answered(text(version + "\00020260611 15:30:24 CET\0")))
                .isInstanceOf(HandshakeException.class)
                .hasMessageContaining("offered version " + version)
                .hasMessageContaining("176 to 200")
                .hasMessageContaining("Update the gateway to 10.19");
    }

    @Test
    void doesNotFollowAServerElsewhere() {
        assertThatThrownBy(() -> Hello.answered(text("-1\0elsewhere:4001\0")))
                .isInstanceOf(HandshakeException.class)
                .hasMessageContaining("offered version -1")
                .hasMessageContaining("Set the host and port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "200",
                "200\0",
                "200\0CET",
                "HTTP/1.1 400 Bad Request\r\n",
                "two hundred\0CET\0",
                "\0\0\0\u00d7\0\0",
                "99999999999999\0CET\0"
            })
    void refusesWhatIsNoGreeting(String answer) {
        assertThatThrownBy(() -> Hello.answered(text(answer)))
                .isInstanceOf(HandshakeException.class)
                .hasMessageContaining("176 to 200")
                .hasMessageContaining("Check that the host and port");
    }

    @Test
    void isNeverMadeForAVersionWeDoNotSpeak() {
        assertThatThrownBy(() -> new Hello(201, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hello(175, "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] text(String text) {
        return text.getBytes(US_ASCII);
    }
}
