package io.flexledger.stack;

/** A port the local stack needs is used by another process. */
public final class PortTakenException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    PortTakenException(int port, StackPort wantedBy) {
        super(
                "port %d is taken, but %s needs it: stop the process that listens there, or move the whole stack with --port-base <first port>"
                        .formatted(port, wantedBy.owner()));
    }
}
