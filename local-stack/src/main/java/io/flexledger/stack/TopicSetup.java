package io.flexledger.stack;

import io.flexledger.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the topics of the register on a broker, and refuses a broker whose topics keep records differently. */
public final class TopicSetup {

    private static final short ONE_REPLICA = 1;
    private static final Duration PROPAGATION = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(50);

    private TopicSetup() {}

    /** Topics that exist are compared with the register and never changed. */
    public static void apply(Admin admin) throws InterruptedException, ExecutionException {
        create(admin);
        List<String> differences = differencesOnceKnown(admin);
        if (!differences.isEmpty()) {
            throw new IllegalStateException(
                    "the broker's topics do not match the register: " + String.join("; ", differences));
        }
    }

    private static void create(Admin admin) throws InterruptedException, ExecutionException {
        Collection<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = Arrays.stream(Topics.values())
                .filter(topic -> !existing.contains(topic.topic()))
                .map(topic -> new NewTopic(topic.topic(), Topics.PARTITIONS, ONE_REPLICA).configs(settings(topic)))
                .toList();
        for (var made : admin.createTopics(missing).values().values()) {
            try {
                made.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // another process was faster
                    throw e;
                }
            }
        }
    }

    /** The controller makes a topic; the broker, which is asked about it, learns of it a moment later. */
    private static List<String> differencesOnceKnown(Admin admin) throws InterruptedException, ExecutionException {
        Instant deadline = Instant.now().plus(PROPAGATION);
        while (true) {
            try {
                return differences(admin);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
                        || Instant.now().isAfter(deadline)) {
                    throw e;
                }
                Thread.sleep(POLL);
            }
        }
    }

    private static List<String> differences(Admin admin) throws InterruptedException, ExecutionException {
        List<String> names = Arrays.stream(Topics.values()).map(Topics::topic).toList();
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        List<String> differences = new ArrayList<>();
        for (TopicDescription found :
                admin.describeTopics(names).allTopicNames().get().values()) {
            compare(
                    found.name(),
                    "partitions",
                    Topics.PARTITIONS,
                    found.partitions().size(),
                    differences);
        }
        for (Map.Entry<ConfigResource, Config> found :
                admin.describeConfigs(resources).all().get().entrySet()) {
            String name = found.getKey().name();
            settings(Topics.find(name).orElseThrow())
                    .forEach((key, wanted) ->
                            compare(name, key, wanted, found.getValue().get(key).value(), differences));
        }
        return differences;
    }

    private static void compare(String topic, String setting, Object wanted, Object found, List<String> differences) {
        if (!wanted.equals(found)) {
            differences.add("%s has %s %s instead of %s".formatted(topic, setting, found, wanted));
        }
    }

    private static Map<String, String> settings(Topics topic) {
        Map<String, String> settings = new HashMap<>();
        settings.put("max.message.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
        // On disk before it is acknowledged: there is no second replica to refill from after a power cut, and
        // PostgreSQL, which survives one, remembers the record as sent.
        settings.put("flush.messages", "1");
        switch (topic.retention()) {
            case FOREVER -> {
                settings.put("cleanup.policy", "delete");
                settings.put("retention.ms", "-1");
                settings.put("retention.bytes", "-1");
            }
            case COMPACTED -> settings.put("cleanup.policy", "compact");
        }
        return settings;
    }
}
