package io.flexledger.report;

import io.flexledger.report.delivery.WebhookSecret;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is wrong with the settings of the channels; each fault says which setting, its value, and what to do. With any,
 * the service does not start. Of a webhook's url only the host is repeated, and of its secret nothing.
 */
@ApplicationScoped
class ChannelSettingsCheck {

    private static final String PREFIX = "report.alerts.channels.";

    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]{1,255}");

    /** A name of its own or with a person's: {@code Flexledger <ledger@example.org>}. */
    private static final Pattern SENDER = Pattern.compile("(" + ADDRESS + "|[^<>@\\r\\n]*<" + ADDRESS + ">)");

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(0*:)*:0*1]", Pattern.CASE_INSENSITIVE);

    private final ChannelConfig config;

    ChannelSettingsCheck(ChannelConfig config) {
        this.config = config;
    }

    /** Before anything is made of them. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        var faults = faults(config);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join(" ", faults));
        }
    }

    /** Empty when they can be used. */
    static List<String> faults(ChannelConfig config) {
        List<String> faults = new ArrayList<>();
        between("every", config.every(), LONGEST_ROUND, "2s", faults);
        between("timeout", config.timeout(), LONGEST_TIMEOUT, "15s", faults);
        if (web(config.pageUrl()).isEmpty()) {
            faults.add(PREFIX
                    + "page-url is '%s', which is no web address; set it as http://127.0.0.1:8080."
                            .formatted(config.pageUrl()));
        }
        mail(config.mail(), faults);
        webhook(config.webhook(), faults);
        return List.copyOf(faults);
    }

    private static void between(String key, Duration value, Duration most, String example, List<String> faults) {
        if (!value.isPositive() || value.compareTo(most) > 0) {
            faults.add(PREFIX
                    + "%s is %s; set it to more than nothing and at most %s, such as %s."
                            .formatted(key, value, most, example));
        }
    }

    private static void mail(ChannelConfig.Mail mail, List<String> faults) {
        var to = mail.addresses();
        for (var address : to) {
            if (!ADDRESS.matcher(address).matches()) {
                faults.add(PREFIX
                        + "mail.to has '%s', which is no address; set addresses as me@example.org, with commas between."
                                .formatted(address));
            }
        }
        var from = mail.from().orElse("");
        if (!to.isEmpty() && !SENDER.matcher(from).matches()) {
            faults.add(PREFIX
                    + "mail.from is '%s', which is no address; set the sender, such as ledger@example.org, in"
                            .formatted(from)
                    + " FLEXLEDGER_MAIL_FROM, or unset mail.to to send no mail.");
        }
    }

    private static void webhook(ChannelConfig.Webhook webhook, List<String> faults) {
        if (webhook.url().isPresent() != webhook.secret().isPresent()) {
            faults.add(PREFIX
                    + "webhook.%s is set without webhook.%s; set both, or none to send no webhook."
                            .formatted(
                                    webhook.url().isPresent() ? "url" : "secret",
                                    webhook.url().isPresent() ? "secret" : "url"));
        }
        webhook.url()
                .ifPresent(url -> web(url).ifPresentOrElse(
                                uri -> encrypted(uri, webhook.allowHttp(), faults),
                                () -> faults.add(PREFIX
                                        + "webhook.url, of %d characters, is no web address; set it as https://host/path."
                                                .formatted(url.length()))));
        webhook.secret()
                .filter(text -> WebhookSecret.parse(text).isEmpty())
                .ifPresent(text -> faults.add(PREFIX
                        + "webhook.secret, of %d characters, is none; set whsec_ and %d to %d bytes in base64, as made by:"
                                .formatted(text.length(), WebhookSecret.LEAST_BYTES, WebhookSecret.MOST_BYTES)
                        + " echo whsec_$(openssl rand -base64 32)"));
    }

    private static void encrypted(URI uri, boolean allowed, List<String> faults) {
        if (!allowed
                && "http".equals(scheme(uri))
                && !LOOPBACK.matcher(uri.getHost()).matches()) {
            faults.add(PREFIX
                    + "webhook.url leads to %s without encryption; set an https:// address, or %swebhook.allow-http=true"
                            .formatted(uri.getHost(), PREFIX)
                    + " where the network between is yours.");
        }
    }

    private static Optional<URI> web(String text) {
        try {
            var uri = new URI(text);
            return List.of("http", "https").contains(scheme(uri)) && uri.getHost() != null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }
}
