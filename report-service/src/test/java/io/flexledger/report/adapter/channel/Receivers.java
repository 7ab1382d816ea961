package io.flexledger.report.adapter.channel;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody to tell: a mail server that asks for a log-in, and a webhook's receiver. Rounds are the test's own. */
public final class Receivers implements QuarkusTestResourceLifecycleManager {

    public static final String TO = "me@example.org";
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public static final String PASSWORD = "mail-password-71";
    public static final String PATH = "/hooks/path-of-its-own-71";

    private static @Nullable Receiver webhook;
    private static @Nullable GreenMail mail;

    public static Receiver webhook() {
        return Objects.requireNonNull(webhook);
    }

    public static GreenMail mail() {
        return Objects.requireNonNull(mail);
    }

    @Override
    public Map<String, String> start() {
        try {
            webhook = new Receiver();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        mail.setUser(TO, "ledger", PASSWORD);
        return Map.ofEntries(
                Map.entry("quarkus.mailer.mock", "false"),
                Map.entry("FLEXLEDGER_MAIL_PORT", "" + mail.getSmtp().getPort()),
                Map.entry("FLEXLEDGER_MAIL_USER", "ledger"),
                Map.entry("FLEXLEDGER_MAIL_PASSWORD", PASSWORD),
                Map.entry("FLEXLEDGER_MAIL_START_TLS", "DISABLED"),
                Map.entry("FLEXLEDGER_MAIL_FROM", "Flexledger <ledger@example.org>"),
                Map.entry("FLEXLEDGER_ALERTS_MAIL_TO", TO),
                Map.entry("FLEXLEDGER_ALERTS_PAGE_URL", "https://ledger.example.org"),
                Map.entry("FLEXLEDGER_ALERTS_WEBHOOK_URL", webhook.url(PATH)),
                Map.entry("FLEXLEDGER_ALERTS_WEBHOOK_SECRET", SECRET),
                Map.entry("report.alerts.channels.timeout", "20s"),
                Map.entry("report.alerts.channels.every", "10m"));
    }

    @Override
    public void stop() {
        if (webhook != null) {
            webhook.close();
        }
        if (mail != null) {
            mail.stop();
        }
    }
}
