package io.flexledger.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/** Settings of the ledger; the key is the path below {@code ledger}. */
@ConfigMapping(prefix = "ledger")
public interface LedgerConfig {

    Replay replay();

    interface Replay {
        /** Events folded per transaction while rebuilding. */
        @WithDefault("500")
        @Positive
        int batchSize();
    }
}
