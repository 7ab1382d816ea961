package io.flexledger.ingestor.adapter.schedule;

import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.Intake;
import io.flexledger.ingestor.intake.Origin;
import io.flexledger.ingestor.intake.Reception;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Takes in what people or programs put into a folder. A file is left alone until it did not change between two looks,
 * so that one still being copied is not taken half. Symbolic links are passed over: they could name any file.
 */
@ApplicationScoped
class WatchedFolder {

    private static final Logger LOG = Logger.getLogger(WatchedFolder.class);
    private static final List<String> ENDINGS = List.of(".xml", ".xml.gz", ".zip");

    private final IngestorConfig config;
    private final Intake intake;
    private Map<Path, Seen> last = Map.of();

    WatchedFolder(IngestorConfig config, Intake intake) {
        this.config = config;
        this.intake = intake;
    }

    /** How a file looked. */
    private record Seen(long size, FileTime changedAt) {

        static Seen of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Seen(attributes.size(), attributes.lastModifiedTime());
        }
    }

    /** One look. Called by one thread at a time. */
    void look() {
        config.watch().directory().ifPresent(directory -> {
            try {
                look(directory);
            } catch (IOException e) {
                LOG.warnf("Watched folder cannot be read: folder=%s error=%s", directory, e);
            }
        });
    }

    private void look(Path directory) throws IOException {
        Files.createDirectories(directory);
        var seen = new HashMap<Path, Seen>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, WatchedFolder::isStatement)) {
            for (var file : files) {
                seen.put(file, Seen.of(file));
            }
        }
        var before = last;
        last = seen;
        seen.forEach((file, now) -> {
            if (now.equals(before.get(file))) {
                take(file, now, new Outbound(directory));
            }
        });
    }

    private static boolean isStatement(Path file) {
        var name = file.getFileName().toString();
        return !name.startsWith(".")
                && ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** What fails for a reason outside the file stays where it is, for the next look. */
    private void take(Path file, Seen stable, Outbound outbound) {
        var name = file.getFileName().toString();
        try {
            Reception reception;
            try (var bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                reception = intake.take(Origin.FOLDER, name, bytes, stable.size());
            }
            if (stable.equals(Seen.of(file))) { // else it was written to meanwhile, and is taken again when quiet
                outbound.moveAside(file, reception);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "Watched file left for the next look: file=%s", name);
        }
    }
}
