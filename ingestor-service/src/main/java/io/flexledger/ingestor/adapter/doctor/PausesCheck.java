package io.flexledger.ingestor.adapter.doctor;

import io.flexledger.ingestor.doctor.Check;
import io.flexledger.ingestor.doctor.Finding;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.Pauses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/** Whether queries rest. */
@ApplicationScoped
class PausesCheck implements Check {

    private final FlexSettings settings;
    private final Pauses pauses;
    private final Pace pace;

    PausesCheck(FlexSettings settings, Pauses pauses, Pace pace) {
        this.settings = settings;
        this.pauses = pauses;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "pauses";
    }

    @Override
    public Finding find() {
        if (!settings.isConfigured()) {
            return NotConfigured.finding();
        }
        var now = pace.now();
        var resting = settings.queries().stream()
                .map(configured -> configured.query())
                .flatMap(query -> pauses.find(query, now).stream()
                        .map(pause ->
                                "%s rests until %s: %s".formatted(query.name(), pause.notBefore(), pause.reason())))
                .collect(Collectors.joining("; "));
        return resting.isEmpty()
                ? Finding.pass("no query rests")
                : Finding.warn(resting, "Do what the reason says; runs are refused until then.");
    }
}
