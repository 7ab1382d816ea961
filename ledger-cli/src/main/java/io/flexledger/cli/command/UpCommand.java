package io.flexledger.cli.command;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.Talk;
import io.flexledger.cli.stack.Installation;
import io.flexledger.cli.stack.Rehearsal;
import io.flexledger.cli.stack.Settings;
import io.flexledger.cli.stack.Stack;
import io.flexledger.cli.stack.StackDirectory;
import io.flexledger.stack.Ports;
import io.flexledger.stack.StackPort;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a stack, or what is missing of one. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start broker, database and services; what runs already is left alone.",
        footer = {
            "",
            "Without -d the command stays, starts again whatever ends, and stops all of it on Ctrl-C.",
            "Logs: <data-dir>/logs."
        })
public final class UpCommand implements Runnable {

    static final int DEFAULT_PORT_BASE = 8080;

    private final Session session;

    @Option(
            names = {"-d", "--detach"},
            description = "Return once the stack is ready; it lives on.")
    private boolean detach;

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            description = "First of eleven ports in a row; the web pages are on it (default: as last time, else 8080).")
    private @Nullable Integer portBase;

    @Option(
            names = "--with-flex-simulator",
            description = {
                "Also start a simulator of the broker's web service, and have the ingestor ask it until the stack is"
                        + " stopped. Its options: FLEX_SIMULATOR_OPTIONS, such as \"seed=2 answers=3\"."
            })
    private boolean webService;

    @Option(
            names = "--with-gateway-simulator",
            description = {
                "Also start a simulator of the broker's gateway, and have the realtime service listen to it until the"
                        + " stack is stopped. It plays the days of an invented account from today on, a fill every 20 s."
                        + " Its options: GATEWAY_SIMULATOR_OPTIONS, such as \"gap=5 seed=2\"."
            })
    private boolean gateway;

    @Option(
            names = "--gateway-day",
            paramLabel = "DATE",
            description = "With the simulated gateway: play this day, of the sample statements where they have it.")
    private @Nullable LocalDate gatewayDay;

    public UpCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Talk talk = session.talk();
        StackDirectory directory = session.stackDirectory();
        Stack stack = stack(session, directory, ports(directory, Optional.ofNullable(portBase)));
        var seconds = stack.up(rehearsal()).toMillis() / 1000.0;
        talk.say("%s in %.1f s: %s".formatted(talk.styled("bold,green", "ready"), seconds, page(stack)));
        stack.gatewayControl().ifPresent(control -> talk.say("""
                the gateway is simulated; curl %1$s lists what it can do, such as
                  curl -d '100 5' %1$sburst
                  curl -d 'outage 10 lost' %1$sfaults""".formatted(control)));
        if (detach) {
            talk.say("stop it with " + stopHint(session, directory));
            return;
        }
        talk.say("Ctrl-C stops the stack");
        stay(stack, talk);
    }

    private Rehearsal rehearsal() {
        if (gatewayDay != null && !gateway) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--gateway-day is a day of the simulated gateway", "add --with-gateway-simulator");
        }
        return new Rehearsal(webService, gateway, gatewayDay);
    }

    private static void stay(Stack stack, Talk talk) {
        AtomicBoolean over = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!over.getAndSet(true)) {
                                stop(stack, talk);
                            }
                        },
                        "stop-stack"));
        stack.supervise();
        if (!over.getAndSet(true)) {
            talk.say("another command has stopped the stack");
        }
    }

    private static void stop(Stack stack, Talk talk) {
        try {
            talk.say("stopping ...");
            stack.down();
        } catch (CommandFailure e) {
            talk.error(e);
        }
    }

    static Stack stack(Session session, StackDirectory directory, Ports ports) {
        Installation installation = Installation.at(session.surroundings().home());
        return new Stack(
                directory,
                installation,
                ports,
                new Settings(session.surroundings().environment()),
                session.talk());
    }

    /** What the person asked for, else where this stack was before. */
    static Ports ports(StackDirectory directory, Optional<Integer> portBase) {
        Optional<Ports> before = directory.ports();
        Ports wanted;
        try {
            wanted = portBase.map(Ports::new).or(() -> before).orElseGet(() -> new Ports(DEFAULT_PORT_BASE));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.of(ExitCode.USAGE, e);
        }
        if (before.isPresent() && !before.get().equals(wanted) && Stack.isRunning(directory)) {
            throw new CommandFailure(
                    ExitCode.CONFLICT,
                    "the stack in %s runs on ports from %d"
                            .formatted(directory.root(), before.get().base()),
                    "stop it before it moves to %d".formatted(wanted.base()));
        }
        return wanted;
    }

    static String page(Stack stack) {
        return "http://127.0.0.1:%d/".formatted(stack.ports().of(StackPort.REPORT));
    }

    static String stopHint(Session session, StackDirectory directory) {
        return "./ledger down" + session.optionFor(directory);
    }
}
