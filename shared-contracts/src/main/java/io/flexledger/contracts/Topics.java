package io.flexledger.contracts;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.fetch.FetchRun;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.contracts.live.GatewayStatus;
import java.util.List;
import java.util.Optional;

/**
 * The register of topics: name, key, retention, producers, consumers. Nobody writes a topic name elsewhere in Java
 * except as the constant a channel annotation needs.
 */
public enum Topics {
    /** One statement, zstd-compressed, byte-exact after decompression; see {@link RawArtifact} for the headers. */
    RAW_ARTIFACT(
            Names.RAW_ARTIFACT, "account", Retention.FOREVER, List.of(Services.INGESTOR), List.of(Services.MAPPER)),
    /** One {@link CanonicalEvent}. Keyed by account, so one account's facts stay in order. */
    CANONICAL_EVENT(
            Names.CANONICAL_EVENT,
            "account",
            Retention.FOREVER,
            List.of(Services.MAPPER, Services.REALTIME),
            List.of(Services.LEDGER, Services.REPORT)),
    /** One {@link JournalEntry}: the postings of one event, absolute and versioned; a null value withdraws it. */
    JOURNAL_ENTRY(
            Names.JOURNAL_ENTRY,
            "account/entry",
            Retention.COMPACTED,
            List.of(Services.LEDGER),
            List.of(Services.REPORT)),
    /** One {@link PositionUpdate}: absolute state of a position and its lots, versioned. */
    POSITION_UPDATE(
            Names.POSITION_UPDATE,
            "account/instrument",
            Retention.COMPACTED,
            List.of(Services.LEDGER),
            List.of(Services.REPORT)),
    /** One {@link NavSnapshot}: absolute net asset value with its components, versioned; live ones come from the gateway. */
    NAV_SNAPSHOT(
            Names.NAV_SNAPSHOT,
            "account/date/kind",
            Retention.COMPACTED,
            List.of(Services.LEDGER, Services.REALTIME),
            List.of(Services.REPORT)),
    /** One {@link FillStanding}: whether a provisional fill counts, absolute and versioned. */
    FILL_STANDING(
            Names.FILL_STANDING, "event", Retention.COMPACTED, List.of(Services.LEDGER), List.of(Services.REPORT)),
    /** One {@link GatewayStatus}: whether the broker's gateway is heard, on change and as a sign of life. */
    GATEWAY_STATUS(
            Names.GATEWAY_STATUS, "gateway", Retention.COMPACTED, List.of(Services.REALTIME), List.of(Services.REPORT)),
    /** One {@link FetchRun}: how the last run of a query ended. */
    FETCH_RUN(
            Names.FETCH_RUN,
            "account/query",
            Retention.COMPACTED,
            List.of(Services.INGESTOR),
            List.of(Services.REPORT)),
    /** One {@link Alert}: what a person should know of, absolute and versioned; read back after a rebuild. */
    ALERT(Names.ALERT, "alert", Retention.COMPACTED, List.of(Services.REPORT), List.of(Services.REPORT));

    /** Topic names as constants, for annotations only. */
    public static final class Names {
        public static final String RAW_ARTIFACT = "raw-artifact";
        public static final String CANONICAL_EVENT = "canonical-event";
        public static final String JOURNAL_ENTRY = "journal-entry";
        public static final String POSITION_UPDATE = "position-update";
        public static final String NAV_SNAPSHOT = "nav-snapshot";
        public static final String FILL_STANDING = "fill-standing";
        public static final String GATEWAY_STATUS = "gateway-status";
        public static final String FETCH_RUN = "fetch-run";
        public static final String ALERT = "alert";

        private Names() {}
    }

    /** Who writes and reads, in the order of the data. */
    private static final class Services {
        static final String INGESTOR = "ingestor-service";
        static final String MAPPER = "mapper-service";
        static final String LEDGER = "ledger-service";
        static final String REPORT = "report-service";
        static final String REALTIME = "realtime-gateway-service";

        private Services() {}
    }

    /** How long records stay. */
    public enum Retention {
        /** {@code cleanup.policy=delete}, {@code retention.ms=-1}. */
        FOREVER,
        /** {@code cleanup.policy=compact}: the newest record of every key stays. */
        COMPACTED
    }

    /** Spreads accounts over consumer-group members; a topic's count never changes once records are in it. */
    public static final int PARTITIONS = 12;

    /** Largest record value, compressed, in bytes. */
    public static final int MAX_VALUE_BYTES = 16 * 1024 * 1024;

    /** Largest record on the broker: the value plus room for key and headers, in bytes. */
    public static final int MAX_RECORD_BYTES = MAX_VALUE_BYTES + 64 * 1024;

    private final String topic;
    private final String key;
    private final Retention retention;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> producers;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> consumers;

    Topics(String topic, String key, Retention retention, List<String> producers, List<String> consumers) {
        this.topic = topic;
        this.key = key;
        this.retention = retention;
        this.producers = producers;
        this.consumers = consumers;
    }

    public static Optional<Topics> find(String topic) {
        return List.of(values()).stream().filter(t -> t.topic.equals(topic)).findFirst();
    }

    public String topic() {
        return topic;
    }

    public String key() {
        return key;
    }

    public Retention retention() {
        return retention;
    }

    public List<String> producers() {
        return producers;
    }

    public List<String> consumers() {
        return consumers;
    }

    @Override
    public String toString() {
        return topic;
    }
}
