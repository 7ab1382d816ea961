package io.flexledger.ingestor.adapter.doctor;

import io.flexledger.ingestor.Days;
import io.flexledger.ingestor.doctor.Check;
import io.flexledger.ingestor.doctor.Finding;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.period.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** How old the last complete day of each query is. */
@ApplicationScoped
class DaysCheck implements Check {

    private final FlexSettings settings;
    private final Days days;

    DaysCheck(FlexSettings settings, Days days) {
        this.settings = settings;
        this.days = days;
    }

    @Override
    public String name() {
        return "complete_days";
    }

    @Override
    public Finding find() {
        if (!settings.isConfigured()) {
            return NotConfigured.finding();
        }
        // Confirmations tell of a day that runs, and so never complete it.
        var queries = settings.queries().stream()
                .map(configured -> configured.query())
                .filter(query -> query.role() != Role.CONFIRMS)
                .toList();
        boolean late = queries.stream().anyMatch(this::isLate);
        var detail = "%s; wanted now: %s"
                .formatted(queries.stream().map(this::state).collect(Collectors.joining(", ")), days.wanted());
        return late
                ? Finding.warn(detail, "Look at the last runs with GET /ingestion/runs, or run the query now.")
                : Finding.pass(detail);
    }

    private boolean isLate(FlexQuery query) {
        return days.completeTo(query).map(day -> day.isBefore(days.wanted())).orElse(true);
    }

    private String state(FlexQuery query) {
        return days.completeTo(query)
                .map(day -> "%s to %s, %d days behind"
                        .formatted(query.name(), day, Math.max(0, ChronoUnit.DAYS.between(day, days.wanted()))))
                .orElseGet(() -> query.name() + " has no complete day yet");
    }
}
