package io.flexledger.ingestor;

import io.flexledger.contracts.id.AccountId;
import org.jspecify.annotations.Nullable;

/** The account has a run that has not ended, or this process has as many as it carries out at once. */
public final class RunActiveException extends Exception {

    private static final long serialVersionUID = 1L;

    RunActiveException(int atOnce) {
        super("run already active: %d of other accounts, as many as one process carries out at once".formatted(atOnce));
    }

    RunActiveException(AccountId account, @Nullable Long run) {
        super("run already active: " + (run == null ? "one" : "run " + run) + " of account " + account);
    }
}
