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
import io.flexledger.ingestor.intake.Archive;
import io.flexledger.ingestor.intake.Content;
import io.flexledger.ingestor.intake.Origin;
import io.flexledger.ingestor.intake.ReceivedFile;
import io.flexledger.ingestor.intake.Reception;
import io.flexledger.ingestor.intake.RunLog;
import io.flexledger.ingestor.intake.ScanLog;
import io.flexledger.ingestor.intake.ScanLog.Finds;
import io.flexledger.ingestor.intake.ScanResult;
import io.flexledger.ingestor.intake.Spool;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
import io.flexledger.ingestor.xml.ScanLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file's way in: kept byte for byte with its link in the chain, and only then unwrapped, scanned and published. A
 * crash in between leaves a file that is kept but not scanned; {@link #finish} scans it. Blocks, so it is called on a
 * virtual thread.
 */
@ApplicationScoped
public class Intake {

    private final Archive archive;
    private final ScanLog scans;
    private final RunLog runs;
    private final Spool spool;
    private final IngestorConfig config;
    private final Clock clock = Clock.systemUTC();

    // One statement of up to 16 MiB is in the heap while it is recorded; never several.
    private final ReentrantLock scanning = new ReentrantLock(true);
    private final Set<String> arriving = ConcurrentHashMap.newKeySet();

    Intake(Archive archive, ScanLog scans, RunLog runs, Spool spool, IngestorConfig config) {
        this.archive = archive;
        this.scans = scans;
        this.runs = runs;
        this.spool = spool;
        this.config = config;
    }

    /**
     * Takes bytes in as they arrive.
     *
     * @param announced how many bytes are to come, where the sender said so, else -1
     * @throws IOException when they stop coming
     */
    public Reception take(Origin origin, @Nullable String name, InputStream bytes, long announced) throws IOException {
        long run = runs.start(origin, name);
        try {
            var limit = config.maxFileSize().asLongValue();
            if (announced > limit) {
                throw new RefusedException(fileTooLarge(limit));
            }
            try (var content = spool.fill(bytes, limit, this::fileTooLarge)) {
                return keep(run, origin, name, content);
            }
        } catch (RefusedException e) {
            var notKept = new Reception.NotKept(run, e.refusal());
            runs.end(notKept);
            return notKept;
        } catch (IOException | RuntimeException e) {
            runs.broken(run, e);
            throw e;
        }
    }

    private Reception keep(long run, Origin origin, @Nullable String name, Content content) throws IOException {
        arriving.add(content.sha256());
        try {
            var file = archive.keep(content, origin, name, clock.instant());
            var kept = new Reception.Kept(run, file, scan(file, content));
            runs.end(kept);
            return kept;
        } finally {
            arriving.remove(content.sha256());
        }
    }

    /** Finishes a file that is kept but not scanned; does nothing where that is being done right now. */
    public void finish(ReceivedFile file) throws IOException {
        if (!arriving.contains(file.sha256())) {
            long run = runs.start(Origin.REPAIR, file.name());
            try {
                runs.end(new Reception.Kept(run, file, scan(file)));
            } catch (IOException | RuntimeException e) {
                runs.broken(run, e);
                throw e;
            }
        }
    }

    private ScanResult scan(ReceivedFile file) throws IOException {
        try (var bytes = archive.open(file.sha256());
                var content = spool.fill(bytes, file.size(), _ -> {
                    throw new IllegalStateException("file " + file.sha256() + " is larger than when it was kept");
                })) {
            return scan(file, content);
        }
    }

    private ScanResult scan(ReceivedFile file, Content content) throws IOException {
        scanning.lock();
        try {
            return scans.record(file, finds -> unwrap(file, content, finds));
        } finally {
            scanning.unlock();
        }
    }

    private void unwrap(ReceivedFile file, Content content, Finds finds) throws IOException {
        try {
            switch (wrapping(content)) {
                case NONE -> document(file, null, content, finds);
                case GZIP -> gunzip(file, content, finds);
                case ZIP -> unzip(file, content, finds);
            }
        } catch (RefusedException e) {
            finds.refused(null, e.refusal());
        }
    }

    private void gunzip(ReceivedFile file, Content content, Finds finds) throws IOException {
        try (var bytes = content.open();
                var document =
                        spool.fill(Gunzip.open(bytes), config.maxFileSize().asLongValue(), this::expandedTooLarge)) {
            inner(file, null, document, finds);
        }
    }

    /** All documents together may be as large as one. */
    private void unzip(ReceivedFile file, Content content, Finds finds) throws IOException {
        var left = new AtomicLong(config.maxFileSize().asLongValue());
        try (var bytes = content.open()) {
            ZipDocuments.visit(bytes, (entry, unpacked) -> {
                try (var document = spool.fill(unpacked, left.get(), this::expandedTooLarge)) {
                    left.addAndGet(-document.size());
                    inner(file, entry, document, finds);
                }
            });
        }
    }

    private static void inner(ReceivedFile file, @Nullable String entry, Content document, Finds finds)
            throws IOException {
        if (wrapping(document) != Wrapping.NONE) {
            finds.refused(
                    entry,
                    Refusal.of(
                            RefusalCode.ZIP_NESTED,
                            "An archive inside an archive is not opened.",
                            "Unpack it, and upload the XML reports in it."));
            return;
        }
        document(file, entry, document, finds);
    }

    private static Wrapping wrapping(Content content) throws IOException {
        try (var bytes = content.open()) {
            return Wrapping.of(bytes.readNBytes(Wrapping.BYTES));
        }
    }

    /** Once to see that it is whole and where its statements are, once more to cut them out. */
    private static void document(ReceivedFile file, @Nullable String entry, Content document, Finds finds)
            throws IOException {
        Scan scan;
        try (var bytes = document.open()) {
            scan = StatementScanner.scan(bytes, file.receivedAt(), ScanLimits.DEFAULT);
        }
        switch (scan) {
            case Scan.Refused refused -> finds.refused(entry, refused.refusal());
            case Scan.Report report -> {
                finds.remarks(report.remarks());
                cut(report, entry, document, finds);
            }
        }
    }

    private static void cut(Scan.Report report, @Nullable String entry, Content document, Finds finds)
            throws IOException {
        try (var sealer = new StatementSealer(document.open(), Topics.MAX_VALUE_BYTES)) {
            for (var statement : report.statements()) {
                switch (statement) {
                    case FoundStatement.Identified identified -> {
                        var sealed = sealer.seal(identified.slice());
                        var artifact = artifact(report.envelope(), identified, sealed);
                        if (sealed.fits()) {
                            finds.statement(entry, identified.slice(), artifact, sealed);
                        } else {
                            finds.rejected(entry, identified.slice(), artifact, tooLarge(identified, sealed));
                        }
                    }
                    case FoundStatement.Unidentified unidentified ->
                        finds.rejected(entry, unidentified.slice(), null, unidentified.refusal());
                }
            }
        }
    }

    private static RawArtifact artifact(
            Envelope envelope, FoundStatement.Identified statement, SealedStatement sealed) {
        return new RawArtifact(
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

    private Refusal fileTooLarge(long limit) {
        return Refusal.of(
                RefusalCode.FILE_TOO_LARGE,
                "The file has more than %d bytes, the limit set by ingestor.max-file-size. It was not kept."
                        .formatted(limit),
                "Fetch a shorter period, or raise ingestor.max-file-size.");
    }

    private Refusal expandedTooLarge(long limit) {
        return Refusal.of(
                RefusalCode.EXPANDED_TOO_LARGE,
                "Unpacked, the file has more than %d bytes, the limit set by ingestor.max-file-size."
                        .formatted(config.maxFileSize().asLongValue()),
                "Split the archive, or raise ingestor.max-file-size.");
    }
}
