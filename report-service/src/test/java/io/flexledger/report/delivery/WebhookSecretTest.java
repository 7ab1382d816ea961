package io.flexledger.report.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {

    /** As the reference libraries of Standard Webhooks have it in their own tests. */
    private static final String PUBLISHED = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void signsAsThePublishedExample() {
        var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        var signature = WebhookSecret.parse(PUBLISHED)
                .orElseThrow()
                .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330, 999), body);

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWhatAReceiverWorksOutByItself() {
        var secret = secretOf(64);
        var body = "{\"type\":\"alert.raised\",\"title\":\"Zürich\"}";
        var at = Instant.parse("2025-07-18T20:05:01Z");

        assertThat(WebhookSecret.parse(secret).orElseThrow().sign("id-1", at, body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Hmac.signature(secret, "id-1", "1752869101", body))
                .isNotEqualTo(Hmac.signature(secret, "id-2", "1752869101", body));
    }

    @Test
    void hasTwentyFourToSixtyFourBytes() {
        assertThat(WebhookSecret.parse(secretOf(23))).isEmpty();
        assertThat(WebhookSecret.parse(secretOf(24))).isPresent();
        assertThat(WebhookSecret.parse(secretOf(64))).isPresent();
        assertThat(WebhookSecret.parse(secretOf(65))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2La*aSw"})
    void isNothingElse(String text) {
        assertThat(WebhookSecret.parse(text)).isEmpty();
    }

    @Test
    void isNeverPrinted() {
        assertThat(WebhookSecret.parse(PUBLISHED).orElseThrow()).hasToString("whsec_***");
    }

    private static String secretOf(int bytes) {
        var key = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            key[i] = (byte) (i * 37);
        }
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }
}
