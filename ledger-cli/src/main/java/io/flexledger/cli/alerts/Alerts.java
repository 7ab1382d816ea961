package io.flexledger.cli.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.client.ServiceClient.Answer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The alerts a report service keeps; a newer service may say more of each. */
public final class Alerts {

    private static final String PATH = "/api/alerts";
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String PART_OF_ID = "[0-9a-f][0-9a-f-]{0,35}";

    /** As many as the service gives at once. */
    private static final String MOST = "200";

    private final ServiceClient service;

    public Alerts(ServiceClient service) {
        this.service = service;
    }

    /**
     * The newest of them, and how many are open.
     *
     * @param account null for all
     * @param all     also those that somebody knows of or that are over
     */
    public JsonNode list(@Nullable String account, boolean all) {
        Map<String, String> query = new LinkedHashMap<>();
        if (account != null) {
            query.put("account", account);
        }
        if (!all) {
            query.put("open", "true");
        }
        query.put("limit", MOST);
        return service.getJson(PATH, query);
    }

    /** @param id or as much of its beginning as no other has */
    public JsonNode find(String id) {
        return service.getJson(path(id), Map.of());
    }

    /**
     * Says that somebody knows; the first to say so is kept.
     *
     * @param words {@code by} and {@code note}
     */
    public JsonNode acknowledge(String id, JsonNode words) {
        return good(service.post(path(id) + "/acknowledge", words));
    }

    /** Sends a message that is no alert through every channel, and says what became of each. */
    public JsonNode test() {
        return good(service.post(PATH + "/test", Map.of()));
    }

    /** Where a person looks at it. */
    public String page(JsonNode alert) {
        return service.base().toString().replaceAll("/+$", "")
                + alert.path("path").asText();
    }

    private JsonNode good(Answer answer) {
        if (!answer.good()) {
            throw service.failure(answer);
        }
        return service.json(answer.body());
    }

    private String path(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return PATH + "/" + (wanted.matches(ID) ? wanted : whole(wanted));
    }

    /** Looked for among those that are open, however old, and the newest of the others. */
    private String whole(String beginning) {
        if (!beginning.matches(PART_OF_ID)) {
            throw new CommandFailure(
                    ExitCode.USAGE, "no id of an alert: " + beginning, "ledger alerts --all shows them");
        }
        Set<String> found = new TreeSet<>();
        for (boolean all : new boolean[] {false, true}) {
            list(null, all).path("items").forEach(alert -> {
                String id = alert.path("id").asText();
                if (id.startsWith(beginning)) {
                    found.add(id);
                }
            });
        }
        if (found.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    "no alert begins with " + beginning,
                    "ledger alerts --all shows the newest; an older one is found by its whole id");
        }
        if (found.size() > 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "%d alerts begin with %s: %s".formatted(found.size(), beginning, String.join(" ", found)),
                    "type more of the id");
        }
        return found.iterator().next();
    }
}
