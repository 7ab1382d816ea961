package io.flexledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.sample.Given;
import io.flexledger.contracts.schema.SchemaFiles;
import io.flexledger.contracts.schema.WireSchema;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawArtifactTest {

    private static final WireSchema SCHEMA = WireSchema.of("raw-artifact.v1");

    private static final RawArtifact MONTH = artifact("MonthToDate");

    /** An uploaded file may name no period. */
    private static final RawArtifact UPLOAD = artifact(null);

    @Test
    void headersAreTheApprovedOnes() {
        ApprovedFile.check(
                Path.of("src", "test", "resources", "approved", "raw-artifact.v1.json"),
                SchemaFiles.pretty(MONTH.headers()));
    }

    @Test
    void headersAreValidByTheirSchema() {
        assertThat(SCHEMA.errors(ContractJson.MAPPER.valueToTree(MONTH.headers())))
                .isEmpty();
        assertThat(SCHEMA.errors(ContractJson.MAPPER.valueToTree(UPLOAD.headers())))
                .isEmpty();
    }

    @Test
    void schemaNamesEveryHeaderAndRequiresAllButThePeriod() {
        var schema = ContractJson.read(SchemaFiles.read("raw-artifact.v1"), ObjectNode.class);

        assertThat(schema.get("properties").propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(MONTH.headers().keySet());
        assertThat(schema.get("required").valueStream().map(JsonNode::textValue))
                .containsExactlyInAnyOrderElementsOf(UPLOAD.headers().keySet());
    }

    @Test
    void comesBackFromItsHeaders() {
        assertThat(RawArtifact.fromHeaders(MONTH.headers())).isEqualTo(MONTH);
        assertThat(RawArtifact.fromHeaders(UPLOAD.headers())).isEqualTo(UPLOAD);
    }

    @Test
    void leavesAnUnstatedPeriodOut() {
        assertThat(UPLOAD.headers()).doesNotContainKey("ce_period");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_id",
                "ce_subject",
                "ce_time",
                "ce_query",
                "ce_kind",
                "ce_fromdate",
                "ce_todate",
                "ce_size",
                "content-type"
            })
    void namesTheMissingHeader(String name) {
        var headers = new HashMap<>(MONTH.headers());
        headers.remove(name);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RawArtifact.fromHeaders(headers))
                .withMessage("raw-artifact record lacks header " + name);
    }

    @Test
    void refusesBytesOfUnknownCharset() {
        var headers = new HashMap<>(MONTH.headers());
        headers.put("content-type", "application/xml");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RawArtifact.fromHeaders(headers))
                .withMessage("raw-artifact record names no charset in content-type: 'application/xml'");
    }

    private static RawArtifact artifact(@Nullable String period) {
        return new RawArtifact(
                Given.ARTIFACT,
                Given.ACCOUNT,
                Given.QUERY,
                "AF",
                LocalDate.parse("2025-07-01"),
                Given.FRIDAY,
                period,
                Given.STATED,
                "UTF-8",
                184_213);
    }
}
