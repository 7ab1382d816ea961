package io.flexledger.contracts.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.ApprovedFile;
import io.flexledger.contracts.ContractJson;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The schemas as they are checked in, one file per wire name. */
public final class SchemaFiles {

    /** Two spaces, line feeds, {@code "key": value}: the same on every platform. */
    private static final ObjectWriter PRETTY =
            ContractJson.MAPPER.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    static final Path DIRECTORY = Path.of("src", "main", "resources", "schemas");

    private SchemaFiles() {}

    /** Generated from the records. */
    static SortedMap<String, ObjectNode> generated(Javadocs javadocs) {
        var schemas = new TreeMap<String, ObjectNode>();
        WireNames.records().forEach((name, type) -> schemas.put(name, RecordSchema.of(name, type, javadocs)));
        schemas.put(WireNames.RAW_ARTIFACT, HeaderSchema.rawArtifact(javadocs));
        return schemas;
    }

    /** The checked-in file. */
    public static String read(String wireName) {
        return ApprovedFile.read(file(wireName));
    }

    static Path file(String wireName) {
        return DIRECTORY.resolve(wireName + ".json");
    }

    public static String pretty(Object value) {
        try {
            return PRETTY.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
