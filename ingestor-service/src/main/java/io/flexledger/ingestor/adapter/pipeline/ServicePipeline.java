package io.flexledger.ingestor.adapter.pipeline;

import io.flexledger.contracts.Topics;
import io.flexledger.contracts.progress.Pipeline;
import io.flexledger.transport.Outbox;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Services over HTTP, topics over the broker. What does not answer has not moved. */
@ApplicationScoped
class ServicePipeline implements Pipeline {

    private static final long CONNECT_SECONDS = 5;
    private static final long READ_SECONDS = 15;

    private final PipelineConfig config;
    private final Outbox outbox;
    private final Map<String, Object> kafka;
    private final Map<URI, ServiceClient> clients = new ConcurrentHashMap<>();

    ServicePipeline(
            PipelineConfig config, Outbox outbox, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = config;
        this.outbox = outbox;
        this.kafka = Map.copyOf(kafka);
    }

    /** Empty where nobody told this service where that one is. */
    Optional<ServiceClient> client(String service) {
        var url = switch (service) {
            case "mapper-service" -> config.mapperUrl();
            case "ledger-service" -> config.ledgerUrl();
            case "report-service" -> config.reportUrl();
            default -> Optional.<URI>empty();
        };
        return url.map(there -> clients.computeIfAbsent(there, ServicePipeline::connect));
    }

    private static ServiceClient connect(URI there) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(there)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .build(ServiceClient.class);
    }

    @Override
    public Progress progress(String service) {
        if (service.equals("ingestor-service")) {
            return new Progress(Map.of(), outbox.pending());
        }
        try {
            var progress = client(service)
                    .orElseThrow(() -> new IllegalStateException("no address of " + service))
                    .progress();
            var consumed = new HashMap<Partition, Long>();
            progress.consumed().forEach((name, next) -> partition(name).ifPresent(part -> consumed.put(part, next)));
            return new Progress(consumed, progress.outbox());
        } catch (ProcessingException | WebApplicationException _) {
            return new Progress(Map.of(), 1);
        }
    }

    @Override
    public Map<Partition, Long> ends(Topics topic) {
        try (var admin = Admin.create(kafka)) {
            var latest = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(number -> new TopicPartition(topic.topic(), number))
                    .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
            var ends = new HashMap<Partition, Long>();
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(new Partition(topic, partition.partition()), end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say where " + topic + " ends", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A topic that is not in the register does not concern us. */
    private static Optional<Partition> partition(String name) {
        int dash = name.lastIndexOf('-');
        return Topics.find(name.substring(0, dash))
                .map(topic -> new Partition(topic, Integer.parseInt(name.substring(dash + 1))));
    }
}
