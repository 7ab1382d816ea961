package io.flexledger.ingestor;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the ingestor; the key is the path below {@code ingestor}. */
@ConfigMapping(prefix = "ingestor")
public interface IngestorConfig {

    Artifact artifact();

    interface Artifact {
        /** The largest statement taken, as sent, before compression. */
        @WithDefault("256M")
        MemorySize maxSize();
    }
}
