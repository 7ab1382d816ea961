package io.flexledger.ingestor.adapter.doctor;

import io.flexledger.contracts.Topics;
import io.flexledger.ingestor.doctor.Check;
import io.flexledger.ingestor.doctor.Finding;
import io.quarkus.kafka.client.runtime.KafkaAdminClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether the message broker answers, and has the topic that statements leave on. */
@ApplicationScoped
class KafkaCheck implements Check {

    private static final long PATIENCE_SECONDS = 5;

    private final KafkaAdminClient client;

    KafkaCheck(KafkaAdminClient client) {
        this.client = client;
    }

    @Override
    public String name() {
        return "message_broker";
    }

    @Override
    public Finding find() {
        try {
            int brokers = client.getCluster()
                    .nodes()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .size();
            var topic = Topics.RAW_ARTIFACT.topic();
            boolean hasTopic =
                    client.getTopics().stream().anyMatch(one -> one.name().equals(topic));
            return hasTopic
                    ? Finding.pass("%d brokers, topic %s is there".formatted(brokers, topic))
                    : Finding.fail("there is no topic " + topic, "Make the topics as the runbook says.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker was asked", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not answer", e);
        }
    }
}
