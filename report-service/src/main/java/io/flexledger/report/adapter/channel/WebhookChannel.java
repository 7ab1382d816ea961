package io.flexledger.report.adapter.channel;

import io.flexledger.report.ChannelConfig;
import io.flexledger.report.delivery.Channel;
import io.flexledger.report.delivery.Message;
import io.flexledger.report.delivery.Outcome;
import io.flexledger.report.delivery.WebhookBody;
import io.flexledger.report.delivery.WebhookSecret;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A signed POST as <em>Standard Webhooks</em> describes it. The answer's status is all that is read: a redirect is not
 * followed, since it could lead the message anywhere, and its body, however long, is left where it is.
 */
@ApplicationScoped
@Priority(1)
class WebhookChannel implements Channel {

    private static final int REDIRECTS = 3;
    private static final int GONE = 410;

    private final ChannelConfig config;
    private final HttpClient client;

    WebhookChannel(ChannelConfig config) {
        this.config = config;
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .followRedirects(Redirect.NEVER)
                .build();
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public boolean isOn() {
        return config.webhook().url().isPresent() && config.webhook().secret().isPresent();
    }

    @Override
    public Outcome send(Message message) {
        try {
            var answer = client.send(request(message, Instant.now()), BodyHandlers.ofInputStream());
            try (InputStream _ = answer.body()) {
                return outcome(answer.statusCode());
            }
        } catch (HttpTimeoutException _) {
            return new Outcome.Failed("no answer within " + config.timeout().toSeconds() + " s");
        } catch (ConnectException _) {
            return new Outcome.Failed("cannot connect");
        } catch (IOException failure) {
            return new Outcome.Failed(
                    "the connection failed: " + failure.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted");
        }
    }

    private static Outcome outcome(int status) {
        if (status / 100 == 2) {
            return new Outcome.Sent();
        }
        if (status == GONE) {
            return new Outcome.Refused("answered 410: the receiver wants no more");
        }
        return new Outcome.Failed(
                "answered " + status + (status / 100 == REDIRECTS ? ", and redirects are not followed" : ""));
    }

    private HttpRequest request(Message message, Instant now) {
        var secret = config.webhook().secret().flatMap(WebhookSecret::parse).orElseThrow();
        var address = URI.create(config.webhook().url().orElseThrow());
        var body = WebhookBody.of(message, config.pageUrl()).json();
        var id = message.id().toString();
        var request = HttpRequest.newBuilder(withoutLogin(address))
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Flexledger")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", secret.sign(id, now, body))
                .POST(BodyPublishers.ofByteArray(body));
        if (address.getUserInfo() != null) {
            var login = address.getUserInfo().getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        return request.build();
    }

    /** The client takes a log-in as a header, not within the address. */
    private static URI withoutLogin(URI address) {
        var login = address.getRawUserInfo();
        return login == null ? address : URI.create(address.toString().replaceFirst(Pattern.quote(login + "@"), ""));
    }
}
