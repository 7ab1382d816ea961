package io.flexledger.mapper.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was unknown in one statement, and how often. Bounded: an endless variety is counted under one name. */
public final class DriftLog {

    private static final int KINDS_KEPT = 1_000;
    private static final int LENGTH_KEPT = 200;
    private static final String REST = "(more)";

    private final Map<Drift, Integer> counts = new LinkedHashMap<>();

    public void section(String section) {
        add(new Drift(Drift.Kind.SECTION, section, section, null));
    }

    public void element(String section, String element) {
        add(new Drift(Drift.Kind.ELEMENT, section, element, null));
    }

    public void attribute(String section, String attribute) {
        add(new Drift(Drift.Kind.ATTRIBUTE, section, attribute, null));
    }

    public void value(String section, String column, String value) {
        var kept = value.length() > LENGTH_KEPT ? value.substring(0, LENGTH_KEPT) + "..." : value;
        add(new Drift(Drift.Kind.VALUE, section, column, kept));
    }

    public Map<Drift, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }

    private void add(Drift drift) {
        var known = counts.size() < KINDS_KEPT || counts.containsKey(drift);
        counts.merge(known ? drift : new Drift(drift.kind(), REST, REST, null), 1, Integer::sum);
    }
}
