package io.flexledger.cli.stack;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.Talk;
import io.flexledger.stack.PostgresException;
import io.flexledger.stack.StackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Watches a stack and starts again whatever ends, less often the more often it has to. */
final class Supervisor {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final StackPlan plan;
    private final Talk talk;

    Supervisor(StackPlan plan, Talk talk) {
        this.plan = plan;
        this.talk = talk;
    }

    /** Returns when another command has stopped the stack. */
    void run() {
        Backoff backoff = new Backoff();
        try {
            while (!stopped()) {
                Thread.sleep(LOOK);
                List<String> ended = ended();
                if (ended.isEmpty() || stopped()) {
                    continue;
                }
                Duration pause = backoff.next();
                talk.warn("%s ended; starting again in %d s".formatted(String.join(", ", ended), pause.toSeconds()));
                Thread.sleep(pause);
                heal();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void heal() throws InterruptedException {
        try {
            Optional<StackLock> lock = StackLock.tryTake(plan.directory());
            if (lock.isEmpty()) {
                return; // another command is at work here
            }
            try (StackLock _ = lock.get()) {
                if (!stopped()) {
                    Deadline deadline = new Deadline(START_LIMIT);
                    new Startup(plan, talk, deadline).run();
                    talk.say("ready again after %.1f s"
                            .formatted(deadline.passed().toMillis() / 1000.0));
                }
            }
        } catch (CommandFailure e) {
            talk.error(e);
        } catch (IOException | PostgresException e) {
            talk.error(String.valueOf(e.getMessage()));
        }
    }

    private boolean stopped() {
        return Files.exists(plan.directory().stopped());
    }

    private List<String> ended() {
        List<String> ended = new ArrayList<>();
        if (!Listener.at(plan.ports().of(StackPort.POSTGRES))) {
            ended.add(StackPlan.DATABASE);
        }
        if (plan.broker().process().isEmpty()) {
            ended.add(StackPlan.BROKER);
        }
        plan.simulators().stream()
                .filter(Simulator::isMissing)
                .map(Simulator::name)
                .forEach(ended::add);
        for (Service service : Service.values()) {
            if (plan.service(service).process().isEmpty()) {
                ended.add(service.module());
            }
        }
        return ended;
    }

    /** Twice as long after each time, and short again after a quiet while. */
    private static final class Backoff {

        private Duration next = LOOK;
        private long last = System.nanoTime();

        Duration next() {
            long now = System.nanoTime();
            if (Duration.ofNanos(now - last).compareTo(LONGEST_PAUSE.multipliedBy(2)) > 0) {
                next = LOOK;
            }
            last = now;
            Duration pause = next;
            Duration doubled = pause.multipliedBy(2);
            next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            return pause;
        }
    }
}
