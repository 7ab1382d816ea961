package io.flexledger.web.health;

import io.quarkus.kafka.client.runtime.KafkaAdminClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether a broker answers; asked each time. Not required: what was read before can be told without one. */
@ApplicationScoped
class KafkaHealth implements ComponentHealth {

    private static final long PATIENCE_SECONDS = 2;

    private final KafkaAdminClient client;

    KafkaHealth(KafkaAdminClient client) {
        this.client = client;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Finding find() {
        try {
            var brokers = client.getCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return brokers.isEmpty() ? Finding.down(Instant.now(), "no broker") : Finding.up(Instant.now());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker was asked", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not answer", e);
        }
    }
}
