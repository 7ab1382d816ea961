package io.flexledger.cli.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.contracts.ContractJson;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What became of one request.
 *
 * @param label   what the person calls the query
 * @param run     as the ingestor tells it; of a refused one, what can be said without it
 * @param refusal why nothing was started, or why nobody knows how it ended
 */
public record RunResult(
        String label, JsonNode run, @Nullable CommandFailure refusal) {

    static RunResult of(String label, JsonNode run) {
        return new RunResult(label.isEmpty() ? query(run) : label, run, null);
    }

    static RunResult refused(String label, String code, CommandFailure refusal) {
        ObjectNode run = ContractJson.MAPPER.createObjectNode().put("query", label);
        run.put("status", "refused").put("error_code", code).put("error_message", refusal.getMessage());
        if (refusal.nextStep() != null) {
            run.put("next_step", refusal.nextStep());
        }
        return new RunResult(label, run, refusal);
    }

    /** Empty if it went well, or is on its way. */
    public Optional<CommandFailure> failure() {
        if (refusal != null) {
            return Optional.of(refusal);
        }
        if (!run.path("status").asText().equals("failed")) {
            return Optional.empty();
        }
        String nextStep = run.path("next_step").asText("");
        return Optional.of(new CommandFailure(
                ExitCode.FAILED,
                "%s: %s (run %d)"
                        .formatted(
                                run.path("error_code").asText("FAILED"),
                                run.path("error_message").asText("no message"),
                                run.path("run_id").asLong()),
                nextStep.isEmpty()
                        ? "see ./ledger runs show " + run.path("run_id").asLong()
                        : nextStep));
    }

    /** For a run that has not failed. */
    String sentence() {
        String run =
                "run %d %s".formatted(this.run.path("run_id").asLong(), label).strip();
        if (this.run.path("status").asText().equals("started")) {
            return run + ": started; see ./ledger runs show "
                    + this.run.path("run_id").asLong();
        }
        String took = Stages.seconds(this.run.path("duration_ms").asLong());
        if (this.run.path("deduplicated").asBoolean()) {
            return "%s: nothing new in %s, the report is known already".formatted(run, took);
        }
        return "%s: %d new, %d duplicate, %d rejected in %s%s"
                .formatted(
                        run,
                        this.run.path("new_count").asLong(),
                        this.run.path("duplicate_count").asLong(),
                        this.run.path("rejected_count").asLong(),
                        took,
                        missing());
    }

    private String missing() {
        String sections = StreamSupport.stream(run.path("missing_sections").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        return sections.isEmpty() ? "" : "; missing sections: " + sections;
    }

    private static String query(JsonNode run) {
        return run.path("query").asText(run.path("query_id").asText(""));
    }
}
