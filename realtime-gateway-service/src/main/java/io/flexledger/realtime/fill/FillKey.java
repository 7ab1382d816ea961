package io.flexledger.realtime.fill;

import io.flexledger.contracts.id.ExecutionId;

/** Names one version of one fill, on every path and for ever: what makes a second telling harmless. */
public record FillKey(String account, String base, int revision) {

    static FillKey of(String account, ExecutionId id) {
        return new FillKey(account, id.base(), id.revisionOrZero());
    }
}
