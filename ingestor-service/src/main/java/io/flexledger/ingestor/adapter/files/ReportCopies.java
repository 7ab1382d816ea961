package io.flexledger.ingestor.adapter.files;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.ingestor.Copies;
import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.intake.Content;
import io.flexledger.ingestor.intake.ScanResult;
import io.flexledger.ingestor.intake.StatementResult;
import jakarta.enterprise.context.ApplicationScoped;
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
