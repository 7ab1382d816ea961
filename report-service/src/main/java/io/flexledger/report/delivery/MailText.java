package io.flexledger.report.delivery;

import io.flexledger.report.delivery.Message.Raised;
import io.flexledger.report.delivery.Message.Trial;

/**
 * A message as a mail says it.
 *
 * @param subject one line
 * @param body    plain text
 */
public record MailText(String subject, String body) {

    private static final String NAME = "[Flexledger] ";

    /** @param pageUrl where the report's pages are, as the reader reaches them */
    public static MailText of(Message message, String pageUrl) {
        return switch (message) {
            case Raised raised -> raised(raised, pageUrl);
            case Trial trial -> new MailText(NAME + "Test", """
                This is a test, asked for at %s. Alerts arrive by this way.

                %s
                """.formatted(trial.at(), Links.to(pageUrl, "/")));
        };
    }

    private static MailText raised(Raised raised, String pageUrl) {
        var alert = raised.alert();
        var account = alert.account() == null ? "" : "Account: " + alert.account() + "\n";
        return new MailText(oneLine(NAME + alert.kind().severity() + ": " + alert.title()), """
            %s

            %s

            %sOccurred: %s
            Raised: %s

            %s
            """.formatted(
                        alert.text(),
                        alert.nextStep(),
                        account,
                        alert.occurredAt(),
                        alert.raisedAt(),
                        Links.to(pageUrl, alert.path())));
    }

    /** A line break would begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
