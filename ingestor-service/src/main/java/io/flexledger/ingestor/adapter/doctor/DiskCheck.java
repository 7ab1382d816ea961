package io.flexledger.ingestor.adapter.doctor;

import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.doctor.Check;
import io.flexledger.ingestor.doctor.Finding;
import io.flexledger.ingestor.doctor.FreeSpace;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Room for files on their way in. */
@ApplicationScoped
class DiskCheck implements Check {

    private final IngestorConfig config;

    DiskCheck(IngestorConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Finding find() {
        var directory = Directories.spool(config);
        try {
            var existing = Directories.existing(directory);
            return FreeSpace.judge(
                    directory.toString(), Files.getFileStore(existing).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
