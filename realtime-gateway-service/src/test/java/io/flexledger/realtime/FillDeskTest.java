package io.flexledger.realtime;

import static io.flexledger.realtime.frame.Written.CALLS_SOLD;
import static io.flexledger.realtime.frame.Written.COST;
import static io.flexledger.realtime.frame.Written.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.ExecutionId;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.realtime.adapter.db.FillTable;
import io.flexledger.realtime.adapter.db.FrameTable;
import io.flexledger.realtime.fill.Review;
import io.flexledger.realtime.frame.Section;
import io.flexledger.realtime.frame.Written;
import io.flexledger.realtime.provisional.ListedFill;
import io.flexledger.testing.StackResource;
import io.flexledger.testing.TestStack;
import io.flexledger.transport.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
    private final MeterRegistry registry;
    private String account = "";

    @Inject
    FillDeskTest(FillDesk desk, Pool pool, MeterRegistry registry) {
        this.desk = desk;
        this.pool = pool;
        this.registry = registry;
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

    /** 2, then 2 more under an id that looks like a correction, then that one corrected to 1. */
    @Test
    void aCorrectedFillIsNotBookedBesideItsCorrection() {
        keep(NOW, Written.version("01", "2", "2"));
        keep(NOW.plusSeconds(1), Written.version("02", "2", "4"));
        keep(NOW.plusSeconds(2), Written.version("03", "1", "4"));

        assertThat(booked()).isEqualByComparingTo("-3");
        assertThat(listed()).hasSize(2);
    }

    @Test
    void aKeyThatNoLongerStandsIsTakenBack() {
        keep(NOW, Written.version("01", "2", "2"));
        keep(NOW.plusSeconds(1), Written.version("02", "2", "4"));
        assertThat(booked()).isEqualByComparingTo("-4");

        keep(NOW.plusSeconds(2), anotherExecution("2", "4"));
        assertThat(booked()).as("the total was the other's").isEqualByComparingTo("-4");
        assertThat(listed()).extracting(ListedFill::takenBack).containsExactlyInAnyOrder(false, true, false);
        keep(NOW.plusSeconds(3), Written.version("02", "2", "4"), anotherExecution("2", "4"));
        assertThat(told()).as("hearing it again tells nothing").hasSize(5);
    }

    @Test
    void aFillCorrectedToNothingIsTakenBackAndStandsAgainOnceItIsMore() {
        keep(NOW, CALLS_SOLD);
        keep(NOW.plusSeconds(1), Written.version("02", "0", "0"));

        assertThat(booked()).isZero();
        assertThat(told().getLast().fact().superseded()).isTrue();
        assertThat(told().getLast().fact().statedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(listed()).singleElement().satisfies(fill -> {
            assertThat(fill.takenBack()).isTrue();
            assertThat(fill.told()).isFalse();
        });

        keep(NOW.plusSeconds(2), Written.version("03", "1", "1"));
        assertThat(booked()).isEqualByComparingTo("-1");
        assertThat(told().getLast().fact().superseded()).isFalse();
        assertThat(listed()).extracting(ListedFill::takenBack).containsExactly(false);
    }

    @Test
    void whatCannotBeValuedAnyMoreIsTakenBack() {
        keep(NOW, CALLS_SOLD);
        keep(NOW.plusSeconds(1), Written.corrected().replace("|C|100|CBOE|", "|C||CBOE|"));

        assertThat(booked()).isZero();
    }

    @Test
    void aFillThatIsMovedToAnotherAccountIsTakenBackInTheFirst() {
        keep(NOW, CALLS_SOLD);
        keep(NOW.plusSeconds(1), Written.version("02", "2", "2").replace("DU9000001", "DU9000001X"));

        assertThat(booked()).isZero();
        assertThat(listed()).extracting(ListedFill::takenBack).containsExactly(true);
        assertThat(FillTable.ofDay(pool, DAY, account + "X"))
                .extracting(ListedFill::told)
                .containsExactly(true);
    }

    @Test
    void anOrderOfWhichMoreIsBookedThanWasFilledIsForAPerson() {
        keep(NOW, CALLS_SOLD);
        assertThat(listed()).allSatisfy(fill -> assertThat(fill.reviews()).isEmpty());
        double before = filledMore();

        keep(NOW.plusSeconds(1), anotherExecution("1", "2"));
        keep(NOW.plusSeconds(2), COST);

        assertThat(listed())
                .hasSize(2)
                .allSatisfy(fill -> assertThat(fill.reviews()).containsExactly(Review.ORDER_FILLED_MORE));
        assertThat(filledMore()).isEqualTo(before + 1);
    }

    @Test
    void anAccountThatCanBeNoneIsNotTold() {
        keep(NOW, CALLS_SOLD.replace("DU9000001", "DU9000001" + "x".repeat(70)));
        keep(NOW, CALLS_SOLD);

        assertThat(told()).hasSize(1);
    }

    @Test
    void hearingEverythingAgainUsesNoNumbers() {
        keep(NOW, CALLS_SOLD, COST);
        long before = number();
        for (int i = 0; i < 10; i++) {
            keep(NOW.plusSeconds(60), CALLS_SOLD, COST);
        }

        assertThat(number()).isEqualTo(before);
    }

    @Test
    void aFrameBeyond32BitsIsTold() {
        long before = number();
        try {
            pool.query("select setval('frame_number_seq', 2147483648)").executeAndAwait();
            keep(NOW, CALLS_SOLD);
            assertThat(told()).hasSize(1);
        } finally {
            pool.query("select setval('frame_number_seq', " + before + ")").executeAndAwait();
        }
    }

    /** Asked for with every batch; where sequential scans are forbidden, an index is used if there is any. */
    @Test
    void whatIsKnownOfAnExecutionIsFoundByAnIndex() {
        var plan = new StringBuilder();
        Transactions.run(pool, tx -> {
            tx.query("set local enable_seqscan = off").executeAndAwait();
            tx.query("explain select account from fill where execution = any(array['x','y'])")
                    .executeAndAwait()
                    .forEach(row -> plan.append(row.getString(0)));
        });

        assertThat(plan.toString()).contains("fill_execution").doesNotContain("Seq Scan");
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

    /** Of the same order. */
    private static String anotherExecution(String shares, String total) {
        return Written.version("01", shares, total).replace("6669b1a3", "6669b1a4");
    }

    /** Of each fact its newest version. */
    private BigDecimal booked() {
        Map<EventId, Fill> newest = new HashMap<>();
        told().forEach(fill -> newest.merge(
                fill.id(),
                fill,
                (one, other) -> other.fact().statedAt().isBefore(one.fact().statedAt()) ? one : other));
        return newest.values().stream()
                .filter(fill -> !fill.fact().superseded())
                .map(fill -> fill.quantity().units())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private long number() {
        return pool.query("select last_value from frame_number_seq")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    private double filledMore() {
        return registry.counter("ledger.gateway.orders.filled.more").count();
    }

    /** Each test has an account, executions and an order of its own. */
    private void keep(Instant now, String... messages) {
        desk.keep(
                Arrays.stream(messages).map(this::own).map(FillDeskTest::entry).toList(), now);
    }

    private String own(String message) {
        return message.replace("DU9000001", account)
                .replace("0000e0d5", "0000" + account.substring(5))
                .replace("|900000372|", "|9000" + account.substring(3) + "|");
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
