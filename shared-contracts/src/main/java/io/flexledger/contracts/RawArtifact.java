package io.flexledger.contracts;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One statement as it left the broker: everything about it except the bytes, which are the record's value, compressed
 * with zstd. Topic {@code raw-artifact}, key account. Travels in headers, so that no reader must parse to route.
 *
 * @param id          SHA-256 of the uncompressed bytes
 * @param query       name of the Flex query, empty where the file has none
 * @param kind        the broker's {@code type}: AF for activity, TCF for trade confirmations
 * @param from        first day covered
 * @param to          last day covered
 * @param period      the query's period, such as MonthToDate
 * @param generatedAt the statement's {@code whenGenerated}; when it was received where the statement has none
 * @param charset     of the bytes
 * @param size        uncompressed, in bytes
 */
public record RawArtifact(
        ArtifactId id,
        AccountId account,
        String query,
        String kind,
        LocalDate from,
        LocalDate to,
        @Nullable String period,
        Instant generatedAt,
        String charset,
        long size) {

    public static final String TYPE = CloudEvent.TYPE_PREFIX + "raw-artifact.v1";
    public static final String CONTENT_ENCODING = "content-encoding";
    public static final String ZSTD = "zstd";

    private static final String CHARSET = "charset=";

    /** Kafka headers: CloudEvents attributes, extensions in lower case, and the encoding of the value. */
    public Map<String, String> headers() {
        var event = new CloudEvent(id.sha256(), "/ingestor-service", TYPE, account.value(), generatedAt);
        var headers = new LinkedHashMap<>(event.headers("application/xml; " + CHARSET + charset));
        headers.put(CONTENT_ENCODING, ZSTD);
        headers.put("ce_query", query);
        headers.put("ce_kind", kind);
        headers.put("ce_fromdate", from.toString());
        headers.put("ce_todate", to.toString());
        if (period != null) {
            headers.put("ce_period", period);
        }
        headers.put("ce_size", Long.toString(size));
        return headers;
    }

    /** The inverse of {@link #headers()}. */
    public static RawArtifact fromHeaders(Map<String, String> headers) {
        return new RawArtifact(
                ArtifactId.of(required(headers, "ce_id")),
                AccountId.of(required(headers, "ce_subject")),
                required(headers, "ce_query"),
                required(headers, "ce_kind"),
                LocalDate.parse(required(headers, "ce_fromdate")),
                LocalDate.parse(required(headers, "ce_todate")),
                headers.get("ce_period"),
                Instant.parse(required(headers, "ce_time")),
                charset(required(headers, CloudEvent.CONTENT_TYPE)),
                Long.parseLong(required(headers, "ce_size")));
    }

    private static String charset(String contentType) {
        int at = contentType.indexOf(CHARSET);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "raw-artifact record names no charset in " + CloudEvent.CONTENT_TYPE + ": '" + contentType + "'");
        }
        return contentType.substring(at + CHARSET.length());
    }

    private static String required(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException("raw-artifact record lacks header " + name);
        }
        return value;
    }
}
