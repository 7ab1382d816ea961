package io.flexledger.ingestor.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.artifact.FoundStatement.Identified;
import io.flexledger.ingestor.artifact.FoundStatement.Unidentified;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.xml.ScanLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** Documents scanned, and what a test expects them to be. */
final class Scans {

    static final Instant RECEIVED = Instant.parse("2025-07-20T09:00:00Z");

    private Scans() {}

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    static Scan scan(InputStream document, ScanLimits limits) throws IOException {
        return StatementScanner.scan(document, RECEIVED, limits);
    }

    static Scan.Report scanned(String text) throws IOException {
        return scanned(text.getBytes(UTF_8));
    }

    static Scan.Report scanned(byte[] bytes) throws IOException {
        var scan = scan(new ByteArrayInputStream(bytes), ScanLimits.DEFAULT);
        assertThat(scan).isInstanceOf(Scan.Report.class);
        return (Scan.Report) scan;
    }

    static Refusal refusal(String text) throws IOException {
        return refusal(stream(text), ScanLimits.DEFAULT);
    }

    static Refusal refusal(byte[] bytes) throws IOException {
        return refusal(new ByteArrayInputStream(bytes), ScanLimits.DEFAULT);
    }

    static Refusal refusal(InputStream document, ScanLimits limits) throws IOException {
        var scan = scan(document, limits);
        assertThat(scan).isInstanceOf(Scan.Refused.class);
        return ((Scan.Refused) scan).refusal();
    }

    /** The first statement, whose account and period are known. */
    static Identified identified(String text) throws IOException {
        var found = scanned(text).statements().getFirst();
        assertThat(found).isInstanceOf(Identified.class);
        return (Identified) found;
    }

    /** Why the first statement is rejected. */
    static Refusal unidentified(String text) throws IOException {
        var found = scanned(text).statements().getFirst();
        assertThat(found).isInstanceOf(Unidentified.class);
        return ((Unidentified) found).refusal();
    }
}
