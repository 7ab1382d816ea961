package io.flexledger.testing.flex.service;

import java.time.Instant;
import java.util.Map;

/**
 * A request as it arrived, without its token.
 *
 * @param at     by the simulator's clock
 * @param nanos  by the clock of the limits; only differences mean anything
 * @param subject what {@code q} held: a query's id, or a reference
 * @param token  a fingerprint; empty when there was none
 * @param params all but {@code t}
 */
public record LoggedRequest(
        Instant at, long nanos, Endpoint endpoint, String subject, String token, Map<String, String> params) {

    public LoggedRequest {
        params = Map.copyOf(params);
    }
}
