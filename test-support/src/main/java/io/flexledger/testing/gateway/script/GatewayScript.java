package io.flexledger.testing.gateway.script;

import io.flexledger.testing.gateway.account.Charge;
import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.fault.Fault.OfFill;
import io.flexledger.testing.gateway.session.Sessions;
import io.flexledger.testing.gateway.session.World;
import io.flexledger.testing.gateway.wire.CommissionReport;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.Execution;
import io.flexledger.testing.gateway.wire.Notice;
import io.flexledger.testing.gateway.wire.OrderProgress;
import io.flexledger.testing.gateway.wire.PlacedOrder;
import io.flexledger.testing.gateway.wire.Trade;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes things happen at the gateway; whoever is connected and may see them is told. */
public final class GatewayScript {

    private static final int FIRST_CLIENT = 1;

    private final World world;
    private final Sessions sessions;
    private final Uplink uplink;
    private final Delays delays;
    private final Runnable beforeFill;
    private final Map<String, Made> made = new ConcurrentHashMap<>();
    private final AtomicInteger orders = new AtomicInteger();

    /** The newest revision of an execution, also one the gateway has not heard of yet. */
    private record Made(
            Execution execution,
            Charge charge,
            @Nullable BigDecimal realized,
            CommissionTiming timing,
            Optional<OfFill> fault) {}

    /** @param beforeFill happens ahead of every execution */
    public GatewayScript(World world, Sessions sessions, Uplink uplink, Delays delays, Runnable beforeFill) {
        this.world = world;
        this.sessions = sessions;
        this.uplink = uplink;
        this.delays = delays;
        this.beforeFill = beforeFill;
    }

    /** Executes, pushes the execution, and its commission when its time has come. */
    public Execution fill(Fill fill) {
        beforeFill.run();
        Optional<OfFill> fault = world.faults().take(OfFill.class);
        Execution execution = execution(fill, world.log().nextFamily() + ".01.01", fault);
        happens(new Made(execution, fill.charge(), fill.realized(), timing(fill, fault), fault));
        if (fault.filter(OfFill.CORRECTED::equals).isPresent()) {
            BigDecimal price =
                    fill.price().add(new BigDecimal(BigInteger.ONE, fill.price().scale()));
            BigDecimal shares = fill.shares().compareTo(BigDecimal.ONE) > 0
                    ? fill.shares().subtract(BigDecimal.ONE)
                    : fill.shares();
            return correct(execution.execId(), shares, price);
        }
        return execution;
    }

    /** Puts an execution right: the next revision takes its place, with a commission of its own. */
    public Execution correct(String execId, BigDecimal shares, BigDecimal price) {
        return correct(execId, shares, price, null);
    }

    /** @param charge of the correction alone; null: what the execution cost before */
    public Execution correct(String execId, BigDecimal shares, BigDecimal price, @Nullable Charge charge) {
        Made before = Optional.ofNullable(made.get(Execution.family(execId)))
                .orElseThrow(() -> new IllegalArgumentException("no such execution: " + execId));
        Execution corrected = before.execution().corrected(shares, price);
        Charge cost = charge == null ? before.charge() : charge;
        happens(new Made(corrected, cost, null, before.timing(), Optional.empty()));
        return corrected;
    }

    public Execution correct(String execId, String shares, String price) {
        return correct(execId, new BigDecimal(shares), new BigDecimal(price));
    }

    /** A combination: one row that sums up, which no account books, and a row for every leg. */
    public List<Execution> combo(Fill summary, List<Fill> legs) {
        String family = world.log().nextFamily();
        List<Execution> executions = new ArrayList<>();
        List<Fill> rows = new ArrayList<>(List.of(summary));
        rows.addAll(legs);
        PlacedOrder order = order(summary);
        for (Fill row : rows) {
            String execId = "%s.%02d.01".formatted(family, executions.size() + 1);
            executions.add(row(row.of(order), execId));
        }
        return executions;
    }

