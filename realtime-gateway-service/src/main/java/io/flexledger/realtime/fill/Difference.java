package io.flexledger.realtime.fill;

import io.flexledger.contracts.id.ExecutionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What has to be told after one message, from how the fills of some executions stood before it and stand now. */
final class Difference {

    private Difference() {}

    static List<FillChange> between(Map<FillKey, Fill> before, Map<FillKey, Fill> after) {
        List<FillChange> changes = new ArrayList<>();
        Set<FillKey> gone = new LinkedHashSet<>(before.keySet());
        gone.removeAll(after.keySet());
        for (Fill fill : after.values()) {
            List<ExecutionId> superseded = fill.supersedes().stream()
                    .filter(id -> before.containsKey(FillKey.of(fill.execution().account(), id)))
                    .toList();
            Fill earlier = before.get(fill.key());
            superseded.forEach(id -> gone.remove(FillKey.of(fill.execution().account(), id)));
            if (!superseded.isEmpty()) {
                changes.add(new FillChange.Corrected(fill, superseded));
            } else if (earlier == null) {
                changes.add(new FillChange.New(fill));
            } else {
                between(earlier, fill).ifPresent(changes::add);
            }
        }
        gone.forEach(key -> changes.addFirst(new FillChange.TakenBack(key)));
        return changes;
    }

    private static Optional<FillChange> between(Fill earlier, Fill fill) {
        if (!earlier.reviews().equals(fill.reviews())) {
            return Optional.of(new FillChange.Flagged(fill));
        }
        if (!Objects.equals(earlier.commission(), fill.commission())) {
            return Optional.of(new FillChange.CommissionArrived(fill));
        }
        if (!Objects.equals(earlier.time().instant(), fill.time().instant())) {
            return Optional.of(new FillChange.TimeLearned(fill));
        }
        return Optional.empty();
    }
}
