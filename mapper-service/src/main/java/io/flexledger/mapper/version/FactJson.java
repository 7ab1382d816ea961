package io.flexledger.mapper.version;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.Fact;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes the {@link Fact}s of one statement as {@link ContractJson} does. Nearly all they say they share, so each text is
 * written once and remembered. A test holds both spellings together.
 */
final class FactJson {

    private static final int KEPT = 10_000;

    private final Map<Object, String> written = new HashMap<>();

    byte[] write(Fact fact) {
        var source = fact.source();
        var json = "{\"id\":\"" + fact.id()
                + "\",\"account\":" + text(fact.account().value())
                + ",\"reportDate\":" + text(fact.reportDate())
                + ",\"occurredAt\":" + text(fact.occurredAt())
                + ",\"timed\":" + fact.timed()
                + ",\"statedAt\":" + text(fact.statedAt())
                + (fact.superseded() ? ",\"superseded\":true" : "")
                + (fact.provisional() ? ",\"provisional\":true" : "")
                + ",\"source\":{\"artifact\":" + text(source.artifact().sha256())
                + ",\"query\":" + text(source.query())
                + ",\"section\":" + text(source.section())
                + ",\"ordinal\":" + source.ordinal() + "}}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private String text(Object value) {
        var known = written.get(value);
        if (known == null) {
            if (written.size() >= KEPT) {
                written.clear();
            }
            known = '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value.toString())) + '"';
            written.put(value, known);
        }
        return known;
    }
}
