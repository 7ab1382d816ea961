package io.flexledger.report.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Severity;
import io.flexledger.report.delivery.Message.Raised;
import io.flexledger.report.delivery.Message.Trial;
import java.time.Instant;
import java.util.UUID;

/**
 * A message as a webhook says it.
 *
 * @param type      of the message: {@code alert.raised} or {@code alert.test}
 * @param timestamp when it came about, not when it is sent
 */
public record WebhookBody(String type, Instant timestamp, Content data) {

    /** What a type tells. */
    sealed interface Content {}

    /**
     * The alert's own fields, and what they lead to.
     *
     * @param link of the page that shows it
     */
    record AlertContent(@JsonUnwrapped Alert alert, Severity severity, String link) implements Content {}

    record TrialContent(UUID id, String title, String link) implements Content {}

    /** @param pageUrl where the report's pages are, as the reader reaches them */
    public static WebhookBody of(Message message, String pageUrl) {
        return switch (message) {
            case Raised(Alert alert) ->
                new WebhookBody(
                        "alert.raised",
                        message.at(),
                        new AlertContent(alert, alert.kind().severity(), Links.to(pageUrl, alert.path())));
            case Trial trial ->
                new WebhookBody("alert.test", trial.at(), new TrialContent(trial.id(), "Test", Links.to(pageUrl, "/")));
        };
    }

    /** The bytes that are signed and sent. */
    public byte[] json() {
        return ContractJson.write(this);
    }
}
