package io.flexledger.report.adapter.kafka;

import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.report.DayReports;
import io.flexledger.report.Holdings;
import io.flexledger.report.Published;
import io.flexledger.report.ReportProjector;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Through the real broker: three topics in, one report out. */
@QuarkusTest
@WithTestResource(StackResource.class)
class LedgerConsumerTest {

    private static final AccountId ACCOUNT = AccountId.of("U1000001");
    private static final LocalDate FRIDAY = LocalDate.parse("2025-07-18");

    private final Published published;
    private final Holdings holdings;
    private final DayReports reports;
    private final Map<String, Object> broker;

    @Inject
    LedgerConsumerTest(
            Pool pool,
            ReportProjector projector,
            Holdings holdings,
            DayReports reports,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.published = new Published(pool, projector);
        this.holdings = holdings;
        this.reports = reports;
        this.broker = broker;
    }

    @Test
    void whatTheLedgerPublishesIsReportedOnceAndWithdrawnWhenItSaysSo() throws Exception {
        published.clear();
        published.apply(Published.goldenDays());
        var expected = holdings.projectionHash();
        published.clear();

        try (var producer = producer()) {
            for (int round = 0; round < 2; round++) { // the second delivery changes nothing
                for (var projection : Published.goldenDays()) {
                    send(producer, Published.topicOf(projection), projection.key(), ContractJson.write(projection));
                }
                awaitConsumed(producer);
                assertThat(holdings.projectionHash()).isEqualTo(expected);
            }
            var entry = Published.goldenDays().getLast();
            assertThat(reports.find(ACCOUNT, FRIDAY)).isPresent();
            send(producer, Published.topicOf(entry), entry.key(), null);
            awaitConsumed(producer);
            assertThat(holdings.projectionHash()).isNotEqualTo(expected);
        }
    }

    private final Map<String, Long> sent = new HashMap<>();

    private void send(KafkaProducer<String, byte[]> producer, Topics topic, String key, byte @Nullable [] value)
            throws ExecutionException, InterruptedException {
        var metadata =
                producer.send(new ProducerRecord<>(topic.topic(), key, value)).get();
        sent.merge(metadata.topic() + "-" + metadata.partition(), metadata.offset() + 1, Math::max);
    }

    private void awaitConsumed(KafkaProducer<String, byte[]> producer) {
        producer.flush();
        await().untilAsserted(() -> {
            Map<String, Integer> consumed = given().get("/progress").jsonPath().getMap("consumed");
            sent.forEach((partition, next) -> assertThat(consumed.get(partition))
                    .as(partition)
                    .isNotNull()
                    .isGreaterThanOrEqualTo(next.intValue()));
        });
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.get("bootstrap.servers"), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
