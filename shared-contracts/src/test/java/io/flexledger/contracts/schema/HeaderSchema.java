package io.flexledger.contracts.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import java.time.Instant;
import java.time.LocalDate;

/** Kafka headers as a JSON object of strings: CloudEvents 1.0 attributes, and what an artifact adds. */
final class HeaderSchema {

    private final Javadocs javadocs;
    private final ObjectNode schema;

    private HeaderSchema(ObjectNode schema, Javadocs javadocs) {
        this.javadocs = javadocs;
        this.schema = schema;
        schema.put("type", "object").putObject("properties");
    }

    /** Of every record but an artifact's. */
    static ObjectNode cloudEvent(Javadocs javadocs) {
        var headers = new HeaderSchema(ContractJson.MAPPER.createObjectNode(), javadocs);
        headers.attribute("ce_specversion", string().put("const", "1.0"));
        for (var attribute : new String[] {"id", "source", "type", "subject"}) {
            headers.add("ce_" + attribute, string(), CloudEvent.class, attribute);
        }
        headers.add("ce_time", Scalars.get(Instant.class), CloudEvent.class, "time");
        headers.attribute(CloudEvent.CONTENT_TYPE, string().put("const", CloudEvent.JSON));
        return headers.schema;
    }

    static ObjectNode rawArtifact(Javadocs javadocs) {
        var schema = RecordSchema.header(WireNames.RAW_ARTIFACT);
        javadocs.of(RawArtifact.class).ifPresent(text -> schema.put("description", text));
        var headers = new HeaderSchema(schema, javadocs);
        headers.attribute("ce_specversion", string().put("const", "1.0"));
        headers.add("ce_id", Scalars.get(ArtifactId.class), RawArtifact.class, "id");
        headers.attribute("ce_source", string());
        headers.attribute("ce_type", string().put("const", RawArtifact.TYPE));
        headers.add("ce_subject", Scalars.get(AccountId.class), RawArtifact.class, "account");
        headers.add("ce_time", Scalars.get(Instant.class), RawArtifact.class, "generatedAt");
        headers.attribute(
                CloudEvent.CONTENT_TYPE, string().put("pattern", "^application/xml; charset=[A-Za-z0-9._:-]+$"));
        headers.attribute(RawArtifact.CONTENT_ENCODING, string().put("const", RawArtifact.ZSTD));
        headers.add("ce_query", string(), RawArtifact.class, "query");
        headers.add("ce_kind", string(), RawArtifact.class, "kind");
        headers.add("ce_fromdate", Scalars.get(LocalDate.class), RawArtifact.class, "from");
        headers.add("ce_todate", Scalars.get(LocalDate.class), RawArtifact.class, "to");
        headers.optional("ce_period", string(), RawArtifact.class, "period");
        headers.add("ce_size", string().put("pattern", "^[0-9]+$"), RawArtifact.class, "size");
        return schema;
    }

    private void attribute(String header, ObjectNode value) {
        schema.withObject("properties").set(header, value);
        schema.withArray("required").add(header);
    }

    private void add(String header, ObjectNode value, Class<?> type, String component) {
        optional(header, value, type, component);
        schema.withArray("required").add(header);
    }

    private void optional(String header, ObjectNode value, Class<?> type, String component) {
        javadocs.of(type, component).ifPresent(text -> value.put("description", text));
        schema.withObject("properties").set(header, value);
    }

    private static ObjectNode string() {
        return ContractJson.MAPPER.createObjectNode().put("type", "string");
    }
}
