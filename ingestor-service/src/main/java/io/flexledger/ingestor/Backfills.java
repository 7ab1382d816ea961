package io.flexledger.ingestor;

import io.flexledger.ingestor.fetch.Backfill;
import io.flexledger.ingestor.fetch.BackfillLog;
import io.flexledger.ingestor.fetch.Ending;
import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.FetchOrder.Trigger;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.Locks;
import io.flexledger.ingestor.fetch.Locks.Lock;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.period.BackfillPlan;
import io.flexledger.ingestor.period.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches ranges of days in pieces. What is left to do is worked out anew before each piece, from the days that are
 * there: a backfill that was interrupted goes on where it was.
 */
@ApplicationScoped
public class Backfills {

    private static final Logger LOG = Logger.getLogger(Backfills.class);
    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final int FAILURES = 3;

    /** How long a piece waits for its account or its query before the backfill leaves its place to others, */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** and for how long it does. */
    private static final Duration REST = Duration.ofMinutes(10);

    // Each holds a connection for its lock.
    private static final int AT_ONCE = 2;

    private final BackfillLog log;
    private final Days days;
    private final Fetcher fetcher;
    private final FlexSettings settings;
    private final Locks locks;
    private final Pace pace;
    private final Semaphore places = new Semaphore(AT_ONCE);

    // Until when; what a restart forgets is found out again.
    private final Map<Long, Instant> resting = new ConcurrentHashMap<>();

    Backfills(BackfillLog log, Days days, Fetcher fetcher, FlexSettings settings, Locks locks, Pace pace) {
        this.log = log;
        this.days = days;
        this.fetcher = fetcher;
        this.settings = settings;
        this.locks = locks;
        this.pace = pace;
    }

    /** What would be done. */
    public BackfillPlan plan(FlexQuery query, LocalDate from, LocalDate to) {
        return days.plan(query, from, to, _ -> false);
    }

    /** What is left to do. */
    public BackfillPlan plan(FlexQuery query, Backfill backfill) {
        return days.plan(query, backfill.from(), backfill.to(), backfill::hasAsked);
    }

    public Optional<Backfill> find(long id) {
        return log.find(id);
    }

    /** Returns its id at once; the rest happens on a thread of its own. */
    public long start(FlexQuery query, LocalDate from, LocalDate to) {
        plan(query, from, to); // refuses what cannot be planned
        long id = log.start(query, from, to, pace.now());
        resume();
        return id;
    }

    /** Goes on with what nobody works on, oldest first; the rest waits until there is a place. */
    public void resume() {
        var now = pace.now();
        resting.values().removeIf(until -> !until.isAfter(now));
        for (var open : log.open()) {
            if (resting.containsKey(open.id())) {
                continue;
            }
            if (!places.tryAcquire()) {
                return;
            }
            var lock = tryLock(open.id());
            if (lock.isPresent()) {
                Thread.ofVirtual().name("backfill-" + open.id()).start(() -> carryOut(open.id(), lock.get()));
            } else {
                places.release();
            }
        }
    }

    private Optional<Lock> tryLock(long id) {
        try {
            return locks.tryLock("backfill " + id);
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private void carryOut(long id, Lock lock) {
        try (lock) {
            attempt(id);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Backfill interrupted, goes on at the next turn: backfill=%d", id);
        } finally {
            places.release();
        }
    }

    private void attempt(long id) {
        try {
            var found = log.find(id).filter(backfill -> backfill.status().equals("started"));
            if (found.isPresent()) {
                carryOut(found.get());
            }
        } catch (RunActiveException | FlexPausedException e) {
            resting.put(id, pace.now().plus(REST));
            LOG.infof("Backfill waits, goes on at a later turn: backfill=%d reason=%s", id, e.getMessage());
        }
    }

    private void carryOut(Backfill backfill) throws RunActiveException, FlexPausedException {
        var query = settings.find(backfill.queryId());
        if (query.isEmpty()) {
            log.end(backfill.id(), "The query is not configured any more.", pace.now());
            return;
        }
        int failures = 0;
        while (true) {
            var now = log.find(backfill.id()).orElseThrow();
            var next = plan(query.get(), now).chunks().stream().findFirst();
            if (next.isEmpty()) {
                log.end(backfill.id(), undelivered(query.get(), now), pace.now());
                return;
            }
            var ending = fetch(query.get(), next.get(), backfill.id());
            failures = ending.success() ? 0 : failures + 1;
            if (failures == FAILURES || (failures > 0 && !ending.mayPass())) {
                var error = ending.error();
                log.end(backfill.id(), error == null ? "It failed." : error.message(), pace.now());
                return;
            }
        }
    }

    private Ending fetch(FlexQuery query, Period period, long backfill) throws RunActiveException, FlexPausedException {
        var order = new FetchOrder(query, period.from(), period.to(), Trigger.MANUAL, backfill);
        var until = pace.now().plus(PATIENCE);
        while (true) {
            try {
                return fetcher.fetch(order);
            } catch (RunActiveException e) {
                if (pace.now().isAfter(until)) {
                    throw e;
                }
                pace.pause(BUSY);
            } catch (FlexPausedException e) {
                if (e.pause().notBefore().isAfter(until)) {
                    throw e;
                }
                pace.pause(Duration.between(pace.now(), e.pause().notBefore()).plus(BUSY));
            }
        }
    }

    /** Days the broker was asked for and did not give. */
    private @Nullable String undelivered(FlexQuery query, Backfill backfill) {
        var missing = plan(query, backfill.from(), backfill.to()).missing();
        return missing.isEmpty()
                ? null
                : "The broker's reports did not complete %d days: %s."
                        .formatted(
                                missing.size(),
                                missing.stream()
                                        .limit(10)
                                        .map(LocalDate::toString)
                                        .collect(Collectors.joining(", ")));
    }
}
