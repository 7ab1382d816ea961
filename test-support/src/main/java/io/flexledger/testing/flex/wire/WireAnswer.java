package io.flexledger.testing.flex.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of HTTP.
 *
 * @param headers beside those of the framing
 */
public record WireAnswer(int status, Map<String, String> headers, Body body, Framing framing, Delivery delivery)
        implements Reply {

    public WireAnswer {
        headers = Map.copyOf(headers);
    }

    /** An ordinary answer of known length. */
    public static WireAnswer of(int status, String contentType, Body body) {
        return new WireAnswer(status, Map.of("Content-Type", contentType), body, Framing.LENGTH, Delivery.AT_ONCE);
    }

    public WireAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WireAnswer(status, more, body, framing, delivery);
    }

    public WireAnswer with(Body other) {
        return new WireAnswer(status, headers, other, framing, delivery);
    }

    public WireAnswer with(Framing other) {
        return new WireAnswer(status, headers, body, other, delivery);
    }

    public WireAnswer with(Delivery other) {
        return new WireAnswer(status, headers, body, framing, other);
    }
}
