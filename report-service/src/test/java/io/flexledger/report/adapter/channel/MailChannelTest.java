package io.flexledger.report.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.report.ChannelConfig;
import io.flexledger.report.delivery.Message;
import io.flexledger.report.delivery.Outcome;
import io.flexledger.report.delivery.Raised;
import io.flexledger.testing.Settings;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why a mail could not be sent, without what the server said of addresses and log-ins. */
class MailChannelTest {

    @Test
    void anAnswerIsToldByItsCode() {
        var answer = new SMTPException("AUTH failed", 535, List.of("535 5.7.8 me@example.org: hunter2 is wrong"), true);

        assertThat(sendWith(Uni.createFrom().failure(answer)))
                .isEqualTo(new Outcome.Failed("the mail server answered 535"));
    }

    @Test
    void aServerWithoutEncryptionIsNamed() {
        var refusal = new IllegalStateException(new Exception("STARTTLS required but not supported by server"));

        assertThat(sendWith(Uni.createFrom().failure(refusal)))
                .isEqualTo(new Outcome.Failed("the mail server offers no STARTTLS, which is required"));
    }

    @Test
    void anythingElseIsToldByItsInnermostKind() {
        var failure = new IllegalStateException(new ConnectException("smtp.example.org:587 for me@example.org"));

        assertThat(sendWith(Uni.createFrom().failure(failure)))
                .isEqualTo(new Outcome.Failed("the mail server cannot be used: ConnectException"));
    }

    @Test
    void silenceIsWaitedForNoLongerThanIsSet() {
        assertThat(sendWith(Uni.createFrom().nothing()))
                .isEqualTo(new Outcome.Failed("the mail server did not finish within 1 s"));
    }

    private static Outcome sendWith(Uni<Void> end) {
        ReactiveMailer mailer = mails -> end;
        var config = Settings.of(
                ChannelConfig.class,
                Map.of(
                        "report.alerts.channels.timeout", "1s",
                        "report.alerts.channels.mail.to", "me@example.org",
                        "report.alerts.channels.mail.from", "ledger@example.org"));
        return new MailChannel(mailer, config).send(new Message.Raised(Raised.assignment()));
    }
}
