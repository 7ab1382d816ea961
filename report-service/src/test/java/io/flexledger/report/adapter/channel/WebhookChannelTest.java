package io.flexledger.report.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.report.ChannelConfig;
import io.flexledger.report.delivery.Hmac;
import io.flexledger.report.delivery.Message;
import io.flexledger.report.delivery.Outcome;
import io.flexledger.report.delivery.Raised;
import io.flexledger.report.delivery.WebhookBody;
import io.flexledger.testing.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Message MESSAGE = new Message.Raised(Raised.assignment());

    private Receiver receiver;

    @BeforeEach
    void open() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void postsTheMessageAndSignsIt() {
        assertThat(channel(receiver.url("/hook?key=1")).send(MESSAGE)).isEqualTo(new Outcome.Sent());

        var got = receiver.got().getFirst();
        assertThat(got.path()).isEqualTo("/hook?key=1");
        assertThat(got.header("content-type")).isEqualTo("application/json");
        assertThat(got.body())
                .isEqualTo(new String(
                        WebhookBody.of(MESSAGE, "http://127.0.0.1:8080").json(), StandardCharsets.UTF_8));
        assertThat(got.header("webhook-id")).isEqualTo(Raised.ID.toString());
        assertThat(Instant.ofEpochSecond(Long.parseLong(got.header("webhook-timestamp"))))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(got.header("webhook-signature"))
                .isEqualTo(
                        Hmac.signature(SECRET, got.header("webhook-id"), got.header("webhook-timestamp"), got.body()));
        assertThat(got.headers()).doesNotContainKey("authorization");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void anyGoodAnswerIsOne(int status) {
        receiver.answer(status);

        assertThat(channel(receiver.url("/")).send(MESSAGE)).isEqualTo(new Outcome.Sent());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500, 503})
    void anyOtherMayBeBetterNextTime(int status) {
        receiver.answer(status);

        assertThat(channel(receiver.url("/")).send(MESSAGE)).isEqualTo(new Outcome.Failed("answered " + status));
    }

    @Test
    void aReceiverThatIsGoneIsLeftAlone() {
        receiver.answer(410);

        assertThat(channel(receiver.url("/")).send(MESSAGE))
                .isEqualTo(new Outcome.Refused("answered 410: the receiver wants no more"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        receiver.answer(status);

        assertThat(channel(receiver.url("/")).send(MESSAGE))
                .isEqualTo(new Outcome.Failed("answered " + status + ", and redirects are not followed"));
        assertThat(receiver.got()).extracting(Receiver.Got::path).containsExactly("/");
    }

    @Test
    void silenceIsWaitedForNoLongerThanIsSet() {
        receiver.fallSilent();
        var begin = Instant.now();

        assertThat(channel(receiver.url("/")).send(MESSAGE)).isEqualTo(new Outcome.Failed("no answer within 1 s"));
        assertThat(Instant.now()).isBefore(begin.plusSeconds(10));
    }

    @Test
    void whereNobodyListensThatIsSaid() {
        var url = receiver.url("/");
        receiver.close();

        assertThat(channel(url).send(MESSAGE)).isEqualTo(new Outcome.Failed("cannot connect"));
    }

    @Test
    void aLogInGoesIntoAHeader() {
        var url = receiver.url("/hook").replace("http://", "http://me:pass%3Aword@");

        assertThat(channel(url).send(MESSAGE)).isEqualTo(new Outcome.Sent());

        var header = receiver.got().getFirst().header("authorization");
        assertThat(Base64.getDecoder().decode(header.replace("Basic ", "")))
                .asString()
                .isEqualTo("me:pass:word");
    }

    @Test
    void isOnWithUrlAndSecret() {
        assertThat(channel(receiver.url("/")).isOn()).isTrue();
        assertThat(new WebhookChannel(Settings.of(ChannelConfig.class, Map.of())).isOn())
                .isFalse();
    }

    private static WebhookChannel channel(String url) {
        return new WebhookChannel(Settings.of(
                ChannelConfig.class,
                Map.of(
                        "report.alerts.channels.timeout", "1s",
                        "report.alerts.channels.webhook.url", url,
                        "report.alerts.channels.webhook.secret", SECRET)));
    }
}
