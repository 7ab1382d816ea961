package io.flexledger.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The range of ports of one local stack, one per {@link StackPort}, counted up from the base.
 * For example, base 8080 puts the web pages on 8080 and PostgreSQL on 8085.
 *
 * @param base first port of the range, 1024 to 65525
 */
public record Ports(int base) {

    private static final int COUNT = StackPort.values().length;
    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65_536 - COUNT;

    // Below the ports Linux and macOS hand out to outgoing connections, which would take them between check and use.
    private static final int FREE_FROM = 20_000;
    private static final int FREE_TO = 32_000;
    private static final int ATTEMPTS = 200;

    public Ports {
        if (base < LOWEST || base > HIGHEST) {
            throw new IllegalArgumentException(
                    "port base must be between %d and %d: %d".formatted(LOWEST, HIGHEST, base));
        }
    }

    /** A range in which nobody listens right now, at random so that parallel builds do not meet. */
    public static Ports free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Ports candidate = new Ports(ThreadLocalRandom.current().nextInt(FREE_FROM, FREE_TO));
            if (candidate.firstTaken(Set.of(StackPort.values())) == null) {
                return candidate;
            }
        }
        throw new IllegalStateException(
                "no %d free ports in a row between %d and %d".formatted(COUNT, FREE_FROM, FREE_TO));
    }

    public int of(StackPort process) {
        return base + process.offset();
    }

    /** The address clients of the broker start from, as in {@code bootstrap.servers}. */
    public String bootstrap() {
        return "127.0.0.1:" + of(StackPort.KAFKA);
    }

    /** Fails with the first port of the range that another process uses. */
    public void requireFree() {
        requireFree(Arrays.asList(StackPort.values()));
    }

    /** Fails with the first of these ports that another process uses. */
    public void requireFree(Collection<StackPort> wanted) {
        StackPort taken = firstTaken(wanted);
        if (taken != null) {
            throw new PortTakenException(of(taken), taken);
        }
    }

    private @Nullable StackPort firstTaken(Collection<StackPort> wanted) {
        return wanted.stream()
                .filter(process -> !isFree(of(process)))
                .findFirst()
                .orElse(null);
    }

    /** Both addresses are tried: macOS lets a loopback socket shadow one bound to every address. */
    private static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port in TIME_WAIT is free
            socket.bind(address);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
