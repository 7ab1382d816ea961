package io.flexledger.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** Settings of the ledger; the key is the path below {@code ledger}. */
@ConfigMapping(prefix = "ledger")
public interface LedgerConfig {

    /** Base currency of an account until a statement names it. */
    @WithDefault("HKD")
    String defaultBaseCurrency();

    Fx fx();

    Fold fold();

    Live live();

    interface Fx {
        /** What one unit of a currency is worth in base where no statement says it, by currency; marked provisional. */
        Map<String, BigDecimal> rates();
    }

    interface Fold {
        /** Versions of facts read at a time: bounds memory, not results. */
        @WithDefault("20000")
        @Positive
        int windowSize();
    }

    interface Live {
        /** Shortest pause between two folds of provisional fills; after a long fold it is twice as long as that took. */
        @WithDefault("250ms")
        Duration pause();
    }
}
