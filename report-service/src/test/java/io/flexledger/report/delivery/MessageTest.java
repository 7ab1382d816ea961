package io.flexledger.report.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.alert.Alert.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static final Message TRIAL = new Message.Trial(Raised.ID, Raised.AT);

    @Nested
    class Mail {

        @Test
        void saysWhatHappenedWhatToDoAndWhereToLook() {
            assertThat(MailText.of(new Message.Raised(Raised.assignment()), "https://ledger.example.org/"))
                    .isEqualTo(new MailText("[Flexledger] WARNING: SPY 622P was assigned", """
                        2 contracts of SPY 622P were assigned at 622.00.

                        Look at the day, and whether the shares are wanted.

                        Account: U1000001
                        Occurred: 2025-07-18T20:00:00Z
                        Raised: 2025-07-18T20:05:01.250Z

                        https://ledger.example.org/days/2025-07-18?account=U1000001
                        """));
        }

        @Test
        void hasASubjectOfOneLine() {
            var alert = Raised.of(Kind.MARGIN_CUSHION, "small\r\nBcc: someone@example.org\t!");

            assertThat(MailText.of(new Message.Raised(alert), "http://x").subject())
                    .isEqualTo("[Flexledger] CRITICAL: small Bcc: someone@example.org !");
        }

        @Test
        void isKnownForATest() {
            assertThat(MailText.of(TRIAL, "http://x")).isEqualTo(new MailText("[Flexledger] Test", """
                This is a test, asked for at 2025-07-18T20:05:01.250Z. Alerts arrive by this way.

                http://x/
                """));
        }
    }

    @Nested
    class Webhook {

        @Test
        void hasTheAlertsFieldsItsSeverityAndALink() {
            assertThat(json(new Message.Raised(Raised.assignment()))).isEqualTo("""
                {"type":"alert.raised","timestamp":"2025-07-18T20:05:01.250Z","data":{\
                "id":"6f1c2f0e-6d0a-5d43-8a53-0d6f1f3f6f11","version":1,"kind":"ASSIGNMENT","subject":"event-1",\
                "account":"U1000001","occurredAt":"2025-07-18T20:00:00Z","raisedAt":"2025-07-18T20:05:01.250Z",\
                "title":"SPY 622P was assigned","text":"2 contracts of SPY 622P were assigned at 622.00.",\
                "nextStep":"Look at the day, and whether the shares are wanted.",\
                "path":"/days/2025-07-18?account=U1000001","severity":"WARNING",\
                "link":"http://x/days/2025-07-18?account=U1000001"}}\
                """);
        }

        @Test
        void isKnownForATest() {
            assertThat(json(TRIAL)).isEqualTo("""
                {"type":"alert.test","timestamp":"2025-07-18T20:05:01.250Z","data":{\
                "id":"6f1c2f0e-6d0a-5d43-8a53-0d6f1f3f6f11","title":"Test","link":"http://x/"}}\
                """);
        }

        private static String json(Message message) {
            return new String(WebhookBody.of(message, "http://x").json(), StandardCharsets.UTF_8);
        }
    }
}
