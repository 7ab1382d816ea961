package io.flexledger.benchmarks.live;

import io.flexledger.benchmarks.InstalledLedger;
import io.flexledger.stack.StackPort;
import io.flexledger.testing.SharedData;
import io.flexledger.testing.gateway.GatewaySettings;
import io.flexledger.testing.gateway.GatewaySimulator;
import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.script.DayClock;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.session.TrafficLog.Sent;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.Execution;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** The stack, some statements in it, and the gateway it listens to on the day after them. */
final class LiveStack implements AutoCloseable {

    static final String ACCOUNT = "U7654321";
    static final LocalDate DAY = LocalDate.of(2025, 7, 17);

    private static final Instant MORNING = Instant.parse("2025-07-17T14:00:00Z");
    private static final int CLIENT = 71;
    private static final int CONTRACTS = 20;

    private final GatewaySimulator gateway;
    private final InstalledLedger ledger;
    private int traded;

    private LiveStack(GatewaySimulator gateway, InstalledLedger ledger) {
        this.gateway = gateway;
        this.ledger = ledger;
    }

    static LiveStack start() throws Exception {
        var clock = DayClock.now();
        clock.set(MORNING);
        var account = SimulatedAccount.of(ACCOUNT, "HKD").withRate("USD", "7.8").withCash("USD", "1000000");
        var gateway = GatewaySimulator.start(
                GatewaySettings.of(account).withMasterClient(CLIENT).withClock(clock));
        var ledger = InstalledLedger.temporary(Map.of(
                "REALTIME_GATEWAY_ENABLED", "true",
                "REALTIME_GATEWAY_PORT", Integer.toString(gateway.port()),
                "REALTIME_GATEWAY_FORCE_PORT", "true"));
        ledger.up();
        var samples = SharedData.projectRoot().resolve("samples");
        ledger.run(
                "ingest",
                "file",
                samples.resolve("quiet-week-2025-07-14_16.xml").toString());
        await(Duration.ofSeconds(60), () -> gateway.clients().contains(CLIENT));
        return new LiveStack(gateway, ledger);
    }

    InstalledLedger ledger() {
        return ledger;
    }

    URI url(StackPort service, String path) {
        return URI.create("http://127.0.0.1:" + ledger.ports().of(service) + path);
    }

    /**
     * Shares are bought and sold again, contract by contract, at an even pace; each execution costs, which is told at once.
     *
     * @return the executions without their revisions, as they happened
     */
    List<String> trade(int count, int perSecond) {
        var executions = new ArrayList<String>();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + Duration.ofSeconds(1).toNanos() * i / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            executions.add(gateway.script().fill(next()).family());
        }
        return executions;
    }

    private Fill next() {
        int pair = traded / 2 % CONTRACTS;
        var contract = Contract.stock(700_000 + pair, "BENCH" + pair, "NASDAQ", "USD");
        var price = "%d.%02d".formatted(100 + pair, traded % 100);
        return traded++ % 2 == 0 ? Fill.buy(ACCOUNT, contract, "10", price) : Fill.sell(ACCOUNT, contract, "10", price);
    }

    /** When the gateway first wrote each execution without being asked. */
    Map<String, Instant> written() {
        var written = new HashMap<String, Instant>();
        for (Sent sent : gateway.traffic().executions()) {
            if (sent.pushed()) {
                written.putIfAbsent(Execution.family(sent.execId()), sent.written());
            }
        }
        return written;
    }

    /** Returns whether it came true in time. */
    static boolean comes(Duration patience, BooleanSupplier what) throws InterruptedException {
        for (long end = System.nanoTime() + patience.toNanos(); System.nanoTime() < end; Thread.sleep(200)) {
            if (what.getAsBoolean()) {
                return true;
            }
        }
        return what.getAsBoolean();
    }

    private static void await(Duration patience, BooleanSupplier what) {
        Awaitility.await().atMost(patience).until(what::getAsBoolean);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
