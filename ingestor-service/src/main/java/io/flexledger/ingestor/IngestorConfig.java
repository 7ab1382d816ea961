package io.flexledger.ingestor;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How files come in. */
@ConfigMapping(prefix = "ingestor")
public interface IngestorConfig {

    /** Largest file, as received and unpacked. */
    @WithDefault("256M")
    MemorySize maxFileSize();

    /** Where a file lies while it is taken in; the system's temporary directory where absent. Needs room for it. */
    Optional<Path> spoolDirectory();

    Watch watch();

    Repair repair();

    interface Watch {

        /** Files put here are taken in and moved aside; nothing is watched where absent. */
        Optional<Path> directory();

        /** Time between two looks; a file is taken when it did not change in between. */
        @WithDefault("10s")
        Duration every();
    }

    interface Repair {

        /** How often files are looked for that were kept but not searched for statements, beside at start. */
        @WithDefault("5m")
        Duration every();
    }
}
