package io.flexledger.testing.gateway;

import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.account.Ticket;
import io.flexledger.testing.gateway.fault.Fault;
import io.flexledger.testing.gateway.fault.FaultDice;
import io.flexledger.testing.gateway.script.Delays;
import io.flexledger.testing.gateway.script.GatewayScript;
import io.flexledger.testing.gateway.script.Trouble;
import io.flexledger.testing.gateway.script.Uplink;
import io.flexledger.testing.gateway.session.Sessions;
import io.flexledger.testing.gateway.session.TrafficLog;
import io.flexledger.testing.gateway.session.World;
import io.flexledger.testing.gateway.wire.AccountEncoder.Holding;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.Execution;
import io.flexledger.testing.net.Listener;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The broker's gateway on loopback, with accounts of its own, a script that moves them, and faults on demand. */
public final class GatewaySimulator implements AutoCloseable {

    private final World world;
    private final Sessions sessions;
    private final Delays delays = new Delays();
    private final Listener listener;
    private final GatewayScript script;
    private final Trouble trouble;
    private volatile FaultDice dice = new FaultDice(0, 0, FaultDice.passing());

    private GatewaySimulator(GatewaySettings settings) {
        world = World.of(settings.session(), settings.accounts());
        sessions = new Sessions(world);
        listener = new Listener(settings.port(), sessions::visit);
        Uplink uplink = new Uplink();
        trouble = new Trouble(world, sessions, uplink, delays, listener);
        script = new GatewayScript(world, sessions, uplink, delays, this::throwDice);
    }

    public static GatewaySimulator start(GatewaySettings settings) {
        return new GatewaySimulator(settings);
    }

    public int port() {
        return listener.port();
    }

    /** Makes things happen. */
    public GatewayScript script() {
        return script;
    }

    /** Happens at once, or when its occasion comes. */
    public void fault(Fault fault) {
        trouble.cause(fault);
    }

    /** Ahead of every fill one of those that pass may happen. */
    public void randomFaults(long seed, int percent) {
        randomFaults(seed, percent, FaultDice.passing());
    }

    public void randomFaults(long seed, int percent, List<Fault> kinds) {
        dice = new FaultDice(seed, percent, kinds);
    }

    /** From now on nothing goes wrong by chance, and what still waits for its occasion never happens. */
    public void clearFaults() {
        dice = new FaultDice(0, 0, FaultDice.passing());
        world.faults().clear();
    }

    /** Those whose occasion has not come yet. */
    public List<Fault.Later> waitingFaults() {
        return world.faults().waiting();
    }

    /** What was sent and asked. */
    public TrafficLog traffic() {
        return world.traffic();
    }

    /** The truth: the newest revision of everything the gateway knows of. */
    public List<Ticket> tickets() {
        return world.log().tickets();
    }

    /** What an operator calls by a name: a number, a symbol, or a local symbol. */
    Optional<Contract> contract(String name) {
        return Stream.concat(
                        world.accounts().all().stream()
                                .flatMap(account -> account.holdings().stream())
                                .map(Holding::contract),
                        tickets().stream().map(ticket -> ticket.execution().contract()))
                .filter(contract -> contract.goesBy(name))
                .findFirst();
    }

    /** The log-in ends and begins again: every connection drops, and nobody connects before the change is made. */
    void restart(Runnable change) {
        listener.suspend();
        change.run();
        listener.resume();
    }

    /** Other accounts than before; the executions of the past days stay in the log. */
    void opens(List<SimulatedAccount> accounts) {
        world.accounts().replace(accounts);
    }

    /** As it was at the start: no fault, no execution, and nothing was ever sent. */
    void forgets() {
        clearFaults();
        world.log().clear();
        world.traffic().clear();
        world.accounts().all().forEach(SimulatedAccount::reopen);
    }

    boolean knows(String execId) {
        return world.log().knows(Execution.family(execId));
    }

    List<SimulatedAccount> accounts() {
        return world.accounts().all();
    }

    public SimulatedAccount account(String id) {
        return world.account(id).orElseThrow(() -> new IllegalArgumentException("no such account: " + id));
    }

    /** The ids of those whose connection is complete. */
    public List<Integer> clients() {
        return sessions.clients();
    }

    /** How many connections were made so far, also those that came to nothing. */
    public long connections() {
        return sessions.connections();
    }

    @Override
    public void close() {
        delays.close();
        listener.close();
    }

    private void throwDice() {
        dice.roll().ifPresent(this::fault);
    }
}
