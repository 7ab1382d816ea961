package io.flexledger.report.adapter.rest.page;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.alert.Alert.Severity;
import io.flexledger.report.AlertDesk.Shown;
import io.flexledger.report.delivery.Delivery;
import io.flexledger.report.narrative.Clocks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All alerts, ready for their template.
 *
 * @param open newest first
 * @param past acknowledged or over, newest first
 */
record AlertsPage(List<Row> open, List<Row> past) {

    AlertsPage {
        open = List.copyOf(open);
        past = List.copyOf(past);
    }

    static AlertsPage of(List<Shown> open, List<Shown> past) {
        return new AlertsPage(
                open.stream().map(Row::of).toList(), past.stream().map(Row::of).toList());
    }

    /**
     * One alert.
     *
     * @param style    of the severity: a colour, beside the word
     * @param account  empty where it is about no single one
     * @param when     it happened or began, on both clocks
     * @param instant  the same for a machine
     * @param standing what became of it since; empty while it is open
     * @param sent     how its telling stands, by channel
     */
    record Row(
            String id,
            String severity,
            String style,
            String kind,
            String account,
            String title,
            String text,
            String nextStep,
            String path,
            String when,
            String instant,
            String standing,
            boolean acknowledged,
            List<String> sent) {

        Row {
            sent = List.copyOf(sent);
        }

        static Row of(Shown shown) {
            var alert = shown.alert();
            var account = alert.account();
            return new Row(
                    alert.id().toString(),
                    word(alert.kind().severity()),
                    alert.kind().severity() == Severity.CRITICAL ? "bad" : "wait",
                    word(alert.kind()),
                    account == null ? "" : account.value(),
                    alert.title(),
                    alert.text(),
                    alert.nextStep(),
                    alert.path(),
                    shown.clocks().at(alert.occurredAt()).label(),
                    alert.occurredAt().toString(),
                    standing(alert, shown.clocks()),
                    alert.acknowledged() != null,
                    shown.deliveries().stream().map(Row::word).toList());
        }

        private static String standing(Alert alert, Clocks clocks) {
            var ended = alert.endedAt();
            var over = ended == null ? "" : "Over since " + clocks.at(ended).label() + ".";
            var goesOn = ended == null && alert.kind().lasts() ? " It goes on." : "";
            var acknowledged = alert.acknowledged();
            if (acknowledged == null) {
                return over;
            }
            return ("Acknowledged" + by(acknowledged.by()) + ", "
                            + clocks.at(acknowledged.at()).label() + note(acknowledged.note()) + goesOn + " " + over)
                    .strip();
        }

        private static String by(@Nullable String name) {
            return name == null ? "" : " by " + name;
        }

        private static String note(@Nullable String text) {
            return text == null ? "." : ": " + text + (text.endsWith(".") ? "" : ".");
        }

        private static String word(Severity severity) {
            return switch (severity) {
                case NOTICE -> "Notice";
                case WARNING -> "Warning";
                case CRITICAL -> "Critical";
            };
        }

        private static String word(Kind kind) {
            return switch (kind) {
                case ASSIGNMENT -> "Assignment";
                case EXERCISE -> "Exercise";
                case EXPIRY_SOON -> "Expiry soon";
                case MARGIN_CUSHION -> "Margin cushion";
                case GATEWAY_DOWN -> "Gateway down";
                case UNCONFIRMED_FILLS -> "Unconfirmed fills";
                case RECONCILIATION_BREAK -> "Reconciliation break";
                case RUN_FAILED -> "Fetch failed";
                case ACCOUNT_HALTED -> "Account stands still";
            };
        }

        private static String word(Delivery delivery) {
            return delivery.channel()
                    + switch (delivery.state()) {
                        case PENDING -> delivery.attempts() == 0 ? " waits" : " is tried again";
                        case SENT -> " sent";
                        case GIVEN_UP -> " given up";
                    };
        }
    }
}
