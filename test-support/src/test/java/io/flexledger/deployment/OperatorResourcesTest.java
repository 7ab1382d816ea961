package io.flexledger.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.Topics;
import io.flexledger.stack.Databases;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Broker and database of the prod overlay, which their operators make. */
class OperatorResourcesTest {

    private static final Manifests PROD = Manifests.in("k8s/overlays/prod");
    private static final String TOPIC_LABEL = "strimzi.io/cluster";

    @Test
    void makesTheTopicsOfTheRegister() {
        assertThat(PROD.custom("KafkaTopic"))
                .extracting(OperatorResourcesTest::name)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topics.values()).map(Topics::topic).toList());
    }

    @ParameterizedTest
    @EnumSource(Topics.class)
    void keepsATopicAsTheRegisterSays(Topics topic) {
        JsonNode resource = PROD.custom("KafkaTopic").stream()
                .filter(found -> name(found).equals(topic.topic()))
                .findFirst()
                .orElseThrow();
        JsonNode spec = resource.path("spec");

        assertThat(spec.path("partitions").asInt()).isEqualTo(Topics.PARTITIONS);
        assertThat(spec.path("config").path("max.message.bytes").asInt()).isEqualTo(Topics.MAX_RECORD_BYTES);
        assertThat(resource.path("metadata").path("labels").path(TOPIC_LABEL).asText())
                .isEqualTo(name(kafka()));
        switch (topic.retention()) {
            case FOREVER -> {
                assertThat(spec.path("config").path("cleanup.policy").asText()).isEqualTo("delete");
                assertThat(spec.path("config").path("retention.ms").asInt()).isEqualTo(-1);
                assertThat(spec.path("config").path("retention.bytes").asInt()).isEqualTo(-1);
            }
            case COMPACTED ->
                assertThat(spec.path("config").path("cleanup.policy").asText()).isEqualTo("compact");
        }
    }

    @Test
    void hasABrokerThatTakesAWholeStatementAndForgetsNothing() {
        JsonNode config = kafka().path("spec").path("kafka").path("config");
        assertThat(config.path("message.max.bytes").asInt()).isGreaterThanOrEqualTo(Topics.MAX_RECORD_BYTES);
        assertThat(config.path("log.retention.ms").asInt()).isEqualTo(-1);
        assertThat(config.path("auto.create.topics.enable").asBoolean(true)).isFalse();
        assertThat(PROD.custom("KafkaNodePool"))
                .allSatisfy(pool -> assertThat(pool.path("metadata")
                                .path("labels")
                                .path(TOPIC_LABEL)
                                .asText())
                        .isEqualTo(name(kafka())));
    }

    @Test
    void givesEachServiceALoginAndASchema() {
        JsonNode cluster = PROD.custom("Cluster").getFirst();
        JsonNode database = PROD.custom("Database").getFirst();

        assertThat(stream(cluster.path("spec").path("managed").path("roles")))
                .allMatch(role -> role.path("login").asBoolean())
                .extracting(role -> role.path("name").asText()
                        + " "
                        + role.path("passwordSecret").path("name").asText())
                .containsExactlyInAnyOrderElementsOf(Databases.SERVICES.stream()
                        .map(service -> service + " flexledger-db-" + service)
                        .toList());
        assertThat(database.path("spec").path("name").asText()).isEqualTo(Databases.DATABASE);
        assertThat(database.path("spec").path("cluster").path("name").asText()).isEqualTo(name(cluster));
        Map<String, String> owners = new TreeMap<>();
        stream(database.path("spec").path("schemas"))
                .forEach(schema -> owners.put(
                        schema.path("name").asText(), schema.path("owner").asText()));
        assertThat(owners).hasSameSizeAs(Databases.SERVICES);
        Databases.SERVICES.forEach(service -> assertThat(owners).containsEntry(service, service));
    }

    @Test
    void isReachedUnderTheNamesItsOperatorsGive() {
        String kustomization = Checkout.text("k8s/overlays/prod/kustomization.yaml");
        assertThat(kustomization)
                .contains("value: %s-rw\n".formatted(name(PROD.custom("Cluster").getFirst())))
                .contains("value: %s-kafka-bootstrap:9092\n".formatted(name(kafka())));
        assertThat(label(kafka().path("spec")
                        .path("kafka")
                        .path("template")
                        .path("pod")
                        .path("metadata")))
                .isEqualTo("broker");
        assertThat(label(PROD.custom("Cluster").getFirst().path("spec").path("inheritedMetadata")))
                .isEqualTo("database");
        ServiceSettings.MODULES.forEach(
                module -> assertThat(kustomization).contains("name: flexledger/" + module + "\n"));
    }

    private static JsonNode kafka() {
        return PROD.custom("Kafka").getFirst();
    }

    private static String name(JsonNode resource) {
        return resource.path("metadata").path("name").asText();
    }

    private static String label(JsonNode metadata) {
        return metadata.path("labels").path("flexledger.io/part").asText();
    }

    private static List<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
