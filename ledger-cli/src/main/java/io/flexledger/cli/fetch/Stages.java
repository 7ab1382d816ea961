package io.flexledger.cli.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The stages of a run as lines, a line per stage and attempt, in the order they happened.
 *
 * @param zone of the times
 */
public record Stages(ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** Of all stages so far. */
    public List<String> lines(JsonNode run) {
        List<String> lines = new ArrayList<>();
        run.path("diagnostics").forEach(stage -> lines.add(line(stage)));
        return lines;
    }

    /** For example {@code 17:00:12  poll               retrying  attempt 2, asks again in 20 s: not ready yet}. */
    String line(JsonNode stage) {
        StringBuilder line = new StringBuilder();
        line.append("%-8s  %-17s  %-8s"
                .formatted(
                        time(stage.path("started_at_utc").asText()),
                        stage.path("stage").asText(),
                        stage.path("status").asText()));
        List<String> facts = new ArrayList<>();
        if (stage.hasNonNull("duration_ms")) {
            facts.add(seconds(stage.path("duration_ms").asLong()));
        }
        count(facts, stage, "poll_attempt", "attempt %d");
        count(facts, stage, "retry_count", "%d retries");
        if (isRetrying(stage)) {
            count(facts, stage, "retry_after_seconds", "again after %d s");
        }
        if (stage.path("deduplicated").asBoolean()) {
            facts.add("known already");
        }
        String reason = stage.path("reason").asText("");
        if (!reason.isEmpty()) {
            facts.add(reason.replace('_', ' '));
        }
        String trouble = trouble(stage);
        if (!trouble.isEmpty()) {
            facts.add(trouble);
        }
        return (line + "  " + String.join(", ", facts)).stripTrailing();
    }

    private static boolean isRetrying(JsonNode stage) {
        return stage.path("status").asText().equals("retrying");
    }

    public static String seconds(long millis) {
        return "%.1f s".formatted(millis / 1000.0);
    }

    private static void count(List<String> facts, JsonNode stage, String field, String text) {
        long count = stage.path(field).asLong();
        if (count > 0) {
            facts.add(text.formatted(count));
        }
    }

    private static String trouble(JsonNode stage) {
        String code = stage.path("error_code").asText("");
        String message = stage.path("error_message").asText("");
        return code.isEmpty() || message.isEmpty() ? code + message : code + ": " + message;
    }

    private String time(String instant) {
        return instant.isEmpty() ? "" : TIME.format(Instant.parse(instant).atZone(zone));
    }
}