    /**
     * The same with every leg executed in parts. The ids of the parts have a fifth segment that tells them apart and counts
     * no revision.
     *
     * @param parts of each leg, as even as whole shares allow
     */
    public List<Execution> comboInParts(Fill summary, List<Fill> legs, int parts) {
        String family = world.log().nextFamily();
        PlacedOrder order = order(summary);
        List<Execution> executions = new ArrayList<>();
        executions.add(row(summary.of(order), family + ".01.01"));
        for (int leg = 0; leg < legs.size(); leg++) {
            BigDecimal[] shares = legs.get(leg).shares().divideAndRemainder(BigDecimal.valueOf(parts));
            for (int part = 1; part <= parts; part++) {
                Fill row = legs.get(leg).of(order).sized(part == 1 ? shares[0].add(shares[1]) : shares[0]);
                executions.add(row(row, "%s.%02d.01.%02d".formatted(family, leg + 2, part)));
            }
        }
        return executions;
    }

    private Execution row(Fill row, String execId) {
        Execution execution = execution(row, execId, Optional.empty());
        happens(new Made(execution, row.charge(), row.realized(), row.timing(), Optional.empty()));
        return execution;
    }

    /** An expiry, an assignment: the position moves, and nobody is told of an execution. */
    public void settle(Fill booking) {
        SimulatedAccount account = account(booking.account());
        Trade trade = booking.trade(Objects.requireNonNullElse(booking.time(), now()));
        changes(account, booking.contract().conId(), () -> account.settle(booking.contract(), trade, booking.charge()));
    }

    /** @param amount positive when the account receives it */
    public void pay(String account, String currency, BigDecimal amount) {
        SimulatedAccount paid = account(account);
        changes(paid, 0, () -> paid.pay(currency, amount));
    }

    /** The price of a contract changes, for every account that holds it. */
    public void mark(Contract contract, String price) {
        for (SimulatedAccount account : world.accounts().all()) {
            changes(account, contract.conId(), () -> account.mark(contract, new BigDecimal(price)));
        }
    }

    /** The same for one account alone. */
    public void mark(String account, Contract contract, String price) {
        SimulatedAccount changed = account(account);
        changes(changed, contract.conId(), () -> changed.mark(contract, new BigDecimal(price)));
    }

    /** @param rate what one unit is worth in the account's base currency */
    public void rate(String account, String currency, String rate) {
        SimulatedAccount changed = account(account);
        changes(changed, 0, () -> changed.rate(currency, new BigDecimal(rate)));
    }

    /** The account is worth this now, by what has accrued; what happens afterwards moves it. */
    public void worth(String account, BigDecimal netAssetValue) {
        SimulatedAccount changed = account(account);
        changes(changed, 0, () -> changed.worth(netAssetValue));
    }

    /** From now on the account is said to be worth this; null: what its figures make. */
    public void nav(String account, @Nullable String netAssetValue) {
        SimulatedAccount changed = account(account);
        changes(changed, 0, () -> changed.report(netAssetValue == null ? null : new BigDecimal(netAssetValue)));
    }

    /** From now on so much of the account is held back; null: what the simulator's rule makes. */
    public void maintenance(String account, @Nullable String amount) {
        SimulatedAccount changed = account(account);
        changes(changed, 0, () -> changed.maintenance(amount == null ? null : new BigDecimal(amount)));
    }

    /** Begins a round of figures that must not be believed. */
    public void notReady(String account, String wrongNetAssetValue) {
        SimulatedAccount changed = account(account);
        changes(changed, 0, () -> changed.notReady(new BigDecimal(wrongNetAssetValue)));
    }

    public void ready(String account) {
        SimulatedAccount changed = account(account);
        changes(changed, 0, changed::ready);
    }

    /** Such as 1100, 1101, 1102 or 2104; nothing else happens. */
    public void notice(int code, String text) {
        sessions.tell(Notice.system(code, text, now()));
    }

