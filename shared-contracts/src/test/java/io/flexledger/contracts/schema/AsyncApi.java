package io.flexledger.contracts.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.Topics;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The AsyncAPI 3.0 document of all topics, made from {@link Topics}, {@link WireNames} and the schema files. */
final class AsyncApi {

    static final Path FILE = Path.of("src", "main", "resources", "asyncapi.yaml");

    static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private static final String SCHEMA_FORMAT = "application/schema+json;version=draft-2020-12";

    private static final String KAFKA_BINDING = "0.5.0";

    private final Javadocs javadocs;
    private final ObjectNode document = ContractJson.MAPPER.createObjectNode();

    private AsyncApi(Javadocs javadocs) {
        this.javadocs = javadocs;
    }

    static String yaml(Javadocs javadocs) {
        try {
            return YAML.writeValueAsString(new AsyncApi(javadocs).build());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode build() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Flexledger topics")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "What the services say to one another over Kafka: CloudEvents 1.0 in binary mode. An added"
                                + " optional field keeps a version; anything else makes the next one.");
        document.put("defaultContentType", CloudEvent.JSON);
        for (var topic : Topics.values()) {
            channel(topic);
            topic.producers().forEach(service -> operation(topic, "send", service));
            topic.consumers().forEach(service -> operation(topic, "receive", service));
            WireNames.on(topic).forEach(name -> message(topic, name));
        }
        document.withObject("/components/schemas").set("CloudEventHeaders", HeaderSchema.cloudEvent(javadocs));
        return document;
    }

    private void channel(Topics topic) {
        var channel = document.withObject("/channels").putObject(topic.toString());
        channel.put("address", topic.toString());
        javadocs.of(Topics.class, topic.name()).ifPresent(text -> channel.put("description", text));
        WireNames.on(topic)
                .forEach(name ->
                        channel.withObject("/messages").putObject(name).put("$ref", "#/components/messages/" + name));
        var kafka = channel.withObject("/bindings/kafka").put("topic", topic.toString());
        kafka.put("partitions", Topics.PARTITIONS);
        var configuration = kafka.putObject("topicConfiguration");
        switch (topic.retention()) {
            case FOREVER -> {
                configuration.putArray("cleanup.policy").add("delete");
                configuration.put("retention.ms", -1);
            }
            case COMPACTED -> configuration.putArray("cleanup.policy").add("compact");
        }
        configuration.put("max.message.bytes", Topics.MAX_RECORD_BYTES);
        kafka.put("bindingVersion", KAFKA_BINDING);
    }

    private void operation(Topics topic, String action, String service) {
        var operation = document.withObject("/operations").putObject(service + "." + action + "." + topic);
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + topic);
        operation.putArray("tags").addObject().put("name", service);
    }

    private void message(Topics topic, String wireName) {
        var message = document.withObject("/components/messages").putObject(wireName);
        message.put("name", CloudEvent.TYPE_PREFIX + wireName);
        if (topic == Topics.RAW_ARTIFACT) {
            artifact(message, wireName);
        } else {
            event(message, wireName);
        }
        var kafka = message.withObject("/bindings/kafka");
        kafka.putObject("key").put("type", "string").put("description", topic.key());
        kafka.put("bindingVersion", KAFKA_BINDING);
    }

    private void artifact(ObjectNode message, String wireName) {
        message.put("contentType", "application/xml");
        message.set("headers", schemaFile(wireName));
        message.putObject("payload")
                .put("type", "string")
                .put("format", "binary")
                .put("description", "the statement's bytes, compressed as " + RawArtifact.CONTENT_ENCODING + " says");
    }

    private void event(ObjectNode message, String wireName) {
        javadocs.of(WireNames.get(wireName)).ifPresent(text -> message.put("description", text));
        message.put("contentType", CloudEvent.JSON);
        var headers = message.putObject("headers").putArray("allOf");
        headers.addObject().put("$ref", "#/components/schemas/CloudEventHeaders");
        headers.addObject()
                .putObject("properties")
                .putObject("ce_type")
                .put("const", CloudEvent.TYPE_PREFIX + wireName);
        message.set("payload", schemaFile(wireName));
    }

    private static ObjectNode schemaFile(String wireName) {
        var schema = ContractJson.MAPPER.createObjectNode().put("schemaFormat", SCHEMA_FORMAT);
        schema.putObject("schema").put("$ref", "schemas/" + wireName + ".json");
        return schema;
    }
}
