package io.flexledger.cli.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.cli.client.ServerEvent;
import io.flexledger.contracts.ContractJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One event of the live stream in a line. */
public final class LiveLine {

    private LiveLine() {}

    /** For a person. What cannot be told better is told as it came. */
    public static String of(ServerEvent event) {
        JsonNode data = data(event);
        String text = switch (event.name()) {
            case "status" -> new GatewayStatus(data).line();
            case "nav" -> nav(data);
            case "fill" -> fill(data);
            case "position" -> position(data);
            case "day" -> "%s %s is told anew".formatted(text(data, "account"), text(data, "date"));
            default -> event.data().replace('\n', ' ');
        };
        return "%-8s  %s".formatted(event.name(), text).stripTrailing();
    }

    /** For a program: name, id and data, whole. */
    public static String json(ServerEvent event) {
        ObjectNode line = ContractJson.MAPPER.createObjectNode();
        line.put("event", event.name());
        line.put("id", event.id());
        line.set("data", data(event));
        return line.toString();
    }

    private static String nav(JsonNode data) {
        String change = data.path("change").isObject() ? "  %s since the last close".formatted(signed(data)) : "";
        String caveats = StreamSupport.stream(data.path("caveats").spliterator(), false)
                .map(caveat -> text(caveat, "code"))
                .collect(Collectors.joining(" "));
        return "%s %s  %s  %s%s%s"
                .formatted(
                        text(data, "account"),
                        text(data, "date"),
                        text(data, "asOf"),
                        money(data.path("total")),
                        change,
                        (data.path("stale").asBoolean() ? "  stale" : "")
                                + (caveats.isEmpty() ? "" : "  (" + caveats + ")"));
    }

    /** No finer than the total beside it is told. */
    private static String signed(JsonNode data) {
        int digits = new BigDecimal(data.path("total").path("amount").asText("0")).scale();
        JsonNode change = data.path("change");
        BigDecimal amount = new BigDecimal(change.path("amount").asText("0"));
        BigDecimal shown = amount.scale() > digits ? amount.setScale(digits, RoundingMode.HALF_UP) : amount;
        return "%s%s %s"
                .formatted(shown.signum() < 0 ? "" : "+", shown.toPlainString(), text(change, "currency"))
                .strip();
    }

    private static String fill(JsonNode data) {
        String commission =
                data.hasNonNull("commission") ? "commission " + text(data, "commission") : "commission pending";
        return "%s  %s  %s %s %s @ %s %s  %s  %s"
                .formatted(
                        text(data, "account"),
                        text(data, "time"),
                        text(data, "side"),
                        text(data, "quantity").replaceFirst("^-", ""),
                        text(data, "symbol").replaceAll(" +", " "),
                        text(data, "price"),
                        text(data, "currency"),
                        commission,
                        text(data, "status"));
    }

    private static String position(JsonNode data) {
        String mark = data.hasNonNull("mark") ? " at " + text(data, "mark") : "";
        return "%s %s  %s %s%s"
                .formatted(
                        text(data, "account"),
                        text(data, "date"),
                        text(data, "quantity"),
                        text(data, "symbol").replaceAll(" +", " "),
                        mark);
    }

    private static String money(JsonNode money) {
        return "%s %s".formatted(text(money, "amount"), text(money, "currency")).strip();
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (value.isObject()) {
            return money(value);
        }
        return json.hasNonNull(field) ? value.asText() : "";
    }

    private static JsonNode data(ServerEvent event) {
        try {
            return ContractJson.MAPPER.readTree(event.data());
        } catch (IOException _) {
            return ContractJson.MAPPER.getNodeFactory().textNode(event.data());
        }
    }
}
