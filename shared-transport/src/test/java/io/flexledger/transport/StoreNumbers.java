package io.flexledger.transport;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The smallest service: notes the number in each record, and passes the record on. */
@ApplicationScoped
public class StoreNumbers {

    public static final String TOPIC = "numbers";
    public static final String NEXT_TOPIC = "numbers-seen";

    private static final String STORE = """
            insert into effect (topic, partition, at, number)
            select * from unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[])
            """;

    private final Inbox inbox;
    private final Outbox outbox;

    StoreNumbers(Inbox inbox, Outbox outbox) {
        this.inbox = inbox;
        this.outbox = outbox;
    }

    @Incoming("numbers")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, this::store);
    }

    private void store(SqlConnection tx, List<ConsumerRecord<String, byte[]>> fresh) {
        tx.preparedQuery(STORE)
                .executeAndAwait(Tuple.of(
                        fresh.stream().map(ConsumerRecord::topic).toArray(String[]::new),
                        fresh.stream().map(ConsumerRecord::partition).toArray(Integer[]::new),
                        fresh.stream().map(ConsumerRecord::offset).toArray(Long[]::new),
                        fresh.stream().map(StoreNumbers::number).toArray(Long[]::new)));
        outbox.add(
                tx,
                fresh.stream()
                        .map(record -> new OutgoingRecord(NEXT_TOPIC, record.key(), record.value(), Map.of()))
                        .toList());
    }

    private static Long number(ConsumerRecord<String, byte[]> record) {
        return Long.valueOf(new String(record.value(), StandardCharsets.UTF_8));
    }
}
