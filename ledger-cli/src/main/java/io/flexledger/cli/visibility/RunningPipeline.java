package io.flexledger.cli.visibility;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.stack.Service;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.progress.Pipeline;
import io.flexledger.stack.Ports;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The stack on this machine: its services over HTTP, its topics over the broker. */
public final class RunningPipeline implements Pipeline, AutoCloseable {

    private final Map<String, ServiceClient> services = new HashMap<>();
    private final Admin admin;

    public RunningPipeline(Ports ports) {
        for (Service service : Service.values()) {
            services.put(service.module(), new ServiceClient(service.module(), ports.of(service.port())));
        }
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, ports.bootstrap(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000));
    }

    @Override
    public Progress progress(String service) {
        JsonNode answer = client(service).getJson("/progress", Map.of());
        Map<Partition, Long> consumed = new HashMap<>();
        answer.path("consumed")
                .properties()
                .forEach(entry -> partition(entry.getKey())
                        .ifPresent(partition ->
                                consumed.put(partition, entry.getValue().longValue())));
        return new Progress(consumed, answer.path("outbox").longValue());
    }

    @Override
    public Map<Partition, Long> ends(Topics topic) {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic.topic(), number))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        try {
            Map<Partition, Long> ends = new HashMap<>();
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(new Partition(topic, partition.partition()), end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new CommandFailure(
                    ExitCode.UPSTREAM,
                    "the broker does not say where %s ends: %s".formatted(topic, e.getCause()),
                    "see ./ledger status",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "interrupted", null, e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    /** A topic that is not in the register does not concern us. */
    private static Optional<Partition> partition(String name) {
        int dash = name.lastIndexOf('-');
        return Topics.find(name.substring(0, dash))
                .map(topic -> new Partition(topic, Integer.parseInt(name.substring(dash + 1))));
    }

    private ServiceClient client(String service) {
        ServiceClient client = services.get(service);
        if (client == null) {
            throw new IllegalStateException("no client for " + service);
        }
        return client;
    }
}
