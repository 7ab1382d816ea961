package io.flexledger.transport.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.flexledger.testing.Settings;
import io.flexledger.testing.TestStack;
import io.flexledger.transport.Inbox;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.OutgoingRecord;
import io.flexledger.transport.RelaySignal;
import io.flexledger.transport.TransportDatabase;
import io.flexledger.transport.TransportTopics;
import io.flexledger.transport.outage.Persistence;
import io.flexledger.transport.outage.Troubles;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Prints how many records of 1 KiB a second pass each stage, on a real broker and a database that syncs to disk. */
final class TransportThroughput {

    private static final int RECORDS = 200_000;
    private static final int TRANSACTION = 1_000;
    private static final int RECORD_BYTES = 1_024;

    private final TransportDatabase database = TransportDatabase.fresh("realtime");
    private final TransportTopics topics =
            new TransportTopics(TestStack.running().bootstrap());
    private final RelaySignal signal = new RelaySignal();
    private final Troubles troubles = new Troubles();
    private final Outbox outbox = new Outbox(database.pool(), signal);
    private final Random random = new Random(7);

    private TransportThroughput() {}

    public static void main(String[] args) throws InterruptedException {
        var run = new TransportThroughput();
        for (String compression : List.of("zstd", "zstd", "lz4")) {
            String topic = run.topics.create("throughput");
            run.add(topic);
            run.relay(compression);
            run.inbox(topic);
        }
        System.exit(0); // the stack ends with the process
    }

    private void add(String topic) {
        List<List<OutgoingRecord>> transactions = new ArrayList<>();
        for (int from = 0; from < RECORDS; from += TRANSACTION) {
            List<OutgoingRecord> records = new ArrayList<>(TRANSACTION);
            for (int i = 0; i < TRANSACTION; i++) {
                records.add(new OutgoingRecord(topic, "U" + random.nextInt(50), value(), Map.of("ce_id", "" + i)));
            }
            transactions.add(records);
        }
        long start = System.nanoTime();
        transactions.forEach(database::add);
        print("transaction -> outbox, %d a transaction".formatted(TRANSACTION), start);
    }

    private void relay(String compression) throws InterruptedException {
        var config = Settings.of(RelayConfig.class, Map.of("transport.relay.compression", compression));
        var relay = new OutboxRelay(database.pool(), config, topics.broker(), signal, troubles);
        long start = System.nanoTime();
        relay.start();
        while (outbox.pending() > 0) {
            Thread.sleep(20);
        }
        print("outbox -> Kafka, " + compression, start);
        relay.stop();
    }

    private void inbox(String topic) {
        var inbox = new Inbox(database.pool(), outbox, new Persistence(troubles));
        try (var consumer = topics.consumer(Map.of("group.id", topic, "max.poll.records", 500))) {
            consumer.subscribe(List.of(topic));
            int seen = 0;
            long start = System.nanoTime();
            while (seen < RECORDS) {
                var records = consumer.poll(Duration.ofSeconds(1));
                if (seen == 0) {
                    start = System.nanoTime(); // joining the group is not what is measured
                }
                inbox.process(records, (tx, fresh) -> {});
                seen += records.count();
            }
            print("Kafka -> inbox, empty effect, 500 a batch", start);
        }
    }

    /** As repetitive as an event in JSON. */
    private byte[] value() {
        var text = new StringBuilder(RECORD_BYTES);
        while (text.length() < RECORD_BYTES) {
            text.append("\"field")
                    .append(random.nextInt(40))
                    .append("\":\"")
                    .append(random.nextInt(1_000_000))
                    .append("\",");
        }
        return text.substring(0, RECORD_BYTES).getBytes(UTF_8);
    }

    private static void print(String stage, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%-45s %,9.0f records/s   (load %.1f)%n",
                stage,
                RECORDS / seconds,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
