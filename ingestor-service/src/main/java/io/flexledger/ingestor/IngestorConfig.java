package io.flexledger.ingestor;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

    Flex flex();

    Reports reports();

    Schedule schedule();

    SimulatedTime simulated();

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

    /** The broker's web service, as written; {@code FlexSettingsReader} says what is wrong with it. */
    interface Flex {

        Optional<String> account();

        Optional<String> token();

        Optional<String> queryId();

        Optional<String> baseUrl();

        /** Separated by commas, beside the broker's own. */
        Optional<String> allowedHosts();

        Optional<String> initialWaitSeconds();

        Optional<String> retryAttempts();

        Optional<String> backoffBaseSeconds();

        Optional<String> backoffMaxSeconds();

        Optional<String> jitterMinMultiplier();

        Optional<String> jitterMaxMultiplier();

        Optional<String> deadlineSeconds();

        /** How long a download may take in all. */
        @WithDefault("10m")
        Duration callLimit();

        /** How long mapper, ledger and report may stand still before a run stops waiting for them. */
        @WithDefault("2m")
        Duration pipelinePatience();
    }

    /** Working copies of what was fetched. */
    interface Reports {

        /** None are kept where absent. */
        Optional<Path> directory();

        /** Newest copies kept of each query; 1 replaces the last with each download. */
        @WithDefault("3")
        int keep();
    }

    interface Schedule {

        /** How often due jobs are looked for. */
        @WithDefault("10s")
        Duration every();

        /** Whether jobs run by themselves; where another process triggers them, they need not. */
        @WithDefault("true")
        boolean enabled();
    }

    /** For rehearsals against a simulated broker on this machine; refused with any other. */
    interface SimulatedTime {

        /** What time it is at the start, RFC 3339; the real time where absent. */
        Optional<Instant> start();

        /** Seconds that pass in a real one. */
        @WithDefault("1")
        double speed();
    }
}
