package io.flexledger.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import io.flexledger.contracts.ContractJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordTextTest {

    private static final String STATEMENT = "<FlexStatement accountId=\"U1\">" + "x".repeat(5_000) + "</FlexStatement>";

    @Test
    void eventIsIndentedUnderItsHeaders() {
        assertThat(RecordText.pretty(event("{\"type\":\"fill.v1\",\"quantity\":\"-1\"}")))
                .isEqualTo("""
                canonical-event-3@17  2025-07-17T16:46:37Z  key U1
                  ce_type: io.flexledger.fill.v1
                {
                  "type" : "fill.v1",
                  "quantity" : "-1"
                }

                """);
    }

    @Test
    void eventForAProgramIsOneLineWithEverything() {
        String line = RecordText.line(event("{\"type\":\"fill.v1\"}"));

        assertThat(line).endsWith("\n").hasLineCount(1);
        JsonNode json = ContractJson.read(line, JsonNode.class);
        assertThat(json.path("topic").asText()).isEqualTo("canonical-event");
        assertThat(json.path("partition").asInt()).isEqualTo(3);
        assertThat(json.path("offset").asLong()).isEqualTo(17);
        assertThat(json.path("headers").path("ce_type").asText()).isEqualTo("io.flexledger.fill.v1");
        assertThat(json.path("value").path("type").asText()).isEqualTo("fill.v1");
    }

    @Test
    void statementIsUnpackedAndShownByItsHead() {
        assertThat(RecordText.pretty(statement()))
                .contains("content-encoding: zstd")
                .contains("<FlexStatement accountId=\"U1\">xxx")
                .endsWith("xxx ...\n\n")
                .doesNotContain("</FlexStatement>");
    }

    @Test
    void statementForAProgramIsWhole() {
        JsonNode json = ContractJson.read(RecordText.line(statement()), JsonNode.class);

        assertThat(json.path("value").asText()).isEqualTo(STATEMENT);
    }

    @Test
    void withdrawnRecordSaysSo() {
        ConsumerRecord<String, byte[]> tombstone = record("journal-entry", null, new RecordHeaders());

        assertThat(RecordText.pretty(tombstone)).contains("(withdrawn)");
        assertThat(ContractJson.read(RecordText.line(tombstone), JsonNode.class)
                        .get("value")
                        .isNull())
                .isTrue();
    }

    private static ConsumerRecord<String, byte[]> event(String json) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", "io.flexledger.fill.v1".getBytes(StandardCharsets.UTF_8));
        return record("canonical-event", json.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static ConsumerRecord<String, byte[]> statement() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("content-encoding", "zstd".getBytes(StandardCharsets.UTF_8));
        headers.add("content-type", "application/xml; charset=UTF-8".getBytes(StandardCharsets.UTF_8));
        return record("raw-artifact", Zstd.compress(STATEMENT.getBytes(StandardCharsets.UTF_8)), headers);
    }

    @SuppressWarnings("NullAway") // Kafka's constructor takes null for a withdrawn value, but does not say so.
    private static ConsumerRecord<String, byte[]> record(String topic, byte @Nullable [] value, RecordHeaders headers) {
        long time = Instant.parse("2025-07-17T16:46:37Z").toEpochMilli();
        return new ConsumerRecord<>(
                topic, 3, 17, time, TimestampType.CREATE_TIME, 2, 0, "U1", value, headers, Optional.empty());
    }
}
