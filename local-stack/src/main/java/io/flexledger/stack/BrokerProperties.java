package io.flexledger.stack;

import java.util.Map;
import java.util.Properties;

/** The broker's configuration: one node, both broker and controller, on loopback, sized for one person's ledger. */
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final int MIB = 1024 * 1024;
    private static final int LARGEST_RECORD = 17 * MIB; // a 16 MiB statement, and room for its key and headers

    private BrokerProperties() {}

    static Properties of(KafkaSettings settings) {
        Properties properties = new Properties();
        properties.putAll(node(settings));
        properties.putAll(SINGLE_NODE);
        properties.putAll(RECORDS);
        properties.putAll(SMALL);
        return properties;
    }

    private static Map<String, String> node(KafkaSettings settings) {
        String controller = "127.0.0.1:" + settings.controllerPort();
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "log.dirs",
                settings.directory().toString(),
                "listeners",
                "PLAINTEXT://%s,%s://%s".formatted(settings.bootstrap(), CONTROLLER_LISTENER, controller),
                "advertised.listeners",
                "PLAINTEXT://" + settings.bootstrap(),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "controller.listener.names",
                CONTROLLER_LISTENER,
                // Static, not dynamic: the controller's port is not written to disk, so it may change.
                "controller.quorum.voters",
                NODE_ID + "@" + controller);
    }

    private static final Map<String, String> SINGLE_NODE = Map.ofEntries(
            Map.entry("default.replication.factor", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("auto.create.topics.enable", "false"),
            // After kill -9 the controller first waits for the dead session to end: 3 s instead of 9 s.
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"));

    private static final Map<String, String> RECORDS = Map.of(
            "message.max.bytes",
            Integer.toString(LARGEST_RECORD),
            "replica.fetch.max.bytes",
            Integer.toString(LARGEST_RECORD),
            "replica.fetch.response.max.bytes",
            Integer.toString(LARGEST_RECORD),
            // A killed broker loses nothing acknowledged, because the operating system holds it. A power cut takes at
            // most a second of the broker's own topics; those of the platform are on disk before they are acknowledged.
            "log.flush.interval.ms",
            "1000",
            "log.flush.scheduler.interval.ms",
            "1000",
            // Nothing is forgotten unless the topic says so: the log is the ledger's history.
            "log.retention.ms",
            "-1");

    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "2"),
            Map.entry("num.replica.fetchers", "1"),
            Map.entry("background.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("log.cleaner.threads", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 * MIB)), // 128 MiB of heap by default
            Map.entry("log.index.size.max.bytes", Integer.toString(2 * MIB)), // what a full 1 GiB segment needs
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.num.partitions", "2"),
            Map.entry("metric.reporters", ""));
}
