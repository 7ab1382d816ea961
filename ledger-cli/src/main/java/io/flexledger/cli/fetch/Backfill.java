package io.flexledger.cli.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.output.Format;
import io.flexledger.cli.output.Table;
import io.flexledger.cli.output.TableWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Days that are not there yet, as the ingestor planned them and as far as it has come. */
public record Backfill(JsonNode answer) {

    private static final Set<String> OPEN = Set.of("started", "planned");
    private static final int NAMED_DAYS = 5;

    public String id() {
        return answer.path("backfill_id").asText("");
    }

    public boolean ended() {
        return !OPEN.contains(answer.path("status").asText(""));
    }

    /** A request that failed says nothing: it may have been made again. */
    public boolean good() {
        return !answer.path("status").asText().equals("failed");
    }

    /** Why it is not good. */
    public String message() {
        return answer.path("message").asText("no message");
    }

    public int chunks() {
        return answer.path("chunks").size();
    }

    /** Chunks that have ended, well or not. */
    public int done() {
        return Math.toIntExact(
                statuses().stream().filter(status -> !OPEN.contains(status)).count());
    }

    /** For example {@code attempt failed: 2025-07-03 to 2025-07-08, run 21}. */
    public List<String> failedAttempts() {
        return StreamSupport.stream(answer.path("chunks").spliterator(), false)
                .filter(chunk -> chunk.path("status").asText().equals("failed"))
                .map(chunk -> "attempt failed: %s to %s, run %s"
                        .formatted(
                                chunk.path("from_date").asText(),
                                chunk.path("to_date").asText(),
                                chunk.path("run_id").asText()))
                .toList();
    }

    /** For example {@code 14 trading days from 2025-07-01 to 2025-07-18, 3 of them complete, in 1 chunks}. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add("%d trading days from %s to %s, %d of them complete, in %d chunks"
                .formatted(
                        answer.path("trading_days").size(),
                        answer.path("from_date").asText(),
                        answer.path("to_date").asText(),
                        answer.path("complete_days").size(),
                        chunks()));
        Map<String, List<String>> skipped = new LinkedHashMap<>();
        answer.path("skipped")
                .forEach(day -> skipped.computeIfAbsent(day.path("reason").asText(), _ -> new ArrayList<>())
                        .add(day.path("date").asText()));
        skipped.forEach((reason, days) -> sentences.add("skipped, %s: %s".formatted(reason, named(days))));
        return sentences;
    }

    /** JSON is the ingestor's answer, CSV a row per day, anything else a row per chunk. */
    public String write(Format format) {
        return switch (format) {
            case JSON -> TableWriter.json(answer);
            case CSV -> TableWriter.write(days(), format);
            case TABLE, MD -> TableWriter.write(parts(), format);
        };
    }

    private Table parts() {
        Table.Builder table =
                Table.of("from", "to").figure("days").text("status").figure("run");
        for (JsonNode chunk : answer.path("chunks")) {
            table.row(
                    chunk.path("from_date").asText(),
                    chunk.path("to_date").asText(),
                    Long.toString(texts("trading_days").stream()
                            .filter(day -> covers(chunk, day))
                            .count()),
                    chunk.path("status").asText(""),
                    chunk.path("run_id").asText(""));
        }
        return table.build();
    }

    private Table days() {
        Set<String> complete = Set.copyOf(texts("complete_days"));
        Table.Builder table = Table.of("date", "what", "reason", "chunk_from", "chunk_to", "status", "run_id");
        for (String day : texts("trading_days")) {
            JsonNode chunk = StreamSupport.stream(answer.path("chunks").spliterator(), false)
                    .filter(part -> covers(part, day))
                    .reduce((_, later) -> later)
                    .orElse(answer.path("none"));
            table.row(
                    day,
                    complete.contains(day) ? "complete" : "fetch",
                    "",
                    chunk.path("from_date").asText(),
                    chunk.path("to_date").asText(),
                    chunk.path("status").asText(""),
                    chunk.path("run_id").asText(""));
        }
        answer.path("skipped")
                .forEach(day -> table.row(
                        day.path("date").asText(), "skipped", day.path("reason").asText(), "", "", "", ""));
        return table.build();
    }

    /** Dates in ISO form are in the order of their text. */
    private static boolean covers(JsonNode chunk, String day) {
        return chunk.path("from_date").asText().compareTo(day) <= 0
                && chunk.path("to_date").asText().compareTo(day) >= 0;
    }

    private static String named(List<String> days) {
        return days.size() > NAMED_DAYS ? days.size() + " days" : String.join(", ", days);
    }

    private List<String> statuses() {
        return StreamSupport.stream(answer.path("chunks").spliterator(), false)
                .map(chunk -> chunk.path("status").asText(""))
                .toList();
    }

    private List<String> texts(String field) {
        return StreamSupport.stream(answer.path(field).spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toList());
    }
}
