package io.flexledger.transport.relay;

import io.flexledger.contracts.Topics;
import io.flexledger.transport.OutboxTable.Lane;
import io.flexledger.transport.OutboxTable.Queued;
import io.flexledger.transport.OutgoingRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends rounds of records through one idempotent producer. The producer itself repeats a send for as long as the broker
 * is away, because only it can do so without doubling or reordering; a round that was given up is repeated whole.
 */
final class RecordSender implements AutoCloseable {

    /** How long to wait without a word before calling it an outage. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Stays below every topic's limit: the producer splits a refused batch into batches of this size, again and again. */
    private static final int BATCH_BYTES = 64 * 1024;

    private static final Set<Class<?>> REFUSALS = Set.of(
            RecordTooLargeException.class,
            RecordBatchTooLargeException.class,
            InvalidRecordException.class,
            InvalidTimestampException.class,
            InvalidTopicException.class,
            PolicyViolationException.class,
            UnsupportedForMessageFormatException.class);

    private final KafkaProducer<String, byte[]> producer;

    RecordSender(Map<String, Object> broker, String compression) {
        Map<String, Object> config = new HashMap<>(broker);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression);
        config.put(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG, 1); // the producer shares its cores with the service
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 100);
        config.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 5_000);
        config.put(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 100);
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** Called every few seconds while the broker says nothing; throws to give the round up. */
    interface Silence {
        void lasts(Exception reason);
    }

    /** A record on its way. */
    private record Sent(Queued queued, Future<RecordMetadata> acknowledgement) {}

    /** Returns when the fate of every record is known. */
    Receipts send(List<Queued> round, Silence silence) throws InterruptedException {
        Receipts receipts = new Receipts();
        for (Sent sent : hand(round, silence)) {
            try {
                await(sent.acknowledgement, silence);
                receipts.acknowledged(sent.queued);
            } catch (ExecutionException failure) {
                Throwable reason = failure.getCause() == null ? failure : failure.getCause();
                if (isRefusal(reason)) {
                    receipts.refused(sent.queued, reason);
                } else {
                    receipts.failed(sent.queued, reason);
                }
            }
        }
        return receipts;
    }

    /** Hands the round to the producer; what follows a refused record in its lane stays behind. */
    private List<Sent> hand(List<Queued> round, Silence silence) {
        List<Sent> handed = new ArrayList<>(round.size());
        Set<Lane> refused = new HashSet<>();
        for (Queued queued : round) {
            if (!refused.contains(queued.lane())) {
                var acknowledgement = hand(queued.record(), silence);
                handed.add(new Sent(queued, acknowledgement));
                if (acknowledgement.state() == Future.State.FAILED && isRefusal(acknowledgement.exceptionNow())) {
                    refused.add(queued.lane());
                }
            }
        }
        return handed;
    }

    private Future<RecordMetadata> hand(OutgoingRecord record, Silence silence) {
        ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(record.topic(), record.key(), record.value());
        record.headers().forEach((name, value) -> outgoing.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        while (true) {
            var acknowledgement = producer.send(outgoing);
            // Not taken over: the producer knows no broker for the topic yet, or holds as much as it may.
            if (acknowledgement.state() == Future.State.FAILED
                    && acknowledgement.exceptionNow() instanceof org.apache.kafka.common.errors.TimeoutException late) {
                silence.lasts(late);
            } else {
                return acknowledgement;
            }
        }
    }

    private static void await(Future<RecordMetadata> acknowledgement, Silence silence)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                acknowledgement.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException late) {
                silence.lasts(late);
            }
        }
    }

    private static boolean isRefusal(Throwable reason) {
        return REFUSALS.contains(reason.getClass());
    }

    /** At once: what has no receipt is in the outbox still, and may be another relay's by now. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
