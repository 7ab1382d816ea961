package io.flexledger.cli.tail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.ZstdInputStream;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.RawArtifact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record as text: for a person over several lines, for a program on one. */
public final class RecordText {

    private static final int HEAD_CHARS = 1_200;

    private RecordText() {}

    /** Where it is, its headers, and its value: JSON indented, a statement by its head. */
    public static String pretty(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = headers(record);
        StringBuilder text = new StringBuilder("%s-%d@%d  %s  key %s\n"
                .formatted(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        Instant.ofEpochMilli(record.timestamp()),
                        record.key()));
        headers.forEach((name, value) ->
                text.append("  ").append(name).append(": ").append(value).append('\n'));
        byte[] value = record.value();
        if (value == null) {
            text.append("(withdrawn)\n");
        } else if (isStatement(headers)) {
            text.append(head(statement(value, headers, HEAD_CHARS + 1))).append('\n');
        } else {
            text.append(json(value).toPrettyString()).append('\n');
        }
        return text.append('\n').toString();
    }

    /** One JSON object on one line, the value whole. */
    public static String line(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = headers(record);
        ObjectNode line = ContractJson.MAPPER
                .createObjectNode()
                .put("topic", record.topic())
                .put("partition", record.partition())
                .put("offset", record.offset())
                .put("timestamp", Instant.ofEpochMilli(record.timestamp()).toString())
                .put("key", record.key());
        ObjectNode names = line.putObject("headers");
        headers.forEach(names::put);
        byte[] value = record.value();
        if (value == null) {
            line.putNull("value");
        } else if (isStatement(headers)) {
            line.put("value", statement(value, headers, Integer.MAX_VALUE));
        } else {
            line.set("value", json(value));
        }
        try {
            return ContractJson.MAPPER.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isStatement(Map<String, String> headers) {
        return RawArtifact.ZSTD.equals(headers.get(RawArtifact.CONTENT_ENCODING));
    }

    private static String head(String xml) {
        return xml.length() <= HEAD_CHARS ? xml.stripTrailing() : xml.substring(0, HEAD_CHARS) + " ...";
    }

    private static String statement(byte[] compressed, Map<String, String> headers, int maxChars) {
        try (InputStream bytes = new ZstdInputStream(new ByteArrayInputStream(compressed))) {
            // Four bytes hold any character of any charset a statement comes in.
            byte[] read = bytes.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, maxChars * 4L));
            String text = new String(read, charset(headers));
            return text.length() <= maxChars ? text : text.substring(0, maxChars);
        } catch (IOException e) {
            throw new UncheckedIOException("a raw-artifact record is not zstd", e);
        }
    }

    private static Charset charset(Map<String, String> headers) {
        String type = headers.getOrDefault("content-type", "");
        int at = type.indexOf("charset=");
        return at < 0 ? StandardCharsets.UTF_8 : Charset.forName(type.substring(at + "charset=".length()));
    }

    private static JsonNode json(byte[] value) {
        try {
            return ContractJson.MAPPER.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a record's value is not JSON", e);
        }
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }
}
