package io.flexledger.ingestor.adapter.pipeline;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where the services behind are; a fetch does not wait for one that is not named. */
@ConfigMapping(prefix = "ingestor.pipeline")
interface PipelineConfig {

    Optional<URI> mapperUrl();

    Optional<URI> ledgerUrl();

    Optional<URI> reportUrl();
}
