package io.flexledger.ingestor.adapter.rest.run;

import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_FILTER;
import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_PAGINATION;
import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_SORT_DIRECTION;
import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_SORT_FIELD;

import io.flexledger.ingestor.adapter.rest.run.IngestionRun.RunType;
import io.flexledger.ingestor.adapter.rest.run.IngestionRun.Status;
import io.quarkus.panache.common.Sort;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query string of the list of runs, as text until it is checked. */
public record RunQuery(
        @Parameter(description = "Runs in one answer, 1 to 200; more are cut to 200") @QueryParam("limit") @Nullable
        String limit,

        @Parameter(description = "Runs to pass over, from 0") @QueryParam("offset") @Nullable
        String offset,

        @Parameter(description = "started_at_utc, ended_at_utc, status or duration_ms") @QueryParam("sort_by") @Nullable
        String sortBy,

        @Parameter(description = "asc or desc") @QueryParam("sort_dir") @Nullable
        String sortDir,

        @Parameter(description = "started, success or failed") @QueryParam("status") @Nullable
        String status,

        @Parameter(description = "manual, scheduled or reprocess") @QueryParam("run_type") @Nullable
        String runType,

        @Parameter(description = "Started at or after, RFC 3339") @QueryParam("from_utc") @Nullable
        String from,

        @Parameter(description = "Started before, RFC 3339") @QueryParam("to_utc") @Nullable
        String to,

        @Parameter(description = "Name or id of a Flex query; of fetches only") @QueryParam("query") @Nullable
        String query,

        @Parameter(description = "Account; of fetches only") @QueryParam("account") @Nullable
        String account) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("started_at_utc", "startedAt");
        FIELDS.put("ended_at_utc", "endedAt");
        FIELDS.put("status", "status");
        FIELDS.put("duration_ms", "durationMs");
    }

    int requestedLimit() {
        return number("limit", limit, DEFAULT_LIMIT, 1);
    }

    int appliedLimit() {
        return Math.min(requestedLimit(), MAX_LIMIT);
    }

    int firstRow() {
        return number("offset", offset, 0, 0);
    }

    String sortField() {
        var field = sortBy == null ? "started_at_utc" : sortBy;
        if (!FIELDS.containsKey(field)) {
            throw INVALID_SORT_FIELD.because(
                    "sort_by must be one of " + String.join(", ", FIELDS.keySet()) + ": '" + field + "'");
        }
        return field;
    }

    String sortDirection() {
        var direction = sortDir == null ? "desc" : sortDir;
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw INVALID_SORT_DIRECTION.because("sort_dir must be asc or desc: '" + direction + "'");
        }
        return direction;
    }

    /** Runs that started in the same moment keep one order. */
    Sort sort() {
        var direction = sortDirection().equals("asc") ? Sort.Direction.Ascending : Sort.Direction.Descending;
        return Sort.by(FIELDS.get(sortField()), direction).and("id", direction);
    }

    /** A where clause in HQL, "1 = 1" without filters. */
    String condition() {
        var terms = new ArrayList<>(List.of("1 = 1"));
        addTerm(terms, status, "status = :status");
        addTerm(terms, runType, "runType = :runType");
        addTerm(terms, from, "startedAt >= :from");
        addTerm(terms, to, "startedAt < :to");
        addTerm(terms, query, "(query = :query or queryId = :query)");
        addTerm(terms, account, "accountId = :account");
        return String.join(" and ", terms);
    }

    Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        if (status != null) {
            parameters.put("status", value("status", Status.class, status));
        }
        if (runType != null) {
            parameters.put("runType", value("run_type", RunType.class, runType));
        }
        if (from != null) {
            parameters.put("from", instant("from_utc", from));
        }
        if (to != null) {
            parameters.put("to", instant("to_utc", to));
        }
        if (query != null) {
            parameters.put("query", query);
        }
        if (account != null) {
            parameters.put("account", account);
        }
        return parameters;
    }

    /** Those given, by the name they have in the query string. */
    Map<String, String> filters() {
        var given = new LinkedHashMap<String, String>();
        addFilter(given, "status", status);
        addFilter(given, "run_type", runType);
        addFilter(given, "from_utc", from);
        addFilter(given, "to_utc", to);
        addFilter(given, "query", query);
        addFilter(given, "account", account);
        return given;
    }

    private static void addTerm(List<String> terms, @Nullable String filter, String term) {
        if (filter != null) {
            terms.add(term);
        }
    }

    private static void addFilter(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }

    private static int number(String name, @Nullable String text, int absent, int least) {
        if (text == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Answered below, like a number that is too small.
        }
        throw INVALID_PAGINATION.because("%s must be a whole number from %d: '%s'".formatted(name, least, text));
    }

    private static <E extends Enum<E>> E value(String name, Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> INVALID_FILTER.because(
                        "%s must be one of %s: '%s'".formatted(name, Arrays.toString(type.getEnumConstants()), text)));
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw INVALID_FILTER.because(
                    "%s must be an instant such as 2025-07-18T09:00:00Z: '%s'".formatted(name, text));
        }
    }
}
