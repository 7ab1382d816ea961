package io.flexledger.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import io.flexledger.contracts.ApprovedFile;
import io.flexledger.contracts.journal.Projection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaFilesTest {

    private static final Javadocs JAVADOCS = Javadocs.read();

    static Stream<Arguments> generated() {
        return SchemaFiles.generated(JAVADOCS).entrySet().stream()
                .map(schema -> Arguments.of(schema.getKey(), schema.getValue()));
    }

    @ParameterizedTest
    @MethodSource("generated")
    void equalWhatTheRecordsSay(String name, ObjectNode schema) {
        ApprovedFile.check(SchemaFiles.file(name), SchemaFiles.pretty(schema));
    }

    @ParameterizedTest
    @MethodSource("generated")
    void areJsonSchemas(String name, ObjectNode schema) {
        var metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));

        assertThat(metaSchema.validate(schema.toString(), InputFormat.JSON))
                .as(name)
                .isEmpty();
    }

    @Test
    void standForOneWireNameEach() {
        assertThat(ApprovedFile.names(SchemaFiles.DIRECTORY, ".json"))
                .isEqualTo(SchemaFiles.generated(JAVADOCS).keySet());
    }

    @Test
    void coverEveryEventAndProjection() {
        assertThat(WireNames.events()).hasSize(16);
        assertThat(WireNames.PROJECTIONS.values()).containsExactlyInAnyOrder(Projection.class.getPermittedSubclasses());
    }
}
