package io.flexledger.ingestor.adapter.files;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.ingestor.Copies;
import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.intake.Content;
import io.flexledger.ingestor.intake.ScanResult;
import io.flexledger.ingestor.intake.StatementResult;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Working copies where a directory is configured for them. */
@ApplicationScoped
class ReportCopies implements Copies {

    private static final Logger LOG = Logger.getLogger(ReportCopies.class);

    private final Optional<WorkingCopies> copies;
    private final Pace pace;

    ReportCopies(IngestorConfig config, Pace pace) {
        this.copies = config.reports()
                .directory()
                .map(directory -> new WorkingCopies(directory, config.reports().keep()));
        this.pace = pace;
    }

    /** Nobody reads warnings for a year: without its directory this service does not start. */
    void check(@Observes StartupEvent event) {
        copies.ifPresent(files -> {
            try {
                files.check();
            } catch (IOException e) {
                throw new IllegalStateException(
                        "FLEXLEDGER_REPORTS_DIRECTORY names a directory that cannot be written: " + e.getMessage()
                                + ". Name another, give this service's user the right to write there, or unset it.",
                        e);
            }
        });
    }

    @Override
    public void keep(FetchOrder order, ScanResult result, Content bytes) {
        copies.ifPresent(files -> keep(files, order, result, bytes));
    }

    private void keep(WorkingCopies files, FetchOrder order, ScanResult result, Content bytes) {
        var statements = result.statements().stream()
                .map(StatementResult::artifact)
                .filter(Objects::nonNull)
                .toList();
        var from = statements.stream().map(RawArtifact::from).min(Comparator.naturalOrder());
        var to = statements.stream().map(RawArtifact::to).max(Comparator.naturalOrder());
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        try {
            var kept = files.keep(order.query().name(), from.get(), to.get(), bytes, pace.now());
            kept.problems().forEach(problem -> LOG.warnf("Working copy not archived: %s", problem));
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "Working copy not written: query=%s", order.query().name());
        }
    }
}
