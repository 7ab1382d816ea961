package io.flexledger.report.trace;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stored statement as its keeper describes it: file hash, query, days covered, when it was generated and received.
 *
 * @param properties by the keeper's names
 */
public record RawStatement(Map<String, String> properties) {

    public RawStatement {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }
}
