package io.flexledger.ingestor.adapter.doctor;

import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.doctor.Check;
import io.flexledger.ingestor.doctor.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether files can be written where they must be: a file is made, and removed. */
@ApplicationScoped
class WritableCheck implements Check {

    private final IngestorConfig config;

    WritableCheck(IngestorConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "directories";
    }

    @Override
    public Finding find() {
        var all = Directories.all(config);
        var bad = all.entrySet().stream()
                .filter(entry -> !isWritable(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return bad.isEmpty()
                ? Finding.pass("writable: " + list(all))
                : Finding.fail(
                        "not writable: " + list(bad),
                        "Give the user this service runs as the right to write there, or set another directory.");
    }

    private static boolean isWritable(Path directory) {
        try {
            var existing = Directories.existing(directory);
            if (!Files.isDirectory(existing)) {
                return false;
            }
            Files.delete(Files.createTempFile(existing, ".flexledger-", ".check"));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static String list(Map<String, Path> directories) {
        return directories.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
