package io.flexledger.ingestor.intake;

import io.flexledger.contracts.id.AccountId;
import java.io.IOException;
import java.util.List;

/** What was published before, to be published again. */
public interface KeptStatements {

    /** Of the scope's statements. */
    List<AccountId> accounts(Scope scope);

    /**
     * Publishes the next few statements of an account, all of them or none, in the order they arrived.
     *
     * @param last where the batch before ended
     * @return with no statements when there are no more
     */
    Batch publish(AccountId account, Scope scope, Place last) throws IOException;

    /** Of a statement in the chain of files. */
    record Place(long file, int statement) {

        public static final Place BEGIN = new Place(0, 0);
    }

    /** @param last the place of the last one */
    record Batch(int statements, Place last) {}
}
