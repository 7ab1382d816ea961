package io.flexledger.ingestor.adapter.doctor;

import io.flexledger.ingestor.doctor.Check;
import io.flexledger.ingestor.doctor.Finding;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.Pauses;
import io.flexledger.ingestor.fetch.Pauses.Pause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;

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
        var resting = new ArrayList<String>();
        boolean waitsForAPerson = false;
        for (var configured : settings.queries()) {
            var found = pauses.find(configured.query(), now);
            found.ifPresent(pause -> resting.add(
                    "%s rests until %s: %s".formatted(configured.query().name(), pause.notBefore(), pause.reason())));
            waitsForAPerson |= found.map(Pause::unattended).orElse(false);
        }
        if (resting.isEmpty()) {
            return Finding.pass("no query rests");
        }
        var all = String.join("; ", resting);
        return waitsForAPerson
                ? Finding.fail(
                        all, "Do what the reason says, then ./ledger ingest run: only the schedule is held back.")
                : Finding.warn(all, "Do what the reason says; runs are refused until then.");
    }
}
