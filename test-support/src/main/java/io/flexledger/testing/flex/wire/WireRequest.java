package io.flexledger.testing.flex.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it arrived.
 *
 * @param params  of the query part, decoded; the first of each name
 * @param headers by name in lower case
 */
public record WireRequest(
        String method, String path, Map<String, String> params, Map<String, String> headers, String body) {

    public WireRequest {
        params = Map.copyOf(params);
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean wantsClose() {
        return header("connection").filter("close"::equalsIgnoreCase).isPresent();
    }

    /** The method and path; parameters may hold a secret. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
