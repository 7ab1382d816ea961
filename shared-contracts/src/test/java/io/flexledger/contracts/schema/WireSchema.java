package io.flexledger.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.flexledger.contracts.ContractJson;
import java.util.List;
import java.util.function.BiConsumer;

/** A checked-in schema, put to use: it judges a message, and walks one beside it. */
public final class WireSchema {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final ObjectNode tree;
    private final Schema validator;

    private WireSchema(String text) {
        this.tree = ContractJson.read(text, ObjectNode.class);
        this.validator = REGISTRY.getSchema(text, InputFormat.JSON);
    }

    public static WireSchema of(String wireName) {
        return new WireSchema(SchemaFiles.read(wireName));
    }

    /** What is wrong with a message, formats included. */
    public List<String> errors(JsonNode message) {
        return validator
                .validate(
                        message.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** Visits every object of a message that the schema gives named properties, parents first, with that part of the schema. */
    public void walk(ObjectNode message, BiConsumer<ObjectNode, ObjectNode> visitor) {
        walk(message, tree, visitor);
    }

    private void walk(JsonNode message, JsonNode schema, BiConsumer<ObjectNode, ObjectNode> visitor) {
        var part = resolve(message, schema);
        if (message instanceof ObjectNode object && part.get("properties") instanceof ObjectNode properties) {
            visitor.accept(object, (ObjectNode) part);
            object.properties().forEach(field -> walk(field.getValue(), properties.path(field.getKey()), visitor));
        } else if (message.isObject()) {
            message.forEach(value -> walk(value, part.path("additionalProperties"), visitor));
        } else if (message.isArray()) {
            message.forEach(item -> walk(item, part.path("items"), visitor));
        }
    }

    /** Follows a reference, and of several kinds takes the message's own. */
    private JsonNode resolve(JsonNode message, JsonNode schema) {
        if (schema.has("$ref")) {
            return resolve(message, tree.at(schema.get("$ref").textValue().substring(1)));
        }
        for (var kind : schema.path("oneOf")) {
            var candidate = resolve(message, kind);
            if (candidate.at("/properties/kind/const").equals(message.path("kind"))) {
                return candidate;
            }
        }
        return schema;
    }
}
