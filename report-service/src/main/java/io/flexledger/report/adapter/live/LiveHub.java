package io.flexledger.report.adapter.live;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.report.ReportConfig;
import io.flexledger.report.RunningDay;
import io.flexledger.report.live.DayPace;
import io.flexledger.report.live.LastSaid;
import io.flexledger.report.live.LiveMessage;
import io.flexledger.report.live.Notice;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears what is stored and tells every client of this replica. One thread hears, one tells: who comes is told
 * everything and then what changes, with nothing lost or doubled in between, and what changes twice before it is told
 * is told once.
 */
@ApplicationScoped
public class LiveHub {

    private static final Logger LOG = Logger.getLogger(LiveHub.class);

    /** Messages a client may leave waiting. */
    private static final int ROOM = 1000;

    /** Between two tellings of one day. */
    private static final Duration DAY_PAUSE = Duration.ofMillis(500);

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration AGES_EVERY = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final RunningDay day;
    private final Duration heartbeat;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final List<LiveClient> clients = new ArrayList<>();
    private final DayPace<Notice.Day> pace = new DayPace<>(DAY_PAUSE);
    private final List<Thread> threads = new ArrayList<>();

    private final LastSaid said = new LastSaid();

    /** A graceful end waits for requests, and a stream is one that never ends: it is ended when the end begins. */
    private final Thread farewell = Thread.ofPlatform().unstarted(() -> heard.add(new Farewell()));

    private long ids = Instant.now().toEpochMilli() * 1000;
    private Instant lastHeartbeat = Instant.EPOCH;
    private Instant lastAges = Instant.EPOCH;

    LiveHub(RunningDay day, ReportConfig config) {
        this.day = day;
        this.heartbeat = config.live().heartbeat();
    }

    private sealed interface Heard {}

    private record Told(Notice notice) implements Heard {}

    private record Joined(LiveClient client) implements Heard {}

    /** Something may have been missed. */
    private record Anew() implements Heard {}

    /** The process ends. */
    private record Farewell() implements Heard {}

    void start(@Observes StartupEvent start) {
        threads.add(Thread.ofVirtual().name("live-listener").start(this::hear));
        threads.add(Thread.ofVirtual().name("live-hub").start(this::tell));
        Runtime.getRuntime().addShutdownHook(farewell);
    }

    void stop(@Observes ShutdownEvent stop) {
        threads.forEach(Thread::interrupt);
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException ending) {
            // It runs.
        }
    }

    /** A new reader, of one account or of all. */
    LiveClient join(@Nullable AccountId account) {
        var client = new LiveClient(account, ROOM);
        heard.add(new Joined(client));
        return client;
    }

    private void hear() {
        boolean well = true;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                day.listen(() -> heard.add(new Anew()), notice -> heard.add(new Told(notice)));
                well = true;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException outage) {
                if (well) {
                    LOG.warnf("Pages are not told of changes until the database is back: error=%s", outage);
                }
                well = false;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        while (!Thread.currentThread().isInterrupted()) {
            var batch = new LinkedHashSet<Heard>();
            try {
                Optional.ofNullable(heard.poll(TICK.toMillis(), TimeUnit.MILLISECONDS))
                        .ifPresent(batch::add);
                heard.drainTo(batch);
                clients.removeIf(LiveClient::isOver);
                round(batch);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error failure) { // even then: without this thread pages wait for ever
                LOG.warnf("Pages are told to ask again: error=%s", failure);
                endAll("what changed could not be read");
                endJoined(batch, "what there is could not be read");
            }
        }
        endAll("the service stops");
    }

    private void endAll(String reason) {
        clients.forEach(client -> client.end(++ids, reason));
    }

    /** Who came with a round that failed has been told nothing yet, or not all. */
    private void endJoined(Iterable<Heard> batch, String reason) {
        for (var one : batch) {
            if (one instanceof Joined(var client)) {
                client.end(++ids, reason);
            }
        }
    }

    private void round(Iterable<Heard> batch) {
        var now = Instant.now();
        var fills = new LinkedHashMap<AccountId, List<EventId>>();
        for (var one : batch) {
            switch (one) {
                case Joined(var client) -> welcome(client);
                case Anew() -> clients.forEach(this::everything);
                case Farewell() -> endAll("the service stops");
                case Told(Notice.Fill(var account, var event)) ->
                    fills.computeIfAbsent(account, _ -> new ArrayList<>()).add(event);
                case Told(var notice) -> told(notice);
            }
        }
        if (!clients.isEmpty()) {
            fills.forEach((account, events) -> day.told(account, events).forEach(this::send));
        }
        for (var notice : pace.due(now)) {
            day.told(notice).forEach(this::send);
        }
        if (!now.isBefore(lastHeartbeat.plus(heartbeat))) {
            lastHeartbeat = now;
            var beat = Push.heartbeat(++ids);
            clients.forEach(client -> client.send(beat));
        }
        if (!now.isBefore(lastAges.plus(AGES_EVERY))) {
            lastAges = now;
            growOld();
        }
    }

    private void welcome(LiveClient client) {
        try {
            everything(client);
            clients.add(client);
        } catch (RuntimeException failure) {
            LOG.warnf("A page is told to ask again: error=%s", failure);
            client.end(++ids, "what there is could not be read");
        }
    }

    private void everything(LiveClient client) {
        var all = new ArrayList<Push>();
        for (var message : day.everything(client.account())) {
            said.add(message);
            all.add(Push.of(++ids, message));
        }
        client.greet(all);
    }

    private void told(Notice notice) {
        if (clients.isEmpty()) {
            return;
        }
        if (notice instanceof Notice.Day changed) {
            pace.add(changed);
        } else {
            day.told(notice).forEach(this::send);
        }
    }

    private void send(LiveMessage message) {
        said.add(message);
        var push = Push.of(++ids, message);
        var account = message.account();
        clients.stream()
                .filter(client -> account == null || client.account() == null || account.equals(client.account()))
                .forEach(client -> client.send(push));
    }

    /** Silence and old age come by themselves, with nothing stored. */
    private void growOld() {
        if (clients.isEmpty()) {
            return;
        }
        day.statuses().stream().filter(said::isNews).forEach(this::send);
        for (var account : said.accounts()) {
            day.value(account).filter(said::isNews).ifPresent(this::send);
        }
    }
}
