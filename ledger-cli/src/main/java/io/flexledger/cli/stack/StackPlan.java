package io.flexledger.cli.stack;

import io.flexledger.stack.Databases;
import io.flexledger.stack.KafkaSettings;
import io.flexledger.stack.Ports;
import io.flexledger.stack.PostgresSettings;
import io.flexledger.stack.ServiceRole;
import io.flexledger.stack.StackPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the processes of a stack are: their command lines, their ports, and what each service is told. */
record StackPlan(StackDirectory directory, Installation installation, Ports ports, Settings settings) {

    static final String BROKER = "kafka";
    static final String DATABASE = "postgres";

    // The services share the machine with each other, the broker and the database: start fast and stay small.
    private static final List<String> SMALL_JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");
    private static final String LOOPBACK = "127.0.0.1";

    Daemon broker() {
        return new Daemon(BROKER, directory);
    }

    SimulatedGateway gateway() {
        return new SimulatedGateway(directory, installation, ports, settings);
    }

    /** All there could be, whether the stack has them or not. */
    List<Simulator> simulators() {
        return List.of(new SimulatedBroker(directory, installation, ports, settings), gateway());
    }

    List<Simulator> wantedSimulators() {
        return simulators().stream().filter(Simulator::isWanted).toList();
    }

    Daemon service(Service service) {
        return new Daemon(service.module(), directory);
    }

    PostgresSettings database() {
        return PostgresSettings.of(directory.postgres(), ports);
    }

    Daemon.Program brokerProgram() {
        List<String> command = new ArrayList<>(
                KafkaSettings.of(directory.kafka(), ports).command(installation.java(), installation.classPath()));
        command.addAll(1, brokerArchive().options());
        return new Daemon.Program(command, Map.of());
    }

    Daemon.Program program(Simulator simulator) {
        return simulator.program(SMALL_JVM);
    }

    Daemon.Program program(Service service, ServiceRole role) {
        List<String> command = new ArrayList<>();
        command.add(installation.java().toString());
        command.add("-Xmx" + service.maxHeap());
        command.addAll(SMALL_JVM);
        command.addAll(archive(service).options());
        command.addAll(settings.javaOptions());
        command.addAll(List.of("-jar", installation.jar(service).toString()));
        return new Daemon.Program(command, environment(service, role));
    }

    ClassArchive brokerArchive() {
        return installation.brokerArchive(stack());
    }

    ClassArchive archive(Service service) {
        return installation.archive(service, stack());
    }

    /** Two stacks that run at the same time differ in their ports. */
    private String stack() {
        return Integer.toString(ports.base());
    }

    private Map<String, String> environment(Service service, ServiceRole role) {
        Map<String, String> environment = new HashMap<>(settings.of(service));
        environment.putAll(Map.ofEntries(
                Map.entry("FLEXLEDGER_HTTP_HOST", LOOPBACK),
                Map.entry("FLEXLEDGER_HTTP_PORT", Integer.toString(ports.of(service.port()))),
                Map.entry("FLEXLEDGER_DB_HOST", LOOPBACK),
                Map.entry("FLEXLEDGER_DB_PORT", Integer.toString(ports.of(StackPort.POSTGRES))),
                Map.entry("FLEXLEDGER_DB_NAME", Databases.DATABASE),
                Map.entry("FLEXLEDGER_DB_USER", role.name()),
                Map.entry("FLEXLEDGER_DB_PASSWORD", role.password()),
                Map.entry("FLEXLEDGER_KAFKA_BOOTSTRAP", ports.bootstrap()),
                // Whom the reports ask for the rows behind a figure, and for the accounts that wait; and whom the
                // ingestor waits for after a fetch.
                Map.entry("FLEXLEDGER_INGESTOR_URL", url(Service.INGESTOR)),
                Map.entry("FLEXLEDGER_MAPPER_URL", url(Service.MAPPER)),
                Map.entry("FLEXLEDGER_LEDGER_URL", url(Service.LEDGER)),
                Map.entry("FLEXLEDGER_REALTIME_URL", url(Service.REALTIME)),
                Map.entry("FLEXLEDGER_REPORT_URL", url(Service.REPORT))));
        for (Simulator simulator : wantedSimulators()) {
            environment = simulator.client() == service ? simulator.environment(environment) : environment;
        }
        return environment;
    }

    private String url(Service service) {
        return "http://%s:%d".formatted(LOOPBACK, ports.of(service.port()));
    }
}
