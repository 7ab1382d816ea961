package io.flexledger.contracts.schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.ContractJson;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schema 2020-12 of one record, as {@link ContractJson} writes it. A component is required unless it is
 * {@code @Nullable} or left out when empty; fields that are not named stay allowed, so that an added optional one keeps
 * the version.
 */
final class RecordSchema {

    private final Javadocs javadocs;
    private final SortedMap<String, ObjectNode> definitions = new TreeMap<>();
    private final Map<String, Class<?>> owners = new HashMap<>();

    private RecordSchema(Javadocs javadocs) {
        this.javadocs = javadocs;
    }

    static ObjectNode of(String wireName, Class<?> type, Javadocs javadocs) {
        var generation = new RecordSchema(javadocs);
        var schema = header(wireName);
        schema.setAll(generation.object(type));
        schema.set("$defs", ContractJson.MAPPER.valueToTree(generation.definitions));
        return schema;
    }

    static ObjectNode header(String wireName) {
        return node().put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:flexledger:schema:" + wireName)
                .put("title", wireName);
    }

    private ObjectNode object(Class<?> type) {
        var object = described(node(), type).put("type", "object");
        var properties = object.putObject("properties");
        var required = object.putArray("required");
        discriminator(type).forEach((property, name) -> {
            properties.putObject(property).put("const", name);
            required.add(property);
        });
        for (var component : type.getRecordComponents()) {
            var property = schema(component.getGenericType(), component);
            javadocs.of(type, component.getName()).ifPresent(text -> property.put("description", text));
            properties.set(component.getName(), property);
            if (isRequired(component)) {
                required.add(component.getName());
            }
        }
        if (required.isEmpty()) {
            object.remove("required");
        }
        return object;
    }

    private ObjectNode schema(Type type, RecordComponent component) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            var container = (Class<?>) generic.getRawType();
            if (Collection.class.isAssignableFrom(container)) {
                return node().put("type", "array").set("items", schema(arguments[0], component));
            }
            if (Map.class.isAssignableFrom(container) && arguments[0] == String.class) {
                return node().put("type", "object").set("additionalProperties", schema(arguments[1], component));
            }
        }
        if (type == BigDecimal.class && !isWrittenAsString(component)) {
            throw new IllegalStateException("a reader would round this number: " + component);
        }
        if (type instanceof Class<?> plain) {
            return Scalars.findPlain(plain).orElseGet(() -> reference(plain));
        }
        throw new IllegalStateException("no JSON Schema is known for " + type + " of " + component);
    }

    private ObjectNode reference(Class<?> type) {
        var name = definitionName(type);
        var named = owners.putIfAbsent(name, type);
        if (named == null) {
            definitions.put(name, definition(type));
        } else if (named != type) {
            throw new IllegalStateException(type + " and " + named + " would share the name " + name);
        }
        return node().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode definition(Class<?> type) {
        var scalar = Scalars.findNamed(type);
        if (scalar.isPresent()) {
            return described(scalar.get(), type);
        }
        if (type.isEnum()) {
            var constants = described(node(), type).put("type", "string");
            Stream.of(type.getEnumConstants())
                    .forEach(constant -> constants.withArray("enum").add(constant.toString()));
            return constants;
        }
        if (type.isAnnotationPresent(JsonSubTypes.class)) {
            var family = described(node(), type);
            for (var subtype : type.getAnnotation(JsonSubTypes.class).value()) {
                family.withArray("oneOf").add(reference(subtype.value()));
            }
            return family;
        }
        return object(type);
    }

    private ObjectNode described(ObjectNode schema, Class<?> type) {
        javadocs.of(type).ifPresent(text -> schema.put("description", text));
        return schema;
    }

    /** A type within a record belongs to it; a family's interface is only a place. */
    private static String definitionName(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer != null && outer.isRecord() ? outer.getSimpleName() + type.getSimpleName() : type.getSimpleName();
    }

    /** The property that tells members of a family apart, and this one's name in it. */
    private static Map<String, String> discriminator(Class<?> type) {
        return families(type)
                .flatMap(family -> Stream.of(
                                family.getAnnotation(JsonSubTypes.class).value())
                        .filter(subtype -> subtype.value() == type)
                        .map(subtype ->
                                Map.of(family.getAnnotation(JsonTypeInfo.class).property(), subtype.name())))
                .findAny()
                .orElse(Map.of());
    }

    private static Stream<Class<?>> families(Class<?> type) {
        return Stream.of(type.getInterfaces())
                .flatMap(parent -> Stream.concat(Stream.of(parent), families(parent)))
                .filter(parent -> parent.isAnnotationPresent(JsonSubTypes.class));
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !component.getAccessor().isAnnotationPresent(JsonInclude.class);
    }

    private static boolean isWrittenAsString(RecordComponent component) {
        var format = component.getAccessor().getAnnotation(JsonFormat.class);
        return format != null && format.shape() == JsonFormat.Shape.STRING;
    }

    private static ObjectNode node() {
        return ContractJson.MAPPER.createObjectNode();
    }
}
