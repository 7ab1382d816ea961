package io.flexledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.sample.Samples;
import io.flexledger.contracts.schema.SchemaFiles;
import io.flexledger.contracts.schema.WireNames;
import io.flexledger.contracts.schema.WireSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each message's JSON is the approved file, whose schema describes it, and from which it is read back. */
class MessageContractTest {

    private static final Path APPROVED = Path.of("src", "test", "resources", "approved");

    static Stream<Arguments> samples() {
        return Samples.all().entrySet().stream().map(sample -> Arguments.of(sample.getKey(), sample.getValue()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writesTheApprovedFile(String file, Object message) {
        ApprovedFile.check(approved(file), SchemaFiles.pretty(message));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsBackEqual(String file, Object message) {
        assertThat(read(tree(file), message)).isEqualTo(message);
        assertThat(ContractJson.read(ContractJson.write(message), readType(message)))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isValidByItsSchema(String file, Object message) {
        assertThat(schema(file).errors(ContractJson.MAPPER.valueToTree(message)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void saysNothingItsSchemaDoesNotName(String file, Object message) {
        schema(file)
                .walk(
                        ContractJson.MAPPER.valueToTree(message),
                        (object, part) ->
                                assertThat(names(part.withObject("properties"))).containsAll(names(object)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsAndWritesWithRequiredFieldsAlone(String file, Object message) {
        var least = tree(file);
        schema(file).walk(least, (object, part) -> object.retain(required(part)));

        assertThat(schema(file).errors(least)).isEmpty();
        assertThat(ContractJson.read(ContractJson.write(read(least, message)), ObjectNode.class))
                .isEqualTo(least);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isInvalidWithoutAnyRequiredField(String file, Object message) {
        var schema = schema(file);
        schema.walk(tree(file), (object, part) -> assertThat(names(object)).containsAll(required(part)));
        required(ContractJson.read(SchemaFiles.read(Samples.wireName(file)), ObjectNode.class))
                .forEach(field -> assertThat(schema.errors(tree(file).without(field)))
                        .as(field)
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void ignoresFieldsOfALaterVersion(String file, Object message) {
        var later = tree(file);
        schema(file).walk(later, (object, _) -> object.putObject("addedLater").put("by", "a newer service"));

        assertThat(later).isNotEqualTo(tree(file));
        assertThat(schema(file).errors(later)).isEmpty();
        assertThat(read(later, message)).isEqualTo(message);
    }

    @Test
    void coversEveryWireNameAndKind() {
        assertThat(Samples.all().keySet().stream().map(Samples::wireName).collect(Collectors.toSet()))
                .containsAll(WireNames.events().keySet())
                .containsAll(WireNames.PROJECTIONS.keySet());
        assertThat(Samples.entries().keySet())
                .isEqualTo(WireNames.entryDetails().keySet());
        Samples.entries()
                .forEach((kind, entry) -> assertThat(entry.detail())
                        .isInstanceOf(WireNames.entryDetails().get(kind)));
        Samples.projections()
                .forEach((file, projection) ->
                        assertThat(projection).isInstanceOf(WireNames.PROJECTIONS.get(projection.type())));
    }

    @Test
    void leavesNoApprovedFileBehind() {
        assertThat(ApprovedFile.names(APPROVED, ".json"))
                .isEqualTo(Stream.concat(Samples.all().keySet().stream(), Stream.of("raw-artifact.v1"))
                        .collect(Collectors.toSet()));
    }

    private static Path approved(String file) {
        return APPROVED.resolve(file + ".json");
    }

    private static ObjectNode tree(String file) {
        return ContractJson.read(ApprovedFile.read(approved(file)), ObjectNode.class);
    }

    private static WireSchema schema(String file) {
        return WireSchema.of(Samples.wireName(file));
    }

    private static Object read(ObjectNode json, Object like) {
        return ContractJson.read(json.toString(), readType(like));
    }

    /** A consumer of facts knows the family only. */
    private static Class<?> readType(Object message) {
        return message instanceof CanonicalEvent ? CanonicalEvent.class : message.getClass();
    }

    private static List<String> names(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> required(ObjectNode schema) {
        return Stream.of(schema.withArray("required"))
                .flatMap(ArrayNode::valueStream)
                .map(name -> name.textValue())
                .collect(Collectors.toSet());
    }
}
