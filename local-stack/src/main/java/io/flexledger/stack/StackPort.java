package io.flexledger.stack;

/** One listener of the local stack, with its place in the range of ports. */
public enum StackPort {
    REPORT(0, "report-service (web pages)"),
    INGESTOR(1, "ingestor-service"),
    MAPPER(2, "mapper-service"),
    LEDGER(3, "ledger-service"),
    REALTIME(4, "realtime-gateway-service"),
    POSTGRES(5, "PostgreSQL"),
    KAFKA(6, "Kafka broker"),
    KAFKA_CONTROLLER(7, "Kafka controller"),
    FLEX_SIMULATOR(8, "simulator of the broker"),
    GATEWAY_SIMULATOR(9, "simulator of the broker's gateway"),
    GATEWAY_CONTROL(10, "simulator of the broker's gateway (HTTP)");

    private final int offset;
    private final String owner;

    StackPort(int offset, String owner) {
        this.offset = offset;
        this.owner = owner;
    }

    /** Counted from the base of the range. */
    int offset() {
        return offset;
    }

    /** Who listens there, as a person reads it in a message. */
    public String owner() {
        return owner;
    }
}
