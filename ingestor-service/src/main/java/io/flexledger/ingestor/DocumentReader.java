package io.flexledger.ingestor;

import io.flexledger.ingestor.artifact.Scan;
import io.flexledger.ingestor.artifact.StatementScanner;
import io.flexledger.ingestor.container.Gunzip;
import io.flexledger.ingestor.container.Wrapping;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.Talk;
import io.flexledger.ingestor.intake.Content;
import io.flexledger.ingestor.intake.Spool;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
import io.flexledger.ingestor.xml.ScanLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Finds out what the broker sent, packed or not; unpacked it may not be larger than a file may be. */
@ApplicationScoped
class DocumentReader implements Talk.Reader {

    private final Pace pace;
    private final Spool spool;
    private final IngestorConfig config;

    DocumentReader(Pace pace, Spool spool, IngestorConfig config) {
        this.pace = pace;
        this.spool = spool;
        this.config = config;
    }

    @Override
    public Scan read(Content content) throws IOException {
        try {
            return isPacked(content) ? unpacked(content) : scan(content);
        } catch (RefusedException e) {
            return new Scan.Refused(e.refusal());
        }
    }

    private static boolean isPacked(Content content) throws IOException {
        try (var head = content.open()) {
            return Wrapping.of(head.readNBytes(Wrapping.BYTES)) == Wrapping.GZIP;
        }
    }

    private Scan unpacked(Content content) throws IOException {
        try (var bytes = content.open();
                var document = spool.fill(
                        Gunzip.open(bytes), config.maxFileSize().asLongValue(), DocumentReader::expandedTooLarge)) {
            return scan(document);
        }
    }

    private Scan scan(Content document) throws IOException {
        try (var bytes = document.open()) {
            return StatementScanner.scan(bytes, pace.now(), ScanLimits.DEFAULT);
        }
    }

    private static Refusal expandedTooLarge(long limit) {
        return Refusal.of(
                RefusalCode.EXPANDED_TOO_LARGE,
                "Unpacked, the report has more than %d bytes, the limit set by ingestor.max-file-size."
                        .formatted(limit),
                "Fetch a shorter period, or raise ingestor.max-file-size.");
    }
}
