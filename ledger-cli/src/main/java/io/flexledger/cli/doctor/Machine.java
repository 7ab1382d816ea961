package io.flexledger.cli.doctor;

import io.flexledger.cli.doctor.Check.Status;
import io.flexledger.stack.PortTakenException;
import io.flexledger.stack.Ports;
import io.flexledger.stack.StackPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;

/** What a stack needs of the machine it is to run on. */
public final class Machine {

    private static final int JAVA = 25;
    private static final long GIB = 1L << 30;
    private static final long TOO_LITTLE = GIB;
    private static final long LITTLE = 5 * GIB;

    private static final String GATEWAY = "gateway";
    private static final int GATEWAY_TIMEOUT_MS = 2_000;

    private Machine() {}

    /** @param feature as in {@code 25} of 25.0.1 */
    public static Check java(int feature) {
        return feature >= JAVA
                ? Check.pass("java", "Java " + feature)
                : Check.fail("java", "Java %d, and %d is needed".formatted(feature, JAVA), "install a JDK " + JAVA);
    }

    /** Of the file system the directory is on, or will be. */
    public static Check disk(Path directory) {
        Path there = existing(directory);
        try {
            return disk(directory, Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            return Check.fail("disk", "nobody says how much room is below %s: %s".formatted(there, e), "look with df");
        }
    }

    static Check disk(Path directory, long free) {
        String detail = "%.1f GiB free for %s".formatted((double) free / GIB, directory);
        if (free < TOO_LITTLE) {
            return Check.fail("disk", detail + ", and 1 GiB is needed", "make room, or choose another --data-dir");
        }
        return free < LITTLE
                ? new Check("disk", Status.WARN, detail + ", and less than 5 GiB is little", "make room")
                : Check.pass("disk", detail);
    }

    /** Writes and removes a file where it can, for permissions alone say too little. */
    public static Check writable(Path directory) {
        Path there = existing(directory);
        try {
            Files.delete(Files.createTempFile(there, "doctor", ".tmp"));
            return Check.pass("data-directory", directory + " can be written");
        } catch (IOException e) {
            return Check.fail(
                    "data-directory",
                    "cannot write to %s: %s".formatted(there, e),
                    "give it to this user, or choose another with --data-dir");
        }
    }

    /** For a stack that is not running. */
    public static Check ports(Ports ports) {
        try {
            ports.requireFree();
            return Check.pass(
                    "ports", "%d to %d are free".formatted(ports.base(), ports.base() + StackPort.values().length - 1));
        } catch (PortTakenException e) {
            return Check.fail(
                    "ports",
                    String.valueOf(e.getMessage()),
                    "stop what listens there, or ./ledger up --port-base 9080");
        }
    }

    /**
     * Whether anybody listens where the gateway should, for a stack that is not running.
     *
     * @param environment what a person set
     */
    public static Check gateway(Map<String, String> environment) {
        if (!environment.getOrDefault("FLEXLEDGER_GATEWAY_ENABLED", "false").equalsIgnoreCase("true")) {
            return new Check(GATEWAY, Status.SKIP, "none is listened to", "");
        }
        String host = environment.getOrDefault("FLEXLEDGER_GATEWAY_HOST", "127.0.0.1");
        boolean paper =
                environment.getOrDefault("FLEXLEDGER_GATEWAY_MODE", "live").equalsIgnoreCase("paper");
        boolean tws = environment
                .getOrDefault("FLEXLEDGER_GATEWAY_APPLICATION", "gateway")
                .equalsIgnoreCase("tws");
        String usual = tws ? paper ? "7497" : "7496" : paper ? "4002" : "4001";
        String port = environment.getOrDefault("FLEXLEDGER_GATEWAY_PORT", "");
        return gateway(host, port.isBlank() ? usual : port);
    }

    private static Check gateway(String host, String port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, Integer.parseInt(port)), GATEWAY_TIMEOUT_MS);
            return Check.pass(GATEWAY, "something listens at %s:%s".formatted(host, port));
        } catch (IOException | IllegalArgumentException e) {
            return new Check(
                    GATEWAY,
                    Status.WARN,
                    "nobody listens at %s:%s: %s".formatted(host, port, e.getMessage()),
                    "start the gateway and log in; its API settings must allow socket clients on this port");
        }
    }

    /** The file may hold a token. */
    public static Check secret(Path file) {
        try {
            Set<PosixFilePermission> all = Files.getPosixFilePermissions(file);
            boolean open =
                    all.contains(PosixFilePermission.OTHERS_READ) || all.contains(PosixFilePermission.GROUP_READ);
            return open
                    ? new Check("env-file", Status.WARN, "others may read " + file, "chmod 600 " + file)
                    : Check.pass("env-file", file + " is its owner's alone");
        } catch (IOException | UnsupportedOperationException _) {
            return new Check("env-file", Status.SKIP, "nobody says who may read " + file, "");
        }
    }

    private static Path existing(Path directory) {
        Path there = directory;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
