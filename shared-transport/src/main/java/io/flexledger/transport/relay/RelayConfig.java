package io.flexledger.transport.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How records leave the outbox. */
@ConfigMapping(prefix = "transport.relay")
public interface RelayConfig {

    /** Off for a test that looks at the outbox itself, or a process that must only read. */
    @WithDefault("true")
    boolean enabled();

    /** Most records in one round. */
    @WithDefault("2000")
    int batchRecords();

    /** Most bytes of values in one round; a larger record makes a round of its own. */
    @WithDefault("4194304")
    int batchBytes();

    /** Longest time a record of another process waits to be noticed. */
    @WithDefault("250ms")
    Duration poll();

    /** How often a relay that does not lead tries to. */
    @WithDefault("1s")
    Duration standby();

    /** How long a lane stays behind a record the broker refuses before it is tried again. */
    @WithDefault("30s")
    Duration refusedRetry();

    /** Kafka's {@code compression.type}. */
    @WithDefault("zstd")
    String compression();
}
