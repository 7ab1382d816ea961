package io.flexledger.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.contracts.ContractJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal of a service, as RFC 9457 states it with the members of our own.
 *
 * @param code     stable, such as {@code DAY_NOT_FOUND}; empty where the answer has none
 * @param detail   the best sentence the answer holds
 * @param nextStep what the service advises
 */
public record Problem(
        int status, String code, String detail, @Nullable String nextStep) {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    public static Problem of(ServiceClient.Answer answer) {
        JsonNode json = json(answer);
        String detail = text(json, "detail")
                .or(() -> text(json, "title"))
                .orElse("it answered with HTTP status " + answer.status());
        return new Problem(
                answer.status(),
                text(json, "code").orElse(""),
                detail,
                text(json, "next_step").or(() -> text(json, "nextStep")).orElse(null));
    }

    public CommandFailure failure(String service) {
        String label = code.isEmpty() ? service : code;
        return new CommandFailure(exitCode(), "%s: %s".formatted(label, detail), nextStep);
    }

    private ExitCode exitCode() {
        return switch (status) {
            case BAD_REQUEST -> ExitCode.USAGE;
            case NOT_FOUND -> ExitCode.NOT_FOUND;
            case CONFLICT -> ExitCode.CONFLICT;
            default -> status >= SERVER_ERROR ? ExitCode.UPSTREAM : ExitCode.FAILED;
        };
    }

    /** The answer with the members of our own; missing where it is a page or a plain sentence. */
    public static JsonNode json(ServiceClient.Answer answer) {
        try {
            return ContractJson.MAPPER.readTree(answer.body());
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.path(field).textValue()).filter(value -> !value.isBlank());
    }
}
