package io.flexledger.cli.stack;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Talk;
import io.flexledger.stack.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Stops what runs: the services first, then the broker, then the database they all write to. */
final class Shutdown {

    private final StackPlan plan;
    private final Talk talk;
    private final Duration patience;
    private boolean killed;

    /** @param patience how long a process may take to end by itself before it is killed */
    Shutdown(StackPlan plan, Talk talk, Duration patience) {
        this.plan = plan;
        this.talk = talk;
        this.patience = patience;
    }

    /** Returns how many processes were running. */
    int run() throws IOException, InterruptedException {
        Files.writeString(plan.directory().stopped(), "");
        int stopped = stop(Stream.of(Service.values()).map(plan::service).toList());
        stopped += stop(Stream.concat(plan.simulators().stream().map(Simulator::daemon), Stream.of(plan.broker()))
                .toList());
        for (Simulator simulator : plan.simulators()) {
            simulator.forget();
        }
        keepArchives();
        var database = PostgresServer.attach(plan.database());
        if (database.isPresent()) {
            talk.progress("stopping " + StackPlan.DATABASE + " ...");
            database.get().stop();
            stopped++;
        }
        talk.progressDone();
        return stopped;
    }

    /** Returns how many of them were running. */
    int stop(List<Daemon> daemons) throws InterruptedException {
        List<Daemon> running = new ArrayList<>();
        for (Daemon daemon : daemons) {
            daemon.process().ifPresent(process -> {
                running.add(daemon);
                if (!process.destroy() && daemon.process().isPresent()) {
                    throw notAllowed(daemon, process);
                }
            });
        }
        await(running);
        return running.size();
    }

    private void await(List<Daemon> daemons) throws InterruptedException {
        Deadline deadline = new Deadline(patience);
        List<Daemon> waiting = new ArrayList<>(daemons);
        while (true) {
            waiting.removeIf(daemon -> daemon.process().isEmpty());
            if (waiting.isEmpty()) {
                return;
            }
            talk.progress("stopping "
                    + String.join(", ", waiting.stream().map(Daemon::name).toList()) + " ...");
            if (deadline.over()) {
                waiting.forEach(this::kill);
                deadline = new Deadline(patience);
            }
            deadline.pause(Deadline.POLL, () -> "processes do not end");
        }
    }

    /** A build may be gone while its processes run; then nothing is left to start faster. */
    private void keepArchives() {
        if (killed) {
            return;
        }
        try {
            Stream.of(Service.values()).map(plan::archive).forEach(ClassArchive::keep);
            plan.brokerArchive().keep();
        } catch (CommandFailure | UncheckedIOException _) {
            // The next start is as slow as a first one.
        }
    }

    private void kill(Daemon daemon) {
        killed = true;
        daemon.process().ifPresent(process -> {
            talk.warn("%s (process %d) did not end within %d s and is killed"
                    .formatted(daemon.name(), process.pid(), patience.toSeconds()));
            process.destroyForcibly();
        });
    }

    private static CommandFailure notAllowed(Daemon daemon, ProcessHandle process) {
        return new CommandFailure(
                ExitCode.FAILED,
                "%s (process %d) belongs to %s and cannot be stopped by you"
                        .formatted(
                                daemon.name(),
                                process.pid(),
                                process.info().user().orElse("another user")),
                "run the command as that user");
    }
}
