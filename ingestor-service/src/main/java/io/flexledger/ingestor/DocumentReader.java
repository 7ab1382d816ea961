package io.flexledger.ingestor;

import io.flexledger.ingestor.artifact.Scan;
import io.flexledger.ingestor.artifact.StatementScanner;
import io.flexledger.ingestor.container.Gunzip;
import io.flexledger.ingestor.container.Wrapping;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.Talk;
import io.flexledger.ingestor.intake.Content;
import io.flexledger.ingestor.refusal.RefusedException;
import io.flexledger.ingestor.xml.ScanLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;

/** Finds out what the broker sent, packed or not. */
@ApplicationScoped
class DocumentReader implements Talk.Reader {

    private final Pace pace;

    DocumentReader(Pace pace) {
        this.pace = pace;
    }

    @Override
    public Scan read(Content content) throws IOException {
        try (var bytes = content.open()) {
            return StatementScanner.scan(unwrapped(content, bytes), pace.now(), ScanLimits.DEFAULT);
        } catch (RefusedException e) {
            return new Scan.Refused(e.refusal());
        }
    }

    private static InputStream unwrapped(Content content, InputStream bytes) throws IOException {
        try (var head = content.open()) {
            return Wrapping.of(head.readNBytes(Wrapping.BYTES)) == Wrapping.GZIP ? Gunzip.open(bytes) : bytes;
        }
    }
}
