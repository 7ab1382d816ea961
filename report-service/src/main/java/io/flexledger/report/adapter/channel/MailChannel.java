package io.flexledger.report.adapter.channel;

import io.flexledger.report.ChannelConfig;
import io.flexledger.report.delivery.Channel;
import io.flexledger.report.delivery.MailText;
import io.flexledger.report.delivery.Message;
import io.flexledger.report.delivery.Outcome;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Mail by SMTP, in plain text. A mail that is sent twice has the same Message-ID, by which most readers show it once.
 */
@ApplicationScoped
@Priority(2)
class MailChannel implements Channel {

    private final ReactiveMailer mailer;
    private final ChannelConfig config;

    MailChannel(ReactiveMailer mailer, ChannelConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean isOn() {
        return !to().isEmpty();
    }

    @Override
    public Outcome send(Message message) {
        try {
            mailer.send(mail(message))
                    .ifNoItem()
                    .after(config.timeout())
                    .fail()
                    .await()
                    .indefinitely();
            return new Outcome.Sent();
        } catch (RuntimeException failure) {
            return new Outcome.Failed(reason(failure));
        }
    }

    private Mail mail(Message message) {
        var text = MailText.of(message, config.pageUrl());
        return new Mail()
                .setTo(to())
                .setFrom(config.mail().from().orElseThrow())
                .setSubject(text.subject())
                .setText(text.body())
                .addHeader("Message-ID", "<" + message.id() + "@flexledger>")
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private List<String> to() {
        return config.mail().addresses();
    }

    /** What a server answers may quote addresses and log-ins, so only its code is repeated. */
    private String reason(Throwable failure) {
        Throwable cause = failure;
        for (Throwable next = failure; next != null; next = next.getCause()) {
            cause = next;
            if (next instanceof TimeoutException) {
                return "the mail server did not finish within "
                        + config.timeout().toSeconds() + " s";
            }
            if (next instanceof SMTPException answer && answer.getReplyCode() > 0) {
                return "the mail server answered " + answer.getReplyCode();
            }
            if (next.getMessage() != null && next.getMessage().startsWith("STARTTLS")) {
                return "the mail server offers no STARTTLS, which is required";
            }
        }
        return "the mail server cannot be used: " + cause.getClass().getSimpleName();
    }
}
