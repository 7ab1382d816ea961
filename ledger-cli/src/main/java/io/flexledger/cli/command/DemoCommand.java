package io.flexledger.cli.command;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.Talk;
import io.flexledger.cli.ingest.StatementFiles;
import io.flexledger.cli.ingest.StatementResult;
import io.flexledger.cli.stack.Installation;
import io.flexledger.cli.stack.Service;
import io.flexledger.cli.stack.Stack;
import io.flexledger.cli.stack.StackDirectory;
import io.flexledger.stack.PortTakenException;
import io.flexledger.stack.Ports;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything once, from statement to story, with the samples of the checkout. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Start a stack of its own, ingest the samples, and tell their days.",
        footer = {"", "Its data is in .flexledger/demo of the checkout unless --data-dir says otherwise."})
public final class DemoCommand implements Runnable {

    private final Session session;

    @Option(names = "--exit", description = "Stop the stack when all is told.")
    private boolean exit;

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            description = "First of eight ports in a row (default: as last time, else 8080, else a free range).")
    private @Nullable Integer portBase;

    @Option(
            names = "--day",
            paramLabel = "DATE",
            split = ",",
            defaultValue = "2025-07-17,2025-07-18",
            description = "Days to tell, with commas between (default: ${DEFAULT-VALUE}).")
    private List<LocalDate> days = List.of();

    public DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Talk talk = session.talk();
        StackDirectory directory = session.stackDirectory("demo");
        Stack stack = UpCommand.stack(session, directory, ports(directory));
        talk.say("starting a stack in " + directory.root());
        try {
            double seconds = stack.up().toMillis() / 1000.0;
            talk.say("%s in %.1f s".formatted(talk.styled("bold,green", "ready"), seconds));
            StackAccess access = new StackAccess(session, stack.ports());
            String account = ingest(access, talk);
            int traced = new DemoStory(access.client(Service.REPORT), account).tell(days, session.out());
            talk.say("%d figures of these days traced back to the statements".formatted(traced));
            talk.say("pages: " + UpCommand.page(stack));
        } finally {
            if (exit) {
                stack.down();
                talk.say("the stack is stopped; its data stays in " + directory.root());
            }
        }
        if (!exit) {
            talk.say("the stack runs on; stop it with " + UpCommand.stopHint(session, directory));
        }
    }

    /** A demo should not fail because somebody else uses the usual ports. */
    private Ports ports(StackDirectory directory) {
        Ports wanted = UpCommand.ports(directory, Optional.ofNullable(portBase));
        if (portBase != null || Stack.isRunning(directory)) {
            return wanted;
        }
        try {
            wanted.requireFree();
            return wanted;
        } catch (PortTakenException _) {
            return Ports.free();
        }
    }

    /** Returns the account of the samples. */
    private String ingest(StackAccess stack, Talk talk) {
        Path samples = Installation.at(session.surroundings().home()).samples();
        List<Path> files = StatementFiles.find(List.of(samples));
        List<StatementResult> results = IngestCommand.send(stack, files, talk);
        for (StatementResult result : results) {
            if (result.kind() == StatementResult.Kind.REJECTED) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "%s was refused: %s %s".formatted(result.file(), result.code(), result.problem()),
                        result.nextStep());
            }
        }
        if (results.isEmpty()) {
            throw new CommandFailure(ExitCode.NOT_FOUND, "no statements in " + samples);
        }
        talk.say(IngestCommand.sum(results));
        stack.awaitVisible();
        return results.getFirst().account();
    }
}
