package io.flexledger.contracts;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.fetch.FetchRun;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.Projection;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.contracts.live.GatewayStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a record in CloudEvents 1.0 binary mode: Kafka headers {@code ce_*}, the value untouched.
 *
 * @param id      unique within {@code source}
 * @param source  what stated it, as a URI reference; an artifact is {@code urn:sha256:...}
 * @param type    such as {@code io.flexledger.fill.v1}
 * @param subject what it is about: the account, or the record key
 * @param time    when it happened, in broker time
 */
public record CloudEvent(
        String id,
        String source,
        String type,
        @Nullable String subject,
        @Nullable Instant time) {

    public static final String TYPE_PREFIX = "io.flexledger.";
    private static final String LEDGER_SERVICE = "/ledger-service";
    private static final String GATEWAY_SERVICE = "/realtime-gateway-service";
    public static final String CONTENT_TYPE = "content-type";
    public static final String JSON = "application/json";

    /** Header names and values, in a fixed order. */
    public Map<String, String> headers(String contentType) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", source);
        headers.put("ce_type", type);
        if (subject != null) {
            headers.put("ce_subject", subject);
        }
        if (time != null) {
            headers.put("ce_time", time.toString());
        }
        headers.put(CONTENT_TYPE, contentType);
        return headers;
    }

    /** A canonical event: two versions of one fact differ in their source. */
    public static CloudEvent of(CanonicalEvent event) {
        return new CloudEvent(
                event.id().toString(),
                "urn:sha256:" + event.fact().source().artifact(),
                TYPE_PREFIX + ContractJson.typeName(event),
                event.account().value(),
                event.occurredAt());
    }

    /** A projection's absolute state: the version is part of the id. */
    public static CloudEvent of(Projection projection) {
        return new CloudEvent(
                projection.key() + "#" + projection.version(),
                source(projection),
                TYPE_PREFIX + projection.type(),
                projection.key(),
                projection.asOf());
    }

    /** Without a time: it follows from what is known, not from something that happened. */
    public static CloudEvent of(FillStanding standing) {
        return new CloudEvent(
                standing.event() + "#" + standing.version(),
                LEDGER_SERVICE,
                TYPE_PREFIX + FillStanding.TYPE,
                standing.event().toString(),
                null);
    }

    public static CloudEvent of(GatewayStatus status) {
        return new CloudEvent(
                status.gateway() + "#" + status.version(),
                GATEWAY_SERVICE,
                TYPE_PREFIX + GatewayStatus.TYPE,
                status.gateway(),
                status.statedAt());
    }

    public static CloudEvent of(FetchRun run) {
        return new CloudEvent(
                run.key() + "#" + run.version(),
                "/ingestor-service",
                TYPE_PREFIX + FetchRun.TYPE,
                run.key(),
                run.endedAt());
    }

    public static CloudEvent of(Alert alert) {
        return new CloudEvent(
                alert.id() + "#" + alert.version(),
                "/report-service",
                TYPE_PREFIX + Alert.TYPE,
                alert.id().toString(),
                alert.occurredAt());
    }

    /** All the ledger's but the values of a day that runs. */
    private static String source(Projection projection) {
        return projection instanceof NavSnapshot nav && nav.kind() == NavSnapshot.Kind.LIVE
                ? GATEWAY_SERVICE
                : LEDGER_SERVICE;
    }
}
