package io.flexledger.ingestor;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.fetch.Backfill;
import io.flexledger.ingestor.fetch.BackfillLog;
import io.flexledger.ingestor.fetch.Broker;
import io.flexledger.ingestor.fetch.Ending;
import io.flexledger.ingestor.fetch.FetchLog;
import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.FlexSettings.ConfiguredQuery;
import io.flexledger.ingestor.fetch.Locks;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.Pauses;
import io.flexledger.ingestor.fetch.RetrySettings;
import io.flexledger.ingestor.fetch.StageEntry;
import io.flexledger.ingestor.fetch.Talk;
import io.flexledger.ingestor.fetch.Telling;
import io.flexledger.ingestor.fetch.Token;
import io.flexledger.ingestor.intake.Archive;
import io.flexledger.ingestor.intake.RunLog;
import io.flexledger.ingestor.intake.ScanLog;
import io.flexledger.ingestor.intake.Spool;
import io.flexledger.ingestor.period.Role;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What fetches stand on, in memory; time passes only in pauses, and a run fails as soon as it asks the broker. */
final class FetchPorts implements Pace, Locks, Pauses, FetchLog, BackfillLog {

    static final Instant START = Instant.parse("2025-07-22T09:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicReference<@Nullable Error> error = new AtomicReference<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final List<String> tried = new CopyOnWriteArrayList<>();
    private final List<String> released = new CopyOnWriteArrayList<>();
    private final Map<FlexQuery, Pause> rests = new ConcurrentHashMap<>();
    private final List<FetchOrder> begun = new CopyOnWriteArrayList<>();
    private final Map<Long, Backfill> backfills = new ConcurrentSkipListMap<>();

    static FlexQuery query(String id, String account) {
        return new FlexQuery(id, id, Role.FULL, AccountId.of(account), new Token("token-of-" + account));
    }

    static FlexSettings settings(FlexQuery... queries) {
        return new FlexSettings(
                Stream.of(queries)
                        .map(query -> new ConfiguredQuery(query, List.of(), false))
                        .toList(),
                RetrySettings.DEFAULT,
                FlexSettings.BROKER_URL,
                Set.of());
    }

    Days days() {
        return new Days(_ -> List.of(), this);
    }

    Fetcher fetcher() {
        var intake = new Intake(
                absent(Archive.class),
                absent(ScanLog.class),
                absent(RunLog.class),
                absent(Spool.class),
                absent(IngestorConfig.class));
        var stages = new FetchStages(
                absent(Broker.class),
                settings(),
                absent(Talk.Reader.class),
                intake,
                absent(Copies.class),
                absent(Telling.class),
                this,
                this,
                this,
                new SimpleMeterRegistry());
        return new Fetcher(this, this, this, stages, this);
    }

    private static <T> T absent(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, _) -> {
            throw new IllegalStateException("nobody is there to " + method.getName());
        }));
    }

    /** The next run ends like this. */
    void breakOnce(Error cause) {
        error.set(cause);
    }

    void rest(FlexQuery query, Duration length) {
        rests.put(query, new Pause(now().plus(length), "as the broker wants", false));
    }

    /** Orders of the runs so far. */
    List<FetchOrder> begun() {
        return begun;
    }

    Duration passed() {
        return Duration.between(START, now());
    }

    long tries(String lock) {
        return tried.stream().filter(lock::equals).count();
    }

    boolean wasReleased(String lock) {
        return released.contains(lock);
    }

    @Override
    public Instant now() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public void pause(Duration length) {
        now.updateAndGet(instant -> instant.plus(length));
    }

    @Override
    public void pauseReal(Duration length) {
        throw new UnsupportedOperationException("no real time passes here");
    }

    @Override
    public Duration real(Duration length) {
        return Duration.ZERO;
    }

    @Override
    public Optional<Lock> tryLock(String name) {
        tried.add(name);
        return held.add(name) ? Optional.of(new HeldLock(name)) : Optional.empty();
    }

    private final class HeldLock implements Lock {

        private final String name;

        HeldLock(String name) {
            this.name = name;
        }

        @Override
        public void verify() {
            // Never lost.
        }

        @Override
        public void close() {
            held.remove(name);
            released.add(name);
        }
    }

    @Override
    public Optional<Pause> find(FlexQuery query, Instant at) {
        return Optional.ofNullable(rests.get(query))
                .filter(pause -> pause.notBefore().isAfter(at));
    }

    @Override
    public void set(FlexQuery query, boolean ofToken, Pause pause) {
        rests.put(query, pause);
    }

    @Override
    public void clear(FlexQuery query) {
        rests.remove(query);
    }

    @Override
    public long start(FetchOrder order) {
        begun.add(order);
        return begun.size();
    }

    @Override
    public void stages(long run, List<StageEntry> entries) {
        var cause = error.getAndSet(null);
        if (cause != null) {
            throw cause;
        }
    }

    @Override
    public void kept(long run, String file) {
        throw new IllegalStateException("no run brings a file: " + file);
    }

    @Override
    public void end(long run, Ending ending) {
        // Told by the locks.
    }

    @Override
    public Optional<Long> active(AccountId account) {
        return Optional.empty();
    }

    @Override
    public List<AccountId> withOpenRuns() {
        return List.of();
    }

    @Override
    public int closeInterrupted(AccountId account) {
        return 0;
    }

    @Override
    public long start(FlexQuery query, LocalDate from, LocalDate to, Instant at) {
        long id = backfills.size() + 1L;
        backfills.put(id, new Backfill(id, query.id(), from, to, "started", null, List.of()));
        return id;
    }

    @Override
    public Optional<Backfill> find(long id) {
        return Optional.ofNullable(backfills.get(id));
    }

    @Override
    public List<Backfill> open() {
        return backfills.values().stream()
                .filter(backfill -> backfill.status().equals("started"))
                .toList();
    }

    @Override
    public void end(long id, @Nullable String failure, Instant at) {
        backfills.computeIfPresent(
                id,
                (_, open) -> new Backfill(
                        id,
                        open.queryId(),
                        open.from(),
                        open.to(),
                        failure == null ? "success" : "failed",
                        failure,
                        List.of()));
    }
}
