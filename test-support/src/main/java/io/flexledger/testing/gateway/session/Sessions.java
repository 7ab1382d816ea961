package io.flexledger.testing.gateway.session;

import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.wire.CommissionReport;
import io.flexledger.testing.gateway.wire.Execution;
import io.flexledger.testing.gateway.wire.Message;
import io.flexledger.testing.gateway.wire.Notice;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The clients that are connected, by their ids. */
public final class Sessions {

    static final int ID_IN_USE = 326;

    private final World world;
    private final Map<Integer, ClientSession> byClient = new ConcurrentSkipListMap<>();
    private final AtomicLong connections = new AtomicLong();
    private final Random seeds;
    private volatile long takenUntilNanos = System.nanoTime();

    public Sessions(World world) {
        this.world = world;
        seeds = new Random(world.settings().seed());
    }

    /** Talks with whoever has connected until one of both ends it. */
    public void visit(Socket socket) throws IOException, InterruptedException {
        connections.incrementAndGet();
        new ClientSession(socket, world, this, seeds.nextLong()).run();
    }

    /** For so long every client id is in use. */
    public void takeIds(Duration duration) {
        takenUntilNanos = System.nanoTime() + duration.toNanos();
    }

    /** Those whose connection is complete. */
    public List<Integer> clients() {
        return List.copyOf(byClient.keySet());
    }

    /** How many connections were made so far, also those that came to nothing. */
    public long connections() {
        return connections.get();
    }

    public void tell(Notice notice) {
        byClient.values().forEach(session -> session.tell(notice));
    }

    public void send(Message message) {
        byClient.values().forEach(session -> session.send(List.of(message)));
    }

    public void push(Execution execution) {
        byClient.values().forEach(session -> session.push(execution));
    }

    public void push(Execution execution, CommissionReport report) {
        byClient.values().forEach(session -> session.push(execution, report));
    }

    /** @param conId of the position that changed; 0 when it is other figures */
    public void push(SimulatedAccount account, int conId) {
        byClient.values().forEach(session -> session.push(account, conId));
    }

    public void forgetSubscriptions() {
        byClient.values().forEach(ClientSession::forgetSubscriptions);
    }

    /** Ends every connection after it was told this. */
    public void expel(Notice notice) {
        byClient.values().forEach(session -> session.expel(notice));
    }

    /** Whether the client may stay under this id. */
    boolean admits(int clientId, ClientSession session) {
        if (System.nanoTime() - takenUntilNanos < 0) {
            return false;
        }
        Optional<ClientSession> older = Optional.ofNullable(byClient.putIfAbsent(clientId, session));
        if (older.isEmpty()) {
            return true;
        }
        if (!world.settings().evictsOlder()) {
            return false;
        }
        older.get().expel(inUse());
        byClient.put(clientId, session);
        return true;
    }

    Notice inUse() {
        return Notice.system(
                ID_IN_USE,
                "Unable to connect as the client id is already in use. Retry with a unique client id.",
                world.settings().times().now());
    }

    void leaves(int clientId, ClientSession session) {
        byClient.remove(clientId, session);
    }
}
