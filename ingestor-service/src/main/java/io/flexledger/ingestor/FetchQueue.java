package io.flexledger.ingestor;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.period.InvalidPeriodException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs several queries: accounts side by side, the queries of one account one after the other. What waits here is
 * forgotten when the process ends; the schedule is what does not forget.
 */
@ApplicationScoped
public class FetchQueue {

    private static final Logger LOG = Logger.getLogger(FetchQueue.class);
    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final int TRIES = 360;

    private final Fetcher fetcher;
    private final Orders orders;
    private final Pace pace;
    private final Set<AccountId> waiting = ConcurrentHashMap.newKeySet();

    FetchQueue(Fetcher fetcher, Orders orders, Pace pace) {
        this.fetcher = fetcher;
        this.orders = orders;
        this.pace = pace;
    }

    /**
     * What became of a query.
     *
     * @param run     absent while it waits, and where it was refused
     * @param refusal why it does not run
     */
    public record Place(
            FlexQuery query, @Nullable Long run, @Nullable Refusal refusal) {

        /** Whether it runs when those before it have ended. */
        public boolean isQueued() {
            return run == null && refusal == null;
        }
    }

    /** With the code a single run would be refused with. */
    public record Refusal(String code, String detail) {}

    /** Returns at once, with a place for each query in the order given. */
    public List<Place> start(List<FlexQuery> queries) {
        var byAccount = new LinkedHashMap<AccountId, List<FlexQuery>>();
        queries.forEach(query -> byAccount
                .computeIfAbsent(query.account(), _ -> new ArrayList<>())
                .add(query));
        var places = new LinkedHashMap<FlexQuery, Place>();
        queries.forEach(query -> places.put(query, new Place(query, null, null)));
        byAccount.forEach((account, own) -> start(account, own, places));
        return List.copyOf(places.values());
    }

    /** The first that can run does; the others follow on it, unless others wait for the account already. */
    private void start(AccountId account, List<FlexQuery> queries, Map<FlexQuery, Place> places) {
        var rest = new ArrayDeque<>(queries);
        if (!waiting.add(account)) {
            var refusal = new Refusal(
                    "RUN_ALREADY_ACTIVE", "run already active: queries of account %s wait already".formatted(account));
            queries.forEach(query -> places.put(query, new Place(query, null, refusal)));
            return;
        }
        boolean runs = false;
        try {
            while (!runs && !rest.isEmpty()) {
                var query = rest.removeFirst();
                var place = start(query, rest);
                places.put(query, place);
                runs = place.run() != null;
            }
        } finally {
            if (!runs) {
                waiting.remove(account);
            }
        }
    }

    private Place start(FlexQuery query, Deque<FlexQuery> rest) {
        try {
            return new Place(query, fetcher.start(orders.usual(query), _ -> runAll(query.account(), rest)), null);
        } catch (RunActiveException e) {
            return new Place(query, null, refusal("RUN_ALREADY_ACTIVE", e));
        } catch (FlexPausedException e) {
            return new Place(query, null, refusal("FLEX_PAUSED", e));
        } catch (InvalidPeriodException e) {
            return new Place(query, null, refusal("INVALID_PERIOD", e));
        }
    }

    private static Refusal refusal(String code, Exception e) {
        return new Refusal(code, String.valueOf(e.getMessage()));
    }

    private void runAll(AccountId account, Deque<FlexQuery> rest) {
        try {
            rest.forEach(this::run);
        } finally {
            waiting.remove(account);
        }
    }

    private void run(FlexQuery query) {
        try {
            for (int tries = 1; tries <= TRIES; tries++) {
                try {
                    fetcher.fetch(orders.usual(query));
                    return;
                } catch (RunActiveException _) {
                    pace.pause(BUSY); // a scheduled run was faster
                }
            }
            LOG.warnf("Queued query given up, its account was never free: query=%s", query.name());
        } catch (FlexPausedException | InvalidPeriodException e) {
            LOG.warnf("Queued query not run: query=%s reason=%s", query.name(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Queued query broke: query=%s", query.name());
        }
    }
}
