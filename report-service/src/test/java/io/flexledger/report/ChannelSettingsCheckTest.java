package io.flexledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.testing.Settings;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelSettingsCheckTest {

    private static final String PREFIX = "report.alerts.channels.";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final Map<String, String> EVERY_KEY = Map.of(
            "page-url", "https://ledger.example.org",
            "every", "5s",
            "timeout", "3s",
            "mail.to", "me@example.org,you@example.org",
            "mail.from", "Flexledger <ledger@example.org>",
            "webhook.url", "https://hooks.example.org/T123/secret-part",
            "webhook.secret", SECRET,
            "webhook.allow-http", "true");

    @Test
    void byDefaultNothingButTheLogIsOn() {
        var config = config(Map.of());

        assertThat(ChannelSettingsCheck.faults(config)).isEmpty();
        assertThat(config.pageUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(config.every()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.mail().to()).isEmpty();
        assertThat(config.mail().from()).isEmpty();
        assertThat(config.webhook().url()).isEmpty();
        assertThat(config.webhook().secret()).isEmpty();
        assertThat(config.webhook().allowHttp()).isFalse();
    }

    @Test
    void everyKeyIsRead() {
        var config = config(EVERY_KEY);

        assertThat(ChannelSettingsCheck.faults(config)).isEmpty();
        assertThat(config.pageUrl()).isEqualTo("https://ledger.example.org");
        assertThat(config.every()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.mail().to()).contains(List.of("me@example.org", "you@example.org"));
        assertThat(config.mail().from()).contains("Flexledger <ledger@example.org>");
        assertThat(config.webhook().url()).contains("https://hooks.example.org/T123/secret-part");
        assertThat(config.webhook().secret()).contains(SECRET);
        assertThat(config.webhook().allowHttp()).isTrue();
        assertThat(Settings.keys(ChannelConfig.class))
                .extracting(key -> key.replace(PREFIX, "").replace("[*]", ""))
                .containsOnly(EVERY_KEY.keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        page-url | ledger              | page-url is 'ledger', which is no web address; set it as http://127.0.0.1:8080.
        every    | 0s                  | every is PT0S; set it to more than nothing and at most PT10M, such as 2s.
        timeout  | 2m                  | timeout is PT2M; set it to more than nothing and at most PT1M, such as 15s.
        mail.to  | me@example.org,you  | mail.to has 'you', which is no address; set addresses as me@example.org, with \
        commas between.
        mail.from | ledger             | mail.from is 'ledger', which is no address; set the sender, such as \
        ledger@example.org, in FLEXLEDGER_MAIL_FROM, or unset mail.to to send no mail.
        webhook.url | hooks/secret-part | webhook.url, of 17 characters, is no web address; set it as https://host/path.
        webhook.url | ftp://h/secret-part | webhook.url, of 19 characters, is no web address; set it as \
        https://host/path.
        """)
    void tellsKeyValueAndWhatToDo(String key, String value, String fault) {
        assertThat(faults(key, value)).containsExactly(PREFIX + fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://hooks.example.org/secret-part", "http://u:secret-part@10.0.0.7/", "http://127.evil.org/"
            })
    void refusesToSendInTheClearToOthers(String url) {
        var settings = new HashMap<>(EVERY_KEY);
        settings.put("webhook.url", url);
        settings.put("webhook.allow-http", "false");

        assertThat(ChannelSettingsCheck.faults(config(settings)))
                .singleElement()
                .asString()
                .startsWith(PREFIX + "webhook.url leads to ")
                .contains("without encryption; set an https:// address, or " + PREFIX + "webhook.allow-http=true")
                .doesNotContain("secret-part");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9000/x",
                "http://localhost/x",
                "http://[::1]:9000/x",
                "https://hooks.example.org"
            })
    void letsItGoInTheClearToThisMachine(String url) {
        var settings = new HashMap<>(EVERY_KEY);
        settings.put("webhook.url", url);
        settings.put("webhook.allow-http", "false");

        assertThat(ChannelSettingsCheck.faults(config(settings))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_not!base64", "whsec_c2hvcnQ=", "plain-text-secret"})
    void repeatsNothingOfABadSecret(String secret) {
        assertThat(faults("webhook.secret", secret))
                .singleElement()
                .asString()
                .startsWith(
                        PREFIX + "webhook.secret, of " + secret.length() + " characters, is none; set whsec_ and 24 to")
                .doesNotContain(secret, secret.substring(6));
    }

    @Test
    void addressesMayHaveBlanksBetween() {
        var settings = new HashMap<>(EVERY_KEY);
        settings.put("mail.to", "me@example.org, you@example.org,");

        assertThat(ChannelSettingsCheck.faults(config(settings))).isEmpty();
        assertThat(config(settings).mail().addresses()).containsExactly("me@example.org", "you@example.org");
    }

    @Test
    void withAFaultTheServiceDoesNotStart() {
        var wrong = new ChannelSettingsCheck(config(Map.of("timeout", "0s", "webhook.secret", SECRET)));

        assertThatThrownBy(() -> wrong.start(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("timeout is PT0S; set it to")
                .hasMessageContaining("webhook.secret is set without webhook.url");
        assertThatCode(() -> new ChannelSettingsCheck(config(EVERY_KEY)).start(new StartupEvent()))
                .doesNotThrowAnyException();
    }

    @Test
    void asksForBothHalvesOfAWebhook() {
        assertThat(ChannelSettingsCheck.faults(config(Map.of("webhook.url", "https://h/"))))
                .containsExactly(
                        PREFIX + "webhook.url is set without webhook.secret; set both, or none to send no webhook.");
        assertThat(ChannelSettingsCheck.faults(config(Map.of("webhook.secret", SECRET))))
                .containsExactly(
                        PREFIX + "webhook.secret is set without webhook.url; set both, or none to send no webhook.");
    }

    private static List<String> faults(String key, String value) {
        var settings = new HashMap<>(EVERY_KEY);
        settings.put(key, value);
        return ChannelSettingsCheck.faults(config(settings));
    }

    private static ChannelConfig config(Map<String, String> settings) {
        var prefixed = new HashMap<String, String>();
        settings.forEach((key, value) -> prefixed.put(PREFIX + key, value));
        return Settings.of(ChannelConfig.class, prefixed);
    }
}
