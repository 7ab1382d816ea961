package io.flexledger.testing.flex.service;

import io.flexledger.testing.flex.report.ReportSource;
import io.flexledger.testing.flex.report.SimulatedQuery;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Whom the service knows, and what it serves when.
 *
 * @param tokens any of them opens every query
 */
public record ServiceSettings(
        Set<String> tokens,
        List<SimulatedQuery> queries,
        ReportSource source,
        InstantSource clock,
        Publication publication,
        Generation generation) {

    public ServiceSettings {
        tokens = Set.copyOf(tokens);
        queries = List.copyOf(queries);
    }

    /** Says no token. */
    @Override
    public String toString() {
        return "ServiceSettings[queries=%s]".formatted(queries);
    }
}
