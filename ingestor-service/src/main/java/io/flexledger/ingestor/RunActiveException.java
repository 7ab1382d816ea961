package io.flexledger.ingestor;

import io.flexledger.contracts.id.AccountId;
import org.jspecify.annotations.Nullable;

/** The account has a run that has not ended. */
public final class RunActiveException extends Exception {

    private static final long serialVersionUID = 1L;

    RunActiveException(AccountId account, @Nullable Long run) {
        super("run already active: " + (run == null ? "one" : "run " + run) + " of account " + account);
    }
}
