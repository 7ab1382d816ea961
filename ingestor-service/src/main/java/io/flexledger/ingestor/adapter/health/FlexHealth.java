package io.flexledger.ingestor.adapter.health;

import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.LastRun;
import io.flexledger.ingestor.fetch.LastRuns;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.Pauses;
import io.flexledger.web.health.ComponentHealth;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the broker gives what is asked for. Its age is that of the last success of any query. Down is only what a
 * person must look at; a report that is late is asked for again.
 */
@ApplicationScoped
class FlexHealth implements ComponentHealth {

    private static final Set<String> FOR_PEOPLE = Set.of("FLEX_TOKEN", "FLEX_REQUEST");

    private final FlexSettings settings;
    private final LastRuns runs;
    private final Pauses pauses;
    private final Pace pace;

    FlexHealth(FlexSettings settings, LastRuns runs, Pauses pauses, Pace pace) {
        this.settings = settings;
        this.runs = runs;
        this.pauses = pauses;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "flex";
    }

    @Override
    public Finding find() {
        if (!settings.isConfigured()) {
            return Finding.disabled("not configured");
        }
        var queries = settings.queries().stream().map(one -> one.query()).toList();
        var last = queries.stream().flatMap(query -> runs.of(query).stream()).toList();
        var success = last.stream()
                .map(LastRun::succeededAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(this::onTheWall)
                .orElse(null);
        var faults = queries.stream().flatMap(this::faults).collect(Collectors.joining("; "));
        if (!faults.isEmpty()) {
            return new Finding(Status.DOWN, success, faults);
        }
        return last.isEmpty() ? Finding.unknown("no query has run yet") : new Finding(Status.UP, success, null);
    }

    private Stream<String> faults(FlexQuery query) {
        var pause = pauses.find(query, pace.now()).map(found -> query.name() + " rests until " + found.notBefore());
        return Stream.of(pause, failure(query)).flatMap(Optional::stream);
    }

    private Optional<String> failure(FlexQuery query) {
        return runs.of(query)
                .map(run -> orEmpty(run.failure()))
                .filter(FOR_PEOPLE::contains)
                .map(code -> query.name() + " failed with " + code);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Ages are told in real time. */
    private Instant onTheWall(Instant simulated) {
        var age = Duration.between(simulated, pace.now());
        return Instant.now().minus(pace.real(age.isNegative() ? Duration.ZERO : age));
    }
}
