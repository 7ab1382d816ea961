package io.flexledger.ingestor.fetch;

import java.util.Optional;

/** One at a time for each name, among all processes. A lock ends with the process that holds it. */
public interface Locks {

    /** Held until closed. */
    interface Lock extends AutoCloseable {

        /** Throws when the lock was lost, as with its connection. */
        void verify();

        @Override
        void close();
    }

    /** Absent while somebody holds it. */
    Optional<Lock> tryLock(String name);
}
