package io.flexledger.ingestor.adapter.doctor;

import io.flexledger.ingestor.doctor.Check;
import io.flexledger.ingestor.doctor.Finding;
import io.flexledger.ingestor.fetch.FlexSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/** Whether there is something to fetch, and a token for it. */
@ApplicationScoped
class QueriesCheck implements Check {

    private final FlexSettings settings;

    QueriesCheck(FlexSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "flex_queries";
    }

    @Override
    public Finding find() {
        if (!settings.isConfigured()) {
            return NotConfigured.finding();
        }
        return Finding.pass(settings.queries().stream()
                .map(configured -> configured.query())
                .map(query -> "%s (%s, account %s, token set)"
                        .formatted(query.name(), query.role().text(), query.account()))
                .collect(Collectors.joining(", ")));
    }
}
