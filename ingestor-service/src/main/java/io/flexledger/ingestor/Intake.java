package io.flexledger.ingestor;

import io.flexledger.ingestor.intake.Archive;
import io.flexledger.ingestor.intake.Archive.Arrival;
import io.flexledger.ingestor.intake.Content;
import io.flexledger.ingestor.intake.Origin;
import io.flexledger.ingestor.intake.ReceivedFile;
import io.flexledger.ingestor.intake.Reception;
import io.flexledger.ingestor.intake.RunLog;
import io.flexledger.ingestor.intake.ScanLog;
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
            var file = archive.keep(content, new Arrival(origin, name, clock.instant(), Set.of()));
            var kept = new Reception.Kept(run, file, scan(file, content));
            runs.end(kept);
            return kept;
        } finally {
            arriving.remove(content.sha256());
        }
    }

    /**
     * Keeps what a run of its own fetched. The caller goes on with {@link #publish}, and says when it is {@link #done}.
     */
    public ReceivedFile keep(Content content, String name, Set<String> required) {
        arriving.add(content.sha256());
        return archive.keep(content, new Arrival(Origin.FLEX, name, clock.instant(), required));
    }

    /** Searches what is kept for statements, and publishes those that are new. */
    public ScanResult publish(ReceivedFile file, Content content) throws IOException {
        return scan(file, content);
    }

    /** Whatever is still to be done for the file is now up to {@link #finish}. */
    public void done(String sha256) {
        arriving.remove(sha256);
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
            return scans.record(
                    file,
                    finds -> new FileSearch(
                                    file.receivedAt(),
                                    spool,
                                    config.maxFileSize().asLongValue(),
                                    ScanLimits.DEFAULT,
                                    file.required(),
                                    finds)
                            .search(content));
        } finally {
            scanning.unlock();
        }
    }

    private Refusal fileTooLarge(long limit) {
        return Refusal.of(
                RefusalCode.FILE_TOO_LARGE,
                "The file has more than %d bytes, the limit set by ingestor.max-file-size. It was not kept."
                        .formatted(limit),
                "Fetch a shorter period, or raise ingestor.max-file-size.");
    }
}
