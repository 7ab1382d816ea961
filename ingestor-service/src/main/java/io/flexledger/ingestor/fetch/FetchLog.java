package io.flexledger.ingestor.fetch;

import io.flexledger.contracts.id.AccountId;
import java.util.List;
import java.util.Optional;

/** The record of all fetches. */
public interface FetchLog {

    /** Returns the run's id. */
    long start(FetchOrder order);

    /** Replaces the run's timeline. */
    void stages(long run, List<StageEntry> entries);

    /** The file the run has brought. */
    void kept(long run, String file);

    void end(long run, Ending ending);

    /** The open run of an account. */
    Optional<Long> active(AccountId account);

    /** Accounts with runs that have not ended, whether somebody works on them or not. */
    List<AccountId> withOpenRuns();

    /** Ends the open runs of an account as failed. To be called by whoever holds the account's lock, and has no run. */
    int closeInterrupted(AccountId account);
}
