package io.flexledger.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One thing that was looked at.
 *
 * @param nextStep empty where there is nothing to do
 */
public record Check(String name, Status status, String detail, String nextStep) {

    /** How it was found. */
    public enum Status {
        PASS,
        WARN,
        FAIL,
        SKIP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Check pass(String name, String detail) {
        return new Check(name, Status.PASS, detail, "");
    }

    public static Check fail(String name, String detail, String nextStep) {
        return new Check(name, Status.FAIL, detail, nextStep);
    }

    /** As the ingestor answers. */
    public static List<Check> of(JsonNode answer) {
        List<Check> checks = new ArrayList<>();
        for (JsonNode check : answer.path("checks")) {
            checks.add(new Check(
                    check.path("name").asText(),
                    Status.valueOf(check.path("status").asText("fail").toUpperCase(Locale.ROOT)),
                    check.path("detail").asText(""),
                    check.path("next_step").asText("")));
        }
        return checks;
    }
}
