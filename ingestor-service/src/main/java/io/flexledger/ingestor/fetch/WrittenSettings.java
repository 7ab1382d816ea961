package io.flexledger.ingestor.fetch;

import java.util.List;
import java.util.Map;

/**
 * Settings as a person wrote them.
 *
 * @param values  by the name a person knows, such as {@code IBKR_FLEX_TOKEN}; empty where absent
 * @param queries each with {@code id}, {@code name}, {@code role}, {@code account}, {@code token}, {@code schedule},
 *                {@code period}
 */
public record WrittenSettings(Map<String, String> values, List<Map<String, String>> queries) {

    public WrittenSettings {
        values = Map.copyOf(values);
        queries = queries.stream().map(Map::copyOf).toList();
    }

    String value(String name) {
        return values.getOrDefault(name, "").strip();
    }
}