    private void changes(SimulatedAccount account, int conId, Runnable change) {
        uplink.carry(pushed -> {
            change.run();
            if (pushed) {
                sessions.push(account, conId);
            }
        });
    }

    private Execution execution(Fill fill, String freeId, Optional<OfFill> fault) {
        Trade trade = fill.trade(Objects.requireNonNullElse(fill.time(), now()));
        PlacedOrder placed = order(fill);
        PlacedOrder order = fault.filter(OfFill.NO_ORDER_ID::equals).isPresent()
                ? placed.withOrderId(PlacedOrder.NO_ORDER_ID)
                : placed;
        OrderProgress progress = world.log().advance(order.permId(), trade);
        String given = fill.execId();
        return new Execution(
                given == null ? freeId : given, fill.account(), fill.contract(), trade, order, progress, 2, false);
    }

    private Instant now() {
        return world.settings().times().clock().instant();
    }

    private PlacedOrder order(Fill fill) {
        PlacedOrder given = fill.order();
        return given == null ? PlacedOrder.of(FIRST_CLIENT, orders.incrementAndGet()) : given;
    }

    private static CommissionTiming timing(Fill fill, Optional<OfFill> fault) {
        return fault.map(happens -> switch (happens) {
                    case NO_COMMISSION -> new CommissionTiming.OnRequest();
                    case COMMISSION_FIRST -> new CommissionTiming.First();
                    case UNSET_REALIZED, EXPONENT_COMMISSION, NO_ORDER_ID, CORRECTED -> fill.timing();
                })
                .orElse(fill.timing());
    }

    private void happens(Made what) {
        made.put(what.execution().family(), what);
        uplink.carry(pushed -> arrives(what, pushed));
    }

    private void arrives(Made what, boolean pushed) {
        Execution execution = what.execution();
        Consumer<Runnable> tell = pushed ? Runnable::run : _ -> {};
        if (execution.contract().is("BAG")) {
            world.log().add(execution, null);
            tell.accept(() -> sessions.push(execution));
            return;
        }
        SimulatedAccount account = account(execution.account());
        CommissionReport report = report(account.book(execution, what.charge()), what);
        switch (what.timing()) {
            case CommissionTiming.First() -> {
                world.log().add(execution, report);
                tell.accept(() -> sessions.push(execution, report));
                tell.accept(() -> sessions.push(execution));
            }
            case CommissionTiming.OnRequest() -> {
                world.log().add(execution, report);
                tell.accept(() -> sessions.push(execution));
            }
            case CommissionTiming.Never() -> {
                world.log().add(execution, null);
                tell.accept(() -> sessions.push(execution));
            }
            case CommissionTiming.After(var delay)
            when delay.isZero() -> {
                world.log().add(execution, report);
                tell.accept(() -> sessions.push(execution));
                tell.accept(() -> sessions.push(execution, report));
            }
            case CommissionTiming.After(var delay) -> {
                world.log().add(execution, null);
                tell.accept(() -> sessions.push(execution));
                delays.after(delay, () -> uplink.carry(later -> learns(execution, report, later)));
            }
        }
        tell.accept(() -> sessions.push(account, execution.contract().conId()));
    }

    private void learns(Execution execution, CommissionReport report, boolean pushed) {
        world.log().learn(report);
        if (pushed) {
            sessions.push(execution, report);
        }
    }

    private static CommissionReport report(CommissionReport booked, Made what) {
        BigDecimal given = what.realized();
        CommissionReport report = given == null
                ? booked
                : new CommissionReport(booked.execId(), booked.commission(), booked.currency(), given, false);
        if (what.fault().filter(OfFill.UNSET_REALIZED::equals).isPresent()) {
            return report.withoutRealized();
        }
        return what.fault().filter(OfFill.EXPONENT_COMMISSION::equals).isPresent() ? report.withExponent() : report;
    }

    private SimulatedAccount account(String id) {
        return world.account(id).orElseThrow(() -> new IllegalArgumentException("no such account: " + id));
    }
}
