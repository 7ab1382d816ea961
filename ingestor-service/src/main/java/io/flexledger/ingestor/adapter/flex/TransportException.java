package io.flexledger.ingestor.adapter.flex;

import java.io.IOException;

/** A call that failed below the service's own answers. Has no cause: its text may hold the token. */
final class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    TransportException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
