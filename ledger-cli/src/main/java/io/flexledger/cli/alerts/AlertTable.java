package io.flexledger.cli.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.output.Format;
import io.flexledger.cli.output.Table;
import io.flexledger.cli.output.TableWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Alerts as text: many, a row each, or one with everything that is known of it. */
public final class AlertTable {

    /** The header of the CSV, which does not change. */
    private static final List<String> FIELDS = List.of(
            "id",
            "kind",
            "severity",
            "account",
            "subject",
            "occurredAt",
            "raisedAt",
            "endedAt",
            "acknowledgedAt",
            "acknowledgedBy",
            "open",
            "title",
            "path");

    private static final int SHORT_ID = 8;

    private AlertTable() {}

    /** JSON is what the service answered, whole. */
    public static String many(JsonNode answer, Format format) {
        JsonNode alerts = answer.path("items");
        return switch (format) {
            case JSON -> TableWriter.json(answer);
            case CSV -> TableWriter.write(forProgram(alerts), format);
            case TABLE, MD -> TableWriter.write(forPerson(alerts), format);
        };
    }

    /** @param page where a person looks at it */
    public static String one(JsonNode alert, String page, Format format) {
        if (format == Format.JSON) {
            return TableWriter.json(alert);
        }
        Table.Builder table = Table.of("what", "value")
                .row("alert", text(alert, "title"))
                .row("text", text(alert, "text"))
                .row("next", text(alert, "nextStep"))
                .row("kind", "%s (%s)".formatted(text(alert, "kind"), text(alert, "severity")))
                .row("state", state(alert))
                .row("account", text(alert, "account"))
                .row("occurred", text(alert, "occurredAt"))
                .row("told", text(alert, "raisedAt"))
                .row("ended", text(alert, "endedAt"));
        JsonNode known = alert.path("acknowledged");
        table.row("known since", text(known, "at"))
                .row("known to", text(known, "by"))
                .row("note", text(known, "note"))
                .row("page", page)
                .row("id", text(alert, "id"));
        alert.path("deliveries").forEach(sent -> table.row("sent by " + text(sent, "channel"), delivery(sent)));
        return TableWriter.write(table.build(), format);
    }

    /** What became of a test of the channels. */
    public static Table channels(JsonNode answer) {
        Table.Builder table = Table.of("channel", "outcome", "error");
        answer.path("channels")
                .forEach(channel ->
                        table.row(text(channel, "channel"), text(channel, "outcome"), text(channel, "error")));
        return table.build();
    }

    private static Table forPerson(JsonNode alerts) {
        Table.Builder table = Table.of("id", "severity", "told (UTC)", "account", "alert", "state");
        alerts.forEach(alert -> table.row(
                shortId(alert),
                text(alert, "severity"),
                text(alert, "raisedAt").replaceAll("(\\.\\d+)?Z$", ""),
                text(alert, "account"),
                text(alert, "title"),
                state(alert)));
        return table.build();
    }

    private static Table forProgram(JsonNode alerts) {
        Table.Builder table = Table.of(FIELDS.toArray(String[]::new));
        alerts.forEach(alert ->
                table.row(FIELDS.stream().map(field -> field(alert, field)).toList()));
        return table.build();
    }

    private static String field(JsonNode alert, String field) {
        return switch (field) {
            case "acknowledgedAt" -> text(alert.path("acknowledged"), "at");
            case "acknowledgedBy" -> text(alert.path("acknowledged"), "by");
            default -> text(alert, field);
        };
    }

    private static String delivery(JsonNode sent) {
        return Stream.of(
                        text(sent, "state"),
                        text(sent, "sentAt"),
                        sent.path("attempts").asInt() > 1 ? text(sent, "attempts") + " attempts" : "",
                        sent.hasNonNull("nextAt") ? "again at " + text(sent, "nextAt") : "",
                        text(sent, "error"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }

    /** As much of the id as a person types. */
    public static String shortId(JsonNode alert) {
        String id = text(alert, "id");
        return id.substring(0, Math.min(SHORT_ID, id.length()));
    }

    private static String state(JsonNode alert) {
        String known = alert.hasNonNull("acknowledged") ? "acknowledged" : "";
        String over = alert.hasNonNull("endedAt") ? "ended" : "";
        return known.isEmpty() && over.isEmpty()
                ? "open"
                : (known + " " + over).strip().replace(" ", ", ");
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : "";
    }
}
