package io.flexledger.cli.fetch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.ContractJson;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be run. */
public sealed interface RunRequest {

    /** What the person calls it; empty where the ingestor has to know. */
    String label();

    /**
     * Have the broker make a report.
     *
     * @param query name or number; null where there is only one
     * @param from  first day; null for what the query is set to
     */
    record Fetch(
            @Nullable String query,
            String label,
            @Nullable LocalDate from,
            @Nullable LocalDate to) implements RunRequest {

        ObjectNode body() {
            ObjectNode body = ContractJson.MAPPER.createObjectNode();
            put(body, "query", query);
            put(body, "from", from);
            put(body, "to", to);
            return body;
        }

        private static void put(ObjectNode body, String name, @Nullable Object value) {
            if (value != null) {
                body.put(name, value.toString());
            }
        }
    }

    /** Read again what was received before. */
    record Reprocess(@Nullable String periodKey, @Nullable String query) implements RunRequest {

        @Override
        public String label() {
            return query == null ? "" : query;
        }

        Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            if (periodKey != null) {
                parameters.put("period_key", periodKey);
            }
            if (query != null) {
                parameters.put("flex_query_id", query);
            }
            return parameters;
        }
    }
}
