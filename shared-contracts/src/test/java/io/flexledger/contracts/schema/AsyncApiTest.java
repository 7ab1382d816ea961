package io.flexledger.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ApprovedFile;
import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.Topics.Retention;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {

    private final JsonNode document = read();

    @Test
    void equalsWhatTheCodeSays() {
        ApprovedFile.check(AsyncApi.FILE, AsyncApi.yaml(Javadocs.read()));
    }

    @Test
    void hasOneChannelPerTopic() {
        assertThat(names(document.get("channels")))
                .containsExactlyElementsOf(
                        Stream.of(Topics.values()).map(Topics::toString).toList());
    }

    @ParameterizedTest
    @EnumSource
    void channelCarriesTheTopicsMessages(Topics topic) {
        assertThat(names(channel(topic).get("messages"))).isNotEmpty().containsExactlyElementsOf(WireNames.on(topic));
    }

    @ParameterizedTest
    @EnumSource
    void channelIsKeptAsTheTopicSays(Topics topic) {
        var kafka = channel(topic).at("/bindings/kafka");
        var policy = topic.retention() == Retention.COMPACTED ? "compact" : "delete";

        assertThat(kafka.get("partitions").intValue()).isEqualTo(12);
        assertThat(kafka.at("/topicConfiguration/cleanup.policy/0").textValue()).isEqualTo(policy);
        assertThat(kafka.at("/topicConfiguration").path("retention.ms").asInt(0))
                .isEqualTo(topic.retention() == Retention.FOREVER ? -1 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void producersSendAndConsumersReceive(Topics topic) {
        assertThat(services("send", topic)).containsExactlyElementsOf(topic.producers());
        assertThat(services("receive", topic)).containsExactlyElementsOf(topic.consumers());
    }

    private List<String> services(String action, Topics topic) {
        return document.get("operations")
                .valueStream()
                .filter(operation -> operation.get("action").textValue().equals(action))
                .filter(operation -> operation.at("/channel/$ref").textValue().equals("#/channels/" + topic))
                .map(operation -> operation.at("/tags/0/name").textValue())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void messagesNameKeyTypeAndSchema(Topics topic) {
        for (var name : WireNames.on(topic)) {
            var message = document.at("/components/messages/" + name);

            assertThat(message.get("name").textValue()).isEqualTo(CloudEvent.TYPE_PREFIX + name);
            assertThat(message.at("/bindings/kafka/key/description").textValue())
                    .isEqualTo(topic.key());
            assertThat(message.findValuesAsText("$ref")).contains("schemas/" + name + ".json");
        }
    }

    @Test
    void everySchemaFileBelongsToOneMessage() {
        var referred = document.get("components").findValuesAsText("$ref").stream()
                .filter(reference -> reference.startsWith("schemas/"))
                .map(reference -> reference.substring("schemas/".length(), reference.length() - ".json".length()))
                .toList();

        assertThat(referred).containsExactlyInAnyOrderElementsOf(ApprovedFile.names(SchemaFiles.DIRECTORY, ".json"));
        assertThat(names(document.at("/components/messages"))).containsExactlyInAnyOrderElementsOf(referred);
    }

    private JsonNode channel(Topics topic) {
        return document.at("/channels/" + topic);
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read() {
        try {
            return AsyncApi.YAML.readTree(ApprovedFile.read(AsyncApi.FILE));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not YAML", e);
        }
    }
}
