package io.flexledger.realtime;

import static io.flexledger.realtime.frame.Written.CALLS_SOLD;
import static io.flexledger.realtime.frame.Written.COST;
import static io.flexledger.realtime.frame.Written.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.ExecutionId;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.realtime.adapter.db.FillTable;
import io.flexledger.realtime.adapter.db.FrameTable;
import io.flexledger.realtime.frame.Section;
import io.flexledger.realtime.frame.Written;
import io.flexledger.realtime.provisional.ListedFill;
import io.flexledger.testing.StackResource;
import io.flexledger.testing.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a real database and a real broker. */
@QuarkusTest
@WithTestResource(StackResource.class)
class FillDeskTest {

    private static final Instant NOW = Instant.parse("2026-06-11T13:31:04Z");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 11);
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    private final FillDesk desk;
    private final Pool pool;
    private String account = "";

    @Inject
    FillDeskTest(FillDesk desk, Pool pool) {
        this.desk = desk;
        this.pool = pool;
    }

    @BeforeEach
    void anotherAccount() {
        account = "DU90001%02d".formatted(ACCOUNTS.incrementAndGet());
    }

    @Test
    void aFillIsToldAtOnceAndAgainWithItsCommission() {
        keep(NOW, CALLS_SOLD);
        keep(NOW.plusSeconds(2), COST);

        assertThat(told()).extracting(Fill::commission).containsExactly(null, Money.of("-1.0003", "USD"));
        assertThat(told())
                .extracting(Fill::id)
                .doesNotContainNull()
                .hasSize(2)
                .allSatisfy(id -> assertThat(id).isEqualTo(told().getFirst().id()));
        assertThat(told()).extracting(fill -> fill.fact().statedAt()).containsExactly(NOW, NOW.plusSeconds(2));
    }

    @Test
    void bothInOneBatchAreToldOnce() {
        keep(NOW, COST, CALLS_SOLD);

        assertThat(told()).extracting(Fill::commission).containsExactly(Money.of("-1.0003", "USD"));
    }

    @Test
    void hearingEverythingAgainTellsNothing() {
        keep(NOW, CALLS_SOLD, COST);
        keep(NOW.plusSeconds(60), Written.toldAgain(), COST, CALLS_SOLD);

        assertThat(told()).hasSize(1);
        assertThat(listed()).hasSize(1);
    }

    @Test
    void aCorrectionIsANewerVersionOfTheSameFact() {
        keep(NOW, CALLS_SOLD, COST);
        keep(NOW.plusSeconds(60), Written.corrected());

        assertThat(told()).extracting(Fill::quantity).containsExactly(Quantity.of("-2"), Quantity.of("-1"));
        assertThat(told().getLast().id()).isEqualTo(told().getFirst().id());
        assertThat(listed())
                .singleElement()
                .satisfies(fill -> assertThat(fill.execId()).endsWith(".02"));
    }

    @Test
    void versionsGoUpwardsThoughTheClockStoodStill() {
        keep(NOW, CALLS_SOLD);
        keep(NOW, COST);

        assertThat(told().getLast().fact().statedAt()).isAfter(NOW);
    }

    @Test
    void whatCannotBeValuedIsListedAndNotTold() {
        keep(NOW, CALLS_SOLD.replace("|C|100|CBOE|", "|C||CBOE|"));

        assertThat(told()).isEmpty();
        assertThat(listed())
                .singleElement()
                .satisfies(fill -> assertThat(fill.told()).isFalse());
    }

    @Test
    void whatCannotBeReadIsKept() {
        long before = FrameTable.unreadable(pool);

        desk.keep(
                List.of(new FrameTable.Entry(
                        Section.UNDECODABLE, null, "message 11, field 3 (conId): no number", frame("11|x|" + account))),
                NOW);

        assertThat(FrameTable.unreadable(pool)).isEqualTo(before + 1);
    }

    @Test
    void framesCannotBeChanged() {
        keep(NOW, CALLS_SOLD);

        assertThat(pool.query("update frame set section = 'other'")
                        .execute()
                        .map(_ -> "changed")
                        .onFailure()
                        .recoverWithItem(Throwable::getMessage)
                        .await()
                        .indefinitely())
                .contains("frames are kept as they came");
    }

    /** Each test has an account, and executions, of its own. */
    private void keep(Instant now, String... messages) {
        desk.keep(
                Arrays.stream(messages).map(this::own).map(FillDeskTest::entry).toList(), now);
    }

    private String own(String message) {
        return message.replace("DU9000001", account).replace("0000e0d5", "0000" + account.substring(5));
    }

    private static FrameTable.Entry entry(String message) {
        boolean execution = message.startsWith("11|");
        String execId = message.split("\\|", -1)[execution ? 14 : 2];
        return new FrameTable.Entry(
                execution ? Section.EXECUTION : Section.COMMISSION,
                ExecutionId.of(execId).base(),
                null,
                frame(message));
    }

    private List<ListedFill> listed() {
        return FillTable.ofDay(pool, DAY, account);
    }

    private List<Fill> told() {
        List<Fill> told = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestStack.running().bootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.CANONICAL_EVENT.topic()).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (outgoing() > 0) {
                Thread.onSpinWait();
            }
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(account)) {
                        told.add(ContractJson.read(record.value(), Fill.class));
                    }
                });
            }
        }
        return told;
    }

    private long outgoing() {
        return pool.query("select count(*) from outbox")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }
}
