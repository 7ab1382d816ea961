package io.flexledger.ingestor.adapter.rest.fetch;

import static io.flexledger.ingestor.adapter.rest.ProblemType.FLEX_NOT_CONFIGURED;
import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_PERIOD;
import static io.flexledger.ingestor.adapter.rest.ProblemType.QUERY_NOT_FOUND;
import static io.flexledger.ingestor.adapter.rest.ProblemType.QUERY_REQUIRED;

import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.FlexSettings.ConfiguredQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what a caller means. */
@ApplicationScoped
class Queries {

    private final FlexSettings settings;

    Queries(FlexSettings settings) {
        this.settings = settings;
    }

    List<FlexQuery> all() {
        if (!settings.isConfigured()) {
            throw FLEX_NOT_CONFIGURED.because("no token and no query of the broker's web service are set");
        }
        return settings.queries().stream().map(ConfiguredQuery::query).toList();
    }

    /** By name or id; the only one where none is named. */
    FlexQuery find(@Nullable String nameOrId) {
        var all = all();
        if (nameOrId == null) {
            if (all.size() > 1) {
                throw QUERY_REQUIRED.because("there are several queries: " + names(all));
            }
            return all.getFirst();
        }
        return settings.find(nameOrId)
                .orElseThrow(
                        () -> QUERY_NOT_FOUND.because("no query '%s'; there are: %s".formatted(nameOrId, names(all))));
    }

    private static String names(List<FlexQuery> queries) {
        return queries.stream().map(FlexQuery::name).collect(Collectors.joining(", "));
    }

    static LocalDate day(String name, @Nullable String text) {
        try {
            if (text != null) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException _) {
            // Answered below, like a day that is missing.
        }
        throw INVALID_PERIOD.because(
                text == null
                        ? "%s is missing: a period has a first and a last day".formatted(name)
                        : "%s must be a day such as 2025-07-01: %s".formatted(name, text));
    }
}
