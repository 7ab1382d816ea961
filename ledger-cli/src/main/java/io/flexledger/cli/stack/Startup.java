package io.flexledger.cli.stack;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Talk;
import io.flexledger.stack.Databases;
import io.flexledger.stack.KafkaReadiness;
import io.flexledger.stack.PortTakenException;
import io.flexledger.stack.PostgresServer;
import io.flexledger.stack.ServiceRole;
import io.flexledger.stack.StackPort;
import io.flexledger.stack.TopicSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Brings up what is not running, in order, and waits until all of it is ready. */
final class Startup {

    private final StackPlan plan;
    private final Talk talk;
    private final Deadline deadline;

    Startup(StackPlan plan, Talk talk, Deadline deadline) {
        this.plan = plan;
        this.talk = talk;
        this.deadline = deadline;
    }

    /** Holds the directory's lock, so that two commands do not start the same process twice. */
    void run() throws IOException, InterruptedException {
        requirePorts();
        plan.directory().remember(plan.ports());
        Files.deleteIfExists(plan.directory().stopped());
        Daemon broker = plan.broker();
        if (broker.process().isEmpty()) {
            broker.start(plan.brokerProgram());
        }
        talk.progress("starting PostgreSQL and Kafka ...");
        Map<String, ServiceRole> roles = startDatabase();
        awaitBroker(broker);
        for (Simulator simulator : plan.wantedSimulators()) {
            start(simulator);
        }
        stopOutdated();
        for (Service service : Service.values()) {
            Daemon daemon = plan.service(service);
            if (daemon.process().isEmpty()) {
                ServiceRole role = Objects.requireNonNull(roles.get(service.schema()), service.schema());
                daemon.start(plan.program(service, role));
            }
        }
        new Readiness(plan, talk, deadline).await();
        talk.progressDone();
    }

    private void start(Simulator simulator) throws IOException, InterruptedException {
        Daemon daemon = simulator.daemon();
        if (simulator.isMissing()) {
            daemon.start(plan.program(simulator));
            while (!simulator.listens()) {
                requireAlive(plan, daemon);
                deadline.pause(Deadline.POLL, () -> simulator.name() + " is not ready");
            }
        }
        Daemon client = plan.service(simulator.client());
        Optional<Instant> since = simulator.wantedSince();
        if (since.isPresent() && client.started().filter(since.get()::isAfter).isPresent()) {
            talk.say("starting %s again: from now on it asks %s".formatted(client.name(), simulator.name()));
            new Shutdown(plan, talk, deadline.left()).stop(List.of(client));
        }
    }

    /** A service whose jars were built anew under it would fail at the first class it has not loaded yet. */
    private void stopOutdated() throws IOException, InterruptedException {
        List<Daemon> outdated = new ArrayList<>();
        for (Service service : Service.values()) {
            Daemon daemon = plan.service(service);
            Instant built = plan.installation().built(service);
            if (daemon.started().filter(started -> started.isBefore(built)).isPresent()) {
                outdated.add(daemon);
            }
        }
        if (!outdated.isEmpty()) {
            talk.say("there is a newer build of %s: starting again"
                    .formatted(outdated.stream().map(Daemon::name).collect(Collectors.joining(", "))));
            new Shutdown(plan, talk, deadline.left()).stop(outdated);
        }
    }

    private void requirePorts() {
        List<StackPort> needed = new ArrayList<>();
        for (Service service : Service.values()) {
            if (plan.service(service).process().isEmpty()) {
                needed.add(service.port());
            }
        }
        if (plan.broker().process().isEmpty()) {
            needed.addAll(List.of(StackPort.KAFKA, StackPort.KAFKA_CONTROLLER));
        }
        if (PostgresServer.attach(plan.database()).isEmpty()) {
            needed.add(StackPort.POSTGRES);
        }
        plan.simulators().stream()
                .filter(Simulator::isMissing)
                .map(Simulator::listeners)
                .forEach(needed::addAll);
        try {
            plan.ports().requireFree(needed);
        } catch (PortTakenException e) {
            throw CommandFailure.of(ExitCode.CONFLICT, e);
        }
    }

    private Map<String, ServiceRole> startDatabase() {
        try {
            return Databases.prepare(PostgresServer.startDetached(plan.database()));
        } catch (SQLException e) {
            throw new CommandFailure(ExitCode.FAILED, "cannot prepare the database: " + e.getMessage(), null, e);
        }
    }

    private void awaitBroker(Daemon broker) throws InterruptedException {
        int port = plan.ports().of(StackPort.KAFKA);
        while (!Listener.at(port)) {
            requireAlive(plan, broker);
            deadline.pause(Deadline.POLL, () -> "Kafka is not ready");
        }
        try {
            KafkaReadiness.await(plan.ports().bootstrap(), deadline.left());
        } catch (TimeoutException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "Kafka is not ready: " + e,
                    "see " + plan.directory().log(broker.name()),
                    e);
        }
        createTopics();
    }

    private void createTopics() throws InterruptedException {
        try (Admin admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, plan.ports().bootstrap()))) {
            TopicSetup.apply(admin);
        } catch (ExecutionException e) {
            throw new CommandFailure(ExitCode.FAILED, "cannot create the topics: " + e.getCause(), null, e);
        }
    }

    static void requireAlive(StackPlan plan, Daemon daemon) {
        if (daemon.process().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "%s ended while it was starting; its log ends with:\n%s"
                            .formatted(daemon.name(), plan.directory().logTail(daemon.name())),
                    "see " + plan.directory().log(daemon.name()));
        }
    }
}
