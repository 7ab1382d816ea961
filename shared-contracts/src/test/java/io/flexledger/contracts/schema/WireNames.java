package io.flexledger.contracts.schema;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.fetch.FetchRun;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.contracts.live.GatewayStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every name and version of a shape that travels, and the topic it travels on. */
public final class WireNames {

    /** A projection states its own name per instance; a test holds these against it. */
    public static final Map<String, Class<?>> PROJECTIONS = Map.of(
            "journal-entry.v1", JournalEntry.class,
            "position-update.v1", PositionUpdate.class,
            "nav-snapshot.v1", NavSnapshot.class);

    static final String RAW_ARTIFACT = RawArtifact.TYPE.substring(CloudEvent.TYPE_PREFIX.length());

    private WireNames() {}

    public static SortedMap<String, Class<?>> events() {
        return subtypes(CanonicalEvent.class);
    }

    public static SortedMap<String, Class<?>> entryDetails() {
        return subtypes(EntryDetail.class);
    }

    /** Wire names whose value is JSON, with their records. */
    static SortedMap<String, Class<?>> records() {
        var records = events();
        records.putAll(PROJECTIONS);
        records.put(FillStanding.TYPE, FillStanding.class);
        records.put(GatewayStatus.TYPE, GatewayStatus.class);
        records.put(FetchRun.TYPE, FetchRun.class);
        records.put(Alert.TYPE, Alert.class);
        return records;
    }

    static Class<?> get(String wireName) {
        return Optional.<Class<?>>ofNullable(records().get(wireName)).orElseThrow();
    }

    static List<String> on(Topics topic) {
        return switch (topic) {
            case RAW_ARTIFACT -> List.of(RAW_ARTIFACT);
            case CANONICAL_EVENT -> List.copyOf(events().keySet());
            case JOURNAL_ENTRY -> List.of("journal-entry.v1");
            case POSITION_UPDATE -> List.of("position-update.v1");
            case NAV_SNAPSHOT -> List.of("nav-snapshot.v1");
            case FILL_STANDING -> List.of(FillStanding.TYPE);
            case GATEWAY_STATUS -> List.of(GatewayStatus.TYPE);
            case FETCH_RUN -> List.of(FetchRun.TYPE);
            case ALERT -> List.of(Alert.TYPE);
        };
    }

    private static SortedMap<String, Class<?>> subtypes(Class<?> family) {
        var names = new TreeMap<String, Class<?>>();
        for (var type : family.getAnnotation(JsonSubTypes.class).value()) {
            names.put(type.name(), type.value());
        }
        return names;
    }
}
