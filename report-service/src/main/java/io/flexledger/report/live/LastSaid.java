package io.flexledger.report.live;

import io.flexledger.contracts.id.AccountId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What pages were told last that time alone can change: whether a gateway's service is silent, and whether an account's
 * value is old. Not for several threads.
 */
public final class LastSaid {

    private final Map<String, Boolean> silent = new HashMap<>();
    private final Map<AccountId, Boolean> stale = new HashMap<>();

    public void add(LiveMessage message) {
        switch (message) {
            case LiveMessage.Status status -> silent.put(status.status().gateway(), status.silent());
            case LiveMessage.Nav nav -> stale.put(nav.account(), nav.stale());
            case LiveMessage.Fill _, LiveMessage.Position _, LiveMessage.Day _ -> {}
            case LiveMessage.Alerted _, LiveMessage.End _ -> {}
        }
    }

    public boolean isNews(LiveMessage.Status status) {
        var before = silent.get(status.status().gateway());
        return before == null || before != status.silent();
    }

    public boolean isNews(LiveMessage.Nav nav) {
        var before = stale.get(nav.account());
        return before == null || before != nav.stale();
    }

    /** Accounts a value was told of. */
    public List<AccountId> accounts() {
        return List.copyOf(stale.keySet());
    }
}
