package io.flexledger.report.adapter.broker;

import io.flexledger.contracts.Topics;
import io.flexledger.transport.Inbox;
import io.flexledger.transport.outage.Part.Kind;
import io.flexledger.transport.outage.Troubles;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Whether this service has taken in all there is on the topics it reads. */
@ApplicationScoped
public class Backlog {

    private static final List<String> READ = List.of(
            Topics.Names.JOURNAL_ENTRY,
            Topics.Names.POSITION_UPDATE,
            Topics.Names.NAV_SNAPSHOT,
            Topics.Names.GATEWAY_STATUS,
            Topics.Names.CANONICAL_EVENT,
            Topics.Names.FILL_STANDING,
            Topics.Names.FETCH_RUN,
            Topics.Names.ALERT);

    private static final long PATIENCE_SECONDS = 5;

    /** What came a moment ago is given a moment. */
    private static final int LOOKS = 5;

    private static final Duration BETWEEN = Duration.ofMillis(150);

    private final Inbox inbox;
    private final Troubles troubles;
    private final Map<String, Object> broker;
    private final Gaps gaps = new Gaps();
    private @Nullable Admin admin;

    Backlog(Inbox inbox, Troubles troubles, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.inbox = inbox;
        this.troubles = troubles;
        this.broker = broker;
    }

    @PreDestroy
    void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }

    /** Up to where every topic went when this was asked; blocks for a moment. Fails while the broker is away. */
    public synchronized boolean isRead() throws InterruptedException {
        if (troubles.now().keySet().stream().anyMatch(part -> part.kind() == Kind.INBOX)) {
            return false;
        }
        var ends = ends();
        for (int look = 1; ; look++) {
            var unread = Gaps.unread(ends, inbox.consumed());
            if (unread.isEmpty() || look == LOOKS) {
                return gaps.alone(unread, Instant.now());
            }
            Thread.sleep(BETWEEN);
        }
    }

    /** Of partitions that hold anything. */
    private Map<TopicPartition, Long> ends() throws InterruptedException {
        try {
            var latest = new HashMap<TopicPartition, OffsetSpec>();
            var earliest = new HashMap<TopicPartition, OffsetSpec>();
            admin().describeTopics(READ)
                    .allTopicNames()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .forEach(topic -> topic.partitions().forEach(partition -> {
                        latest.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest());
                        earliest.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.earliest());
                    }));
            var first = admin().listOffsets(earliest).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var ends = new HashMap<TopicPartition, Long>();
            admin().listOffsets(latest)
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, end) -> {
                        var start = first.get(partition);
                        if (start == null || end.offset() > start.offset()) {
                            ends.put(partition, end.offset());
                        }
                    });
            return ends;
        } catch (ExecutionException | TimeoutException away) {
            throw new KafkaException("the broker does not say how far its topics go", away);
        }
    }

    private Admin admin() {
        if (admin == null) {
            var config = new HashMap<String, Object>();
            broker.forEach((key, value) -> config.put(key, value));
            config.put("client.id", "report-service.backlog");
            admin = Admin.create(config);
        }
        return admin;
    }
}
