package io.flexledger.ledger.adapter.kafka;

import static io.flexledger.ledger.day.Facts.statementRead;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.day.Facts;
import io.flexledger.ledger.day.GoldenDays;
import io.flexledger.testing.StackResource;
import io.flexledger.testing.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class CanonicalEventConsumerTest {

    private static final List<CanonicalEvent> THURSDAY = with(GoldenDays.THURSDAY, GoldenDays.BEFORE, "2025-07-17");
    private static final List<CanonicalEvent> FRIDAY = with(GoldenDays.FRIDAY, null, "2025-07-18");

    private final Pool pool;

    @Inject
    CanonicalEventConsumerTest(Pool pool) {
        this.pool = pool;
    }

    private static List<CanonicalEvent> with(List<CanonicalEvent> events, @Nullable CanonicalEvent first, String day) {
        var all = new ArrayList<CanonicalEvent>();
        if (first != null) {
            all.add(first);
        }
        all.addAll(events);
        all.add(statementRead(day));
        return all;
    }

    @Test
    void foldsAStatementOnceItIsReadToItsEnd() {
        var account = account();

        send(Facts.of(account, THURSDAY));
        var published = published(account);

        assertThat(published.keySet()).contains(account + "/2025-07-17/official", account + "/2025-07-17/calculated");
        assertThat(Objects.requireNonNull(published.get(account + "/2025-07-17/calculated"))
                        .at("/total/amount")
                        .asText())
                .startsWith("79754.8106992");
        assertThat(published.values()).filteredOn(node -> node.has("postings")).hasSize(11);
    }

    @Test
    void postingsSumToZeroInTheDatabaseToo() {
        var account = account();

        send(Facts.of(account, THURSDAY));
        published(account);
        var unbalanced = pool.preparedQuery("""
            select entry_id, commodity from posting where account = $1
             group by entry_id, commodity having sum(amount) <> 0
            """).executeAndAwait(Tuple.of(account.value()));

        assertThat(unbalanced.size()).isZero();
    }

    @Test
    void anAccountWhoseFactsContradictOneAnotherWaitsAsItWasAndOthersGoOn() {
        var account = account();
        var other = account();
        send(Facts.of(account, THURSDAY));
        var before = published(account);
        var later = Facts.nav("2025-07-18", "", Map.of());
        var inAnotherBase =
                new NavStated(later.fact(), Facts.USD, Money.of("10149.69", "USD"), Collections.emptySortedMap());

        send(Facts.of(account, List.of(inAnotherBase, statementRead("2025-07-18"))));
        send(Facts.of(other, THURSDAY));

        assertThat(published(account)).isEqualTo(before);
        assertThat(published(other)).hasSameSizeAs(before);
        given().get("/ledger/accounts")
                .then()
                .body("find { it.account == '%s' }.held".formatted(account), containsString("cannot be folded"))
                .body("find { it.account == '%s' }.held".formatted(other), nullValue());
    }

    @Test
    void aLaterReadingOfTheSameStatementReplacesWhatTheFirstSaid() {
        var account = account();
        var deposit = Facts.cash("2025-07-14", "Deposits/Withdrawals", Money.of("100", "HKD"));
        var misread = new CashFlow(
                deposit.fact(), null, deposit.cashType(), Money.of("1", "HKD"), null, null, null, null, null);

        send(Facts.of(account, List.of(misread, statementRead("2025-07-14"))));
        published(account);
        send(Facts.of(account, List.of(deposit, statementRead("2025-07-14"))));

        assertThat(Objects.requireNonNull(published(account).get(account + "/2025-07-14/calculated"))
                        .at("/total/amount")
                        .asText())
                .isEqualTo("100");
    }

    @Test
    void aRateFromACurrencyToItselfShowsTheBase() {
        var account = account();
        var deposit = Facts.cash("2025-07-14", "Deposits/Withdrawals", Money.of("100", "EUR"));
        var shown = new CashFlow(
                deposit.fact(),
                null,
                deposit.cashType(),
                deposit.amount(),
                new FxRate(CurrencyCode.of("EUR"), CurrencyCode.of("EUR"), BigDecimal.ONE, FxRate.Source.ROW),
                null,
                null,
                null,
                null);

        send(Facts.of(account, List.of(shown, statementRead("2025-07-14"))));

        assertThat(Objects.requireNonNull(published(account).get(account + "/2025-07-14/calculated"))
                        .at("/total/currency")
                        .asText())
                .isEqualTo("EUR");
    }

    @Test
    void aStatementReadTwicePublishesNothingNew() {
        var account = account();
        send(Facts.of(account, THURSDAY));
        var once = published(account);

        send(Facts.of(account, THURSDAY));

        assertThat(published(account)).isEqualTo(once);
    }

    @Test
    void theDaysMayArriveInAnyOrder() {
        var inOrder = account();
        var reversed = account();

        send(Facts.of(inOrder, THURSDAY));
        send(Facts.of(inOrder, FRIDAY));
        send(Facts.of(reversed, FRIDAY));
        send(Facts.of(reversed, THURSDAY));

        assertThat(values(reversed)).containsExactlyInAnyOrderElementsOf(values(inOrder));
    }

    @Test
    void anEntryIsTraceableToItsEvents() {
        var account = account();
        send(Facts.of(account, FRIDAY));
        var entry = published(account).values().stream()
                .filter(node -> node.at("/detail/kind").asText().equals("delivery"))
                .findFirst()
                .orElseThrow();

        given().get("/ledger/entries/" + entry.get("id").asText()).then().statusCode(200);
        for (var event : entry.get("events")) {
            given().get("/ledger/events/" + event.asText()).then().statusCode(200);
        }
        given().get("/ledger/entries/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("ENTRY_NOT_FOUND"));
    }

    private static AccountId account() {
        return AccountId.of("U" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** What a reader sees of an account, without what names the account or counts the way there. */
    private static List<String> values(AccountId account) {
        return published(account).values().stream()
                .map(node -> node.without(List.of("version", "id", "account", "events"))
                        .toString()
                        .replaceAll("[0-9a-f-]{36}", "id")
                        .replace(account.value(), "account"))
                .toList();
    }

    private static void send(List<CanonicalEvent> events) {
        var config =
                Map.<String, Object>of("bootstrap.servers", TestStack.running().bootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (var event : events) {
                var record = new ProducerRecord<>(
                        Topics.CANONICAL_EVENT.topic(), event.account().value(), ContractJson.write(event));
                CloudEvent.of(event)
                        .headers(CloudEvent.JSON)
                        .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                var _ = producer.send(record); // closing the producer waits for all
            }
        }
    }

    /** The newest value of each of the account's keys, once the service has nothing left to do. */
    private static SortedMap<String, ObjectNode> published(AccountId account) {
        awaitIdle();
        var newest = new TreeMap<String, ObjectNode>();
        for (var record : everything(List.of(Topics.JOURNAL_ENTRY, Topics.POSITION_UPDATE, Topics.NAV_SNAPSHOT))) {
            if (!record.key().startsWith(account + "/")) {
                continue;
            }
            if (record.value() == null) {
                newest.remove(record.key());
            } else {
                newest.put(record.key(), ContractJson.read(record.value(), ObjectNode.class));
            }
        }
        return newest;
    }

    private static void awaitIdle() {
        var end = new AtomicLong();
        try (var consumer = consumer()) {
            var partitions = consumer.partitionsFor(Topics.CANONICAL_EVENT.topic()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            end.set(ends.values().stream().mapToLong(Long::longValue).sum());
        }
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    var progress = given().get("/progress").as(ObjectNode.class);
                    long consumed = 0;
                    for (var offset : progress.get("consumed")) {
                        consumed += offset.asLong();
                    }
                    return consumed >= end.get() && progress.get("outbox").asLong() == 0;
                });
    }

    private static List<ConsumerRecord<String, byte[]>> everything(List<Topics> topics) {
        try (var consumer = consumer()) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.topic()).stream())
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        var config =
                Map.<String, Object>of("bootstrap.servers", TestStack.running().bootstrap());
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
