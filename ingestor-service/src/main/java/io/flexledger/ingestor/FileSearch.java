package io.flexledger.ingestor;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.Topics;
import io.flexledger.ingestor.artifact.Envelope;
import io.flexledger.ingestor.artifact.FoundStatement;
import io.flexledger.ingestor.artifact.Scan;
import io.flexledger.ingestor.artifact.SealedStatement;
import io.flexledger.ingestor.artifact.StatementScanner;
import io.flexledger.ingestor.artifact.StatementSealer;
import io.flexledger.ingestor.container.Gunzip;
import io.flexledger.ingestor.container.Wrapping;
import io.flexledger.ingestor.container.ZipDocuments;
import io.flexledger.ingestor.intake.Content;
import io.flexledger.ingestor.intake.ScanLog.Finds;
import io.flexledger.ingestor.intake.Spool;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
import io.flexledger.ingestor.xml.Limit;
import io.flexledger.ingestor.xml.ScanLimits;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One file, unwrapped, and the statements of its documents. */
final class FileSearch {

    private final Instant receivedAt;
    private final Spool spool;
    private final long maxSize;
    private final ScanLimits limits;
    private final Set<String> required;
    private final Finds finds;
    private long unpacked;
    private int statements;

    /**
     * @param maxSize unpacked bytes of all documents together
     * @param limits  of each document; the one on statements holds for all documents together
     * @param required sections each statement of a document must have, or none of it is taken
     */
    FileSearch(Instant receivedAt, Spool spool, long maxSize, ScanLimits limits, Set<String> required, Finds finds) {
        this.receivedAt = receivedAt;
        this.spool = spool;
        this.maxSize = maxSize;
        this.limits = limits;
        this.required = Set.copyOf(required);
        this.finds = finds;
    }

    void search(Content file) throws IOException {
        try {
            switch (wrapping(file)) {
                case NONE -> document(null, file);
                case GZIP -> {
                    try (var bytes = file.open()) {
                        inner(null, Gunzip.open(bytes));
                    }
                }
                case ZIP -> {
                    try (var bytes = file.open()) {
                        ZipDocuments.visit(bytes, this::inner);
                    }
                }
            }
        } catch (RefusedException e) {
            finds.refused(null, e.refusal());
        }
    }

    private void inner(@Nullable String entry, InputStream content) throws IOException {
        try (var document = spool.fill(content, maxSize - unpacked, _ -> expandedTooLarge())) {
            unpacked += document.size();
            if (wrapping(document) == Wrapping.NONE) {
                document(entry, document);
            } else {
                finds.refused(
                        entry,
                        Refusal.of(
                                RefusalCode.ZIP_NESTED,
                                "An archive inside an archive is not opened.",
                                "Unpack it, and upload the XML reports in it."));
            }
        }
    }

    private static Wrapping wrapping(Content content) throws IOException {
        try (var bytes = content.open()) {
            return Wrapping.of(bytes.readNBytes(Wrapping.BYTES));
        }
    }

    /** Once to see that it is whole and where its statements are, once more to cut them out. */
    private void document(@Nullable String entry, Content document) throws IOException {
        Scan scan;
        try (var bytes = document.open()) {
            scan = StatementScanner.scan(bytes, receivedAt, limits);
        }
        switch (scan) {
            case Scan.Refused refused -> finds.refused(entry, refused.refusal());
            case Scan.Answer answer -> finds.refused(entry, answer.answer().refusal());
            case Scan.Report report -> report(entry, document, report);
        }
    }

    private void report(@Nullable String entry, Content document, Scan.Report report) throws IOException {
        if (statements + report.statements().size() > limits.statements()) {
            finds.refused(entry, Limit.ALL_STATEMENTS.exceeded(limits.statements()));
            return;
        }
        var missing = new TreeSet<>(required);
        missing.removeAll(report.sections());
        if (!missing.isEmpty()) {
            finds.refused(entry, lacking(missing));
            return;
        }
        statements += report.statements().size();
        finds.remarks(report.remarks());
        try (var sealer = new StatementSealer(document.open(), Topics.MAX_VALUE_BYTES)) {
            for (var statement : report.statements()) {
                switch (statement) {
                    case FoundStatement.Identified identified ->
                        found(entry, report.envelope(), identified, sealer.seal(identified.slice()));
                    case FoundStatement.Unidentified unidentified ->
                        finds.rejected(entry, unidentified.slice(), null, unidentified.refusal());
                }
            }
        }
    }

    private void found(
            @Nullable String entry, Envelope envelope, FoundStatement.Identified statement, SealedStatement sealed) {
        var artifact = new RawArtifact(
                sealed.id(),
                statement.account(),
                envelope.query(),
                envelope.kind(),
                statement.from(),
                statement.to(),
                statement.period(),
                statement.generatedAt(),
                envelope.charset(),
                sealed.size());
        if (sealed.fits()) {
            finds.statement(entry, statement.slice(), artifact, sealed);
        } else {
            finds.rejected(entry, statement.slice(), artifact, tooLarge(statement, sealed));
        }
    }

    private static Refusal lacking(Set<String> sections) {
        return Refusal.of(
                RefusalCode.MISSING_REQUIRED_SECTION,
                "The report lacks what its query should have: %s. Nothing of it was taken."
                        .formatted(String.join(", ", sections)),
                "Add the sections to the Flex query in Client Portal, or give the query a narrower role.");
    }

    private static Refusal tooLarge(FoundStatement.Identified statement, SealedStatement sealed) {
        return Refusal.of(
                        RefusalCode.STATEMENT_TOO_LARGE,
                        "Statement %d (%s, %s) has %d bytes compressed; at most %d can be published."
                                .formatted(
                                        statement.slice().ordinal(),
                                        statement.account(),
                                        statement.periodKey(),
                                        sealed.compressedSize(),
                                        Topics.MAX_VALUE_BYTES),
                        "Fetch a shorter period, or switch on breakout by day in the Flex query.")
                .at(statement.slice().offset());
    }

    private Refusal expandedTooLarge() {
        return Refusal.of(
                RefusalCode.EXPANDED_TOO_LARGE,
                "Unpacked, the file has more than %d bytes, the limit set by ingestor.max-file-size."
                        .formatted(maxSize),
                "Split the archive, or raise ingestor.max-file-size.");
    }
}
