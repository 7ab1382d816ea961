package io.flexledger.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Waits for a broker that another process is starting. */
public final class KafkaReadiness {

    private static final Duration POLL = Duration.ofMillis(50);

    private KafkaReadiness() {}

    /**
     * Returns once the broker serves clients.
     *
     * @param bootstrap one host and port
     */
    public static void await(String bootstrap, Duration timeout) throws InterruptedException, TimeoutException {
        Instant deadline = Instant.now().plus(timeout);
        // Plain connections first: while nobody listens, a Kafka client reconnects without a pause and burns a core.
        while (!accepts(bootstrap)) {
            pause(bootstrap, timeout, deadline);
        }
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            while (!serves(admin, deadline)) {
                pause(bootstrap, timeout, deadline);
            }
        }
    }

    private static boolean accepts(String bootstrap) {
        int colon = bootstrap.lastIndexOf(':');
        InetSocketAddress address =
                new InetSocketAddress(bootstrap.substring(0, colon), Integer.parseInt(bootstrap.substring(colon + 1)));
        try (Socket socket = new Socket()) {
            socket.connect(address, Math.toIntExact(POLL.toMillis()));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean serves(Admin admin, Instant deadline) throws InterruptedException {
        try {
            long left = Math.max(1, Duration.between(Instant.now(), deadline).toMillis());
            return !admin.describeCluster()
                    .nodes()
                    .get(left, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }

    private static void pause(String bootstrap, Duration timeout, Instant deadline)
            throws InterruptedException, TimeoutException {
        if (Instant.now().isAfter(deadline)) {
            throw new TimeoutException("no Kafka broker answered at %s within %s".formatted(bootstrap, timeout));
        }
        Thread.sleep(POLL);
    }
}
