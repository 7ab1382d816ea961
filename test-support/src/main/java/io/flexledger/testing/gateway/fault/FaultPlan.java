package io.flexledger.testing.gateway.fault;

import io.flexledger.testing.gateway.fault.Fault.Later;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that wait for their occasion, in the order they were asked for. */
public final class FaultPlan {

    private final List<Later> waiting = new ArrayList<>();

    public synchronized void add(Later fault) {
        waiting.add(fault);
    }

    /** The first of this kind, if one waits; it waits no longer. */
    public <T extends Fault> Optional<T> take(Class<T> kind) {
        return take(kind, _ -> true);
    }

    public synchronized <T extends Fault> Optional<T> take(Class<T> kind, Predicate<T> occasion) {
        Iterator<Later> faults = waiting.iterator();
        while (faults.hasNext()) {
            Later fault = faults.next();
            if (kind.isInstance(fault) && occasion.test(kind.cast(fault))) {
                faults.remove();
                return Optional.of(kind.cast(fault));
            }
        }
        return Optional.empty();
    }

    public synchronized List<Later> waiting() {
        return List.copyOf(waiting);
    }

    public synchronized void clear() {
        waiting.clear();
    }
}
