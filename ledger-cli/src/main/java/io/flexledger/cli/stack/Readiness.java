package io.flexledger.cli.stack;

import io.flexledger.cli.Talk;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Waits for the five services, and gives up at once when one of them ends. */
final class Readiness {

    // A service writes a line to its log each time it is asked and says no.
    private static final Duration POLL = Duration.ofMillis(200);

    private final StackPlan plan;
    private final Talk talk;
    private final Deadline deadline;

    Readiness(StackPlan plan, Talk talk, Deadline deadline) {
        this.plan = plan;
        this.talk = talk;
        this.deadline = deadline;
    }

    void await() throws InterruptedException {
        Map<Service, String> troubles = new EnumMap<>(Service.class);
        List.of(Service.values()).forEach(service -> troubles.put(service, ""));
        while (true) {
            look(troubles);
            if (troubles.isEmpty()) {
                return;
            }
            talk.progress("%d of %d ready, %.0f s; waiting for %s"
                    .formatted(
                            Service.values().length - troubles.size(),
                            Service.values().length,
                            deadline.passed().toMillis() / 1000.0,
                            troubles.keySet().stream().map(Service::shortName).collect(Collectors.joining(", "))));
            deadline.pause(POLL, () -> "not ready: " + describe(troubles));
        }
    }

    private void look(Map<Service, String> troubles) {
        for (Service service : List.copyOf(troubles.keySet())) {
            Startup.requireAlive(plan, plan.service(service));
            Health health = Health.at(plan.ports().of(service.port()));
            if (health.ready()) {
                troubles.remove(service);
            } else {
                troubles.put(service, health.trouble());
            }
        }
    }

    private static String describe(Map<Service, String> troubles) {
        return troubles.entrySet().stream()
                .map(trouble -> "%s (%s)".formatted(trouble.getKey().module(), trouble.getValue()))
                .collect(Collectors.joining(", "));
    }
}
