package io.flexledger.cli.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.doctor.Check;
import io.flexledger.cli.output.Table;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How it stands with the gateway, as the realtime service answers; a newer service may say more. */
public record GatewayStatus(JsonNode answer) {

    private static final String NAME = "gateway";
    private static final Duration ANOTHER_DAY = Duration.ofDays(1);
    private static final String CONNECTED = "CONNECTED";
    private static final String DISABLED = "DISABLED";

    /** What is wrong, and what to do where that is said; the stream has a {@code text} alone. */
    public record Problem(String code, String detail, String nextStep) {

        static Optional<Problem> of(JsonNode json) {
            return json.isObject()
                    ? Optional.of(new Problem(
                            json.path("code").asText(""),
                            json.path(json.has("detail") ? "detail" : "text").asText(""),
                            json.path("nextStep").asText("")))
                    : Optional.empty();
        }
    }

    public String state() {
        return answer.path("state").asText("UNKNOWN");
    }

    public boolean isConnected() {
        return state().equals(CONNECTED);
    }

    public boolean isDisabled() {
        return state().equals(DISABLED);
    }

    public Optional<Problem> problem() {
        return Problem.of(answer.path("problem"));
    }

    public Table table() {
        Table.Builder table = Table.of("what", "value");
        table.row("state", state());
        problem()
                .ifPresent(problem -> table.row("problem", problem.code() + ": " + problem.detail())
                        .row("next", problem.nextStep()));
        table.row("since", text("since"))
                .row("gateway", "%s (%s)".formatted(text("endpoint"), text("mode")))
                .row("client id", text("clientId"))
                .row("server version", text("serverVersion"))
                .row("accounts", accounts())
                .row("heard", text("heardAt"))
                .row("its clock", offset())
                .row("next attempt", text("nextAttemptAt"))
                .row("fills today", text("fillsToday"))
                .row("commissions pending", text("commissionsPending"))
                .row("not valued", text("notValued"))
                .row("quarantined", text("quarantined"));
        return table.build();
    }

    /** For the doctor. */
    public Check check() {
        if (isDisabled()) {
            return new Check(NAME, Check.Status.SKIP, "none is listened to", "");
        }
        String detail = problem()
                .map(problem -> problem.code() + ": " + problem.detail())
                .orElseGet(() -> "%s since %s".formatted(state(), text("since")));
        return isConnected()
                ? new Check(NAME, Check.Status.PASS, "%s is connected".formatted(text("endpoint")), "")
                : new Check(
                        NAME,
                        Check.Status.WARN,
                        detail,
                        problem().map(Problem::nextStep).orElse("./ledger gateway check"));
    }

    /** In a line. */
    String line() {
        String trouble = problem()
                .map(problem -> "  %s: %s %s".formatted(problem.code(), problem.detail(), problem.nextStep()))
                .orElse("");
        String silent = answer.path("silent").asBoolean() ? "  the service that listens is silent" : "";
        return "%s since %s  %s%s%s"
                .formatted(state(), text("since"), accounts(), trouble, silent)
                .stripTrailing();
    }

    private String accounts() {
        return StreamSupport.stream(answer.path("accounts").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" "));
    }

    private String offset() {
        if (!answer.hasNonNull("clockOffsetMs")) {
            return "";
        }
        Duration offset = Duration.ofMillis(answer.path("clockOffsetMs").asLong());
        return offset.abs().compareTo(ANOTHER_DAY) < 0
                ? "%+d ms from ours".formatted(offset.toMillis())
                : "%+d days from ours, as in a rehearsal".formatted(offset.toDays());
    }

    private String text(String field) {
        return answer.hasNonNull(field) ? answer.path(field).asText() : "";
    }
}
