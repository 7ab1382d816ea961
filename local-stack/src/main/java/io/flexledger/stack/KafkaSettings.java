package io.flexledger.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one broker keeps its log and listens.
 *
 * @param directory      holds topics, offsets and cluster metadata; made when absent
 * @param port           for clients, on 127.0.0.1
 * @param controllerPort for the controller inside the same process, on 127.0.0.1; may change between starts
 */
public record KafkaSettings(Path directory, int port, int controllerPort) {

    /** What a broker needs as a process of its own: a small heap, and a JVM that starts fast rather than peaks high. */
    private static final List<String> JVM_FLAGS = List.of(
            "-Xms64m",
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    public KafkaSettings {
        directory = directory.toAbsolutePath().normalize();
    }

    public static KafkaSettings of(Path directory, Ports ports) {
        return new KafkaSettings(directory, ports.of(StackPort.KAFKA), ports.of(StackPort.KAFKA_CONTROLLER));
    }

    /** The address clients start from, as in {@code bootstrap.servers}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /**
     * The command line that runs this broker as a process of its own.
     *
     * @param java      the {@code java} program of a JDK 25 or later
     * @param classPath this module and what it depends on, in the form {@code -cp} takes
     */
    public List<String> command(Path java, String classPath) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(JVM_FLAGS);
        command.addAll(List.of("-cp", classPath, BrokerMain.class.getName()));
        command.addAll(List.of(directory.toString(), Integer.toString(port), Integer.toString(controllerPort)));
        return List.copyOf(command);
    }
}
