package io.flexledger.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service says about its own readiness.
 *
 * @param trouble what it waits for; empty when it is ready
 */
record Health(boolean ready, String trouble) {

    private static final int TIMEOUT_MS = 2_000;

    static Health at(int port) {
        try {
            var connection = (HttpURLConnection) URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port))
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            try {
                boolean ready = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
                return new Health(ready, ready ? "" : trouble(connection.getErrorStream()));
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return new Health(false, "does not answer"); // not listening yet, or too busy
        }
    }

    /** The checks that are down, with what they tell about themselves. */
    private static String trouble(@Nullable InputStream answer) throws IOException {
        if (answer == null) {
            return "";
        }
        List<String> down = new ArrayList<>();
        for (JsonNode check : ContractJson.MAPPER.readTree(answer).path("checks")) {
            if (check.path("status").asText().equals("DOWN")) {
                String data = check.has("data") ? " " + check.path("data") : "";
                down.add(check.path("name").asText() + data);
            }
        }
        return String.join("; ", down);
    }
}
