package io.flexledger.cli.stack;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Talk;
import io.flexledger.stack.Ports;
import io.flexledger.stack.PostgresException;
import io.flexledger.stack.PostgresServer;
import io.flexledger.stack.StackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** One stack of processes in its directory. */
public final class Stack {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private static final Health READY = new Health(true, "");

    private final StackPlan plan;
    private final Talk talk;

    /**
     * @param ports    those it runs on, or is to run on
     * @param settings what the person set for its services
     */
    public Stack(StackDirectory directory, Installation installation, Ports ports, Settings settings, Talk talk) {
        this.plan = new StackPlan(directory, installation, ports, settings);
        this.talk = talk;
    }

    /** Whether any service of the stack in this directory lives. */
    public static boolean isRunning(StackDirectory directory) {
        return Stream.of(Service.values())
                .anyMatch(service ->
                        new Daemon(service.module(), directory).process().isPresent());
    }

    public Ports ports() {
        return plan.ports();
    }

    /** Where the simulated gateway is steered; empty for a stack that has none. */
    public Optional<String> gatewayControl() {
        return plan.gateway().isWanted() ? Optional.of(plan.gateway().control()) : Optional.empty();
    }

    public StackDirectory directory() {
        return plan.directory();
    }

    /** Starts what is not running and returns once everything is ready; says how long it took. */
    public Duration up() {
        return up(Rehearsal.NONE);
    }

    /** @param rehearsal what stands in for the broker from now on, until the stack is stopped */
    public Duration up(Rehearsal rehearsal) {
        plan.directory().create();
        Deadline deadline = new Deadline(START_LIMIT);
        try (StackLock _ = StackLock.take(plan.directory())) {
            if (!isRunning(plan.directory())) {
                for (Simulator simulator : plan.simulators()) {
                    simulator.forget(); // left by a stack that nobody stopped
                }
            }
            for (Simulator simulator : plan.simulators()) {
                Optional<List<String>> options = rehearsal.options(simulator);
                if (options.isPresent() && !simulator.isWanted()) {
                    plan.program(simulator); // fails before anything is remembered when it is not built
                    simulator.want(options.get());
                }
            }
            new Startup(plan, talk, deadline).run();
            return deadline.passed();
        } catch (PostgresException e) {
            throw CommandFailure.of(ExitCode.FAILED, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Stops everything and returns how many processes were running. */
    public int down() {
        plan.directory().create();
        try (StackLock _ = StackLock.take(plan.directory())) {
            return new Shutdown(plan, talk, STOP_PATIENCE).run();
        } catch (PostgresException e) {
            throw CommandFailure.of(ExitCode.FAILED, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Every process, in the order they start. */
    public List<ProcessStatus> status() {
        List<ProcessStatus> all = new ArrayList<>();
        Optional<ProcessHandle> postgres =
                PostgresServer.attach(plan.database()).map(PostgresServer::pid).flatMap(ProcessHandle::of);
        all.add(status(StackPlan.DATABASE, StackPort.POSTGRES, postgres, READY));
        boolean listens = Listener.at(plan.ports().of(StackPort.KAFKA));
        all.add(status(
                StackPlan.BROKER,
                StackPort.KAFKA,
                plan.broker().process(),
                listens ? READY : new Health(false, "does not listen")));
        for (Simulator simulator : plan.wantedSimulators()) {
            all.add(status(
                    simulator.name(),
                    simulator.listeners().getLast(),
                    simulator.daemon().process(),
                    simulator.listens() ? READY : new Health(false, "does not listen")));
        }
        for (Service service : Service.values()) {
            Optional<ProcessHandle> process = plan.service(service).process();
            Health health = process.isPresent() ? Health.at(plan.ports().of(service.port())) : READY;
            all.add(status(service.module(), service.port(), process, health));
        }
        return all;
    }

    /** Stays, and starts again whatever ends, until the stack is stopped. */
    public void supervise() {
        new Supervisor(plan, talk).run();
    }

    private ProcessStatus status(String name, StackPort role, Optional<ProcessHandle> process, Health health) {
        int port = plan.ports().of(role);
        if (process.isEmpty()) {
            return new ProcessStatus(
                    name, port, ProcessStatus.State.DOWN, OptionalLong.empty(), null, OptionalLong.empty(), "");
        }
        Duration uptime = process.get()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(null);
        return new ProcessStatus(
                name,
                port,
                health.ready() ? ProcessStatus.State.READY : ProcessStatus.State.NOT_READY,
                OptionalLong.of(process.get().pid()),
                uptime,
                ResidentMemory.kib(process.get()),
                health.trouble());
    }

    private static CommandFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CommandFailure(ExitCode.FAILED, "interrupted", null, e);
    }
}
