package io.flexledger.ingestor.adapter.doctor;

import io.flexledger.ingestor.IngestorConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The directories this service writes to. */
final class Directories {

    private Directories() {}

    static Path spool(IngestorConfig config) {
        return config.spoolDirectory().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Those that are used, by what they are for. */
    static Map<String, Path> all(IngestorConfig config) {
        var all = new LinkedHashMap<String, Path>();
        all.put("spool", spool(config));
        config.watch().directory().ifPresent(directory -> all.put("watched folder", directory));
        config.reports().directory().ifPresent(directory -> all.put("reports", directory));
        return all;
    }

    /** The directory, or the nearest one above it that is there; the service makes the rest when it needs them. */
    static Path existing(Path directory) {
        var path = directory.toAbsolutePath();
        for (var above = path.getParent(); !Files.exists(path) && above != null; above = path.getParent()) {
            path = above;
        }
        return path;
    }
}
