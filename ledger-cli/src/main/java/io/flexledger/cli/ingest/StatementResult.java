package io.flexledger.cli.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.client.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of one statement, or of a document that holds none that could be taken.
 *
 * @param file     with the entry's name where it is an archive
 * @param days     it covers
 * @param problem  code and detail of a refusal, empty otherwise
 * @param nextStep what the ingestor advises, empty where there is nothing to do
 */
public record StatementResult(
        String file, String account, String days, Kind kind, String code, String problem, String nextStep) {

    /** Stored for the first time, known already, or not taken. */
    public enum Kind {
        NEW,
        DUPLICATE,
        REJECTED
    }

    static List<StatementResult> of(String file, JsonNode answer) {
        List<StatementResult> results = new ArrayList<>();
        answer.path("statements").forEach(statement -> results.add(statement(file, statement)));
        answer.path("problems").forEach(problem -> results.add(refused(name(file, problem), problem)));
        return results;
    }

    static StatementResult refused(String file, Problem problem) {
        String nextStep = problem.nextStep();
        return new StatementResult(
                file, "", "", Kind.REJECTED, problem.code(), problem.detail(), nextStep == null ? "" : nextStep);
    }

    private static StatementResult refused(String file, JsonNode problem) {
        return new StatementResult(
                file,
                "",
                "",
                Kind.REJECTED,
                problem.path("code").asText(),
                problem.path("detail").asText(),
                problem.path("nextStep").asText());
    }

    private static StatementResult statement(String file, JsonNode statement) {
        JsonNode problem = statement.path("problem");
        return new StatementResult(
                name(file, statement),
                statement.path("account").asText(),
                days(statement),
                Kind.valueOf(statement.path("outcome").asText()),
                problem.path("code").asText(),
                problem.path("detail").asText(),
                problem.path("nextStep").asText());
    }

    private static String name(String file, JsonNode part) {
        return part.hasNonNull("entry") ? file + "!" + part.path("entry").asText() : file;
    }

    private static String days(JsonNode statement) {
        String from = statement.path("from").asText();
        String to = statement.path("to").asText();
        return from.equals(to) ? from : from + ".." + to;
    }
}
