package io.flexledger.transport.relay;

import io.flexledger.transport.OutboxTable.Lane;
import io.flexledger.transport.OutboxTable.Queued;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of the records of one round, noted in queue order. A record counts as delivered only if every earlier one
 * of its lane does: otherwise it stays, and is sent again behind the one before it.
 */
final class Receipts {

    private final List<Long> delivered = new ArrayList<>();
    private final Map<Queued, Throwable> refused = new LinkedHashMap<>();
    private final Set<Lane> interrupted = new HashSet<>();
    private @Nullable RuntimeException failure;

    void acknowledged(Queued queued) {
        if (!interrupted.contains(queued.lane())) {
            delivered.add(queued.id());
        }
    }

    /** The broker will not have this record, however often it is sent. */
    void refused(Queued queued, Throwable reason) {
        if (interrupted.add(queued.lane())) {
            refused.put(queued, reason);
        }
    }

    void failed(Queued queued, Throwable reason) {
        interrupted.add(queued.lane());
        if (failure == null) {
            failure = reason instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(reason);
        }
    }

    /** Ids to delete. */
    List<Long> delivered() {
        return delivered;
    }

    /** The first refused record of each lane, and why. */
    Map<Queued, Throwable> refused() {
        return refused;
    }

    /** Why the rest of the round has to be sent again. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }
}
