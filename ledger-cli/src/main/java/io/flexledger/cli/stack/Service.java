package io.flexledger.cli.stack;

import io.flexledger.stack.StackPort;
import java.util.Locale;

/** The five services, in the order the data flows through them. */
public enum Service {
    INGESTOR("ingestor-service", "ingest", StackPort.INGESTOR, "320m"),
    MAPPER("mapper-service", "mapping", StackPort.MAPPER, "384m"),
    LEDGER("ledger-service", "ledger", StackPort.LEDGER, "384m"),
    REPORT("report-service", "report", StackPort.REPORT, "320m"),
    REALTIME("realtime-gateway-service", "realtime", StackPort.REALTIME, "192m");

    private final String module;
    private final String schema;
    private final StackPort port;
    private final String maxHeap;

    Service(String module, String schema, StackPort port, String maxHeap) {
        this.module = module;
        this.schema = schema;
        this.port = port;
        this.maxHeap = maxHeap;
    }

    /** The directory in the checkout, and the name of the process. */
    public String module() {
        return module;
    }

    /** For a line that must not be long. */
    String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The service's own schema, and the login that owns it. */
    String schema() {
        return schema;
    }

    public StackPort port() {
        return port;
    }

    String maxHeap() {
        return maxHeap;
    }
}
