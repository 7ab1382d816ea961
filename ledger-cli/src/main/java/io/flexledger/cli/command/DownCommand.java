package io.flexledger.cli.command;

import io.flexledger.cli.Session;
import io.flexledger.cli.Talk;
import io.flexledger.cli.stack.StackDirectory;
import io.flexledger.stack.Ports;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Stops a stack. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stop the services, then the broker, then the database. The data stays.")
public final class DownCommand implements Runnable {

    private final Session session;

    public DownCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Talk talk = session.talk();
        StackDirectory directory = session.stackDirectory();
        Optional<Ports> ports = directory.ports();
        if (ports.isEmpty()) {
            talk.say("nothing to stop: there has been no stack in " + directory.root());
            return;
        }
        long start = System.nanoTime();
        int stopped = UpCommand.stack(session, directory, ports.get()).down();
        talk.say(
                stopped == 0
                        ? "nothing was running in " + directory.root()
                        : "stopped %d processes in %.1f s".formatted(stopped, (System.nanoTime() - start) / 1e9));
    }
}
