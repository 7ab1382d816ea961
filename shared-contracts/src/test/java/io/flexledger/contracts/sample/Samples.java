package io.flexledger.contracts.sample;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.fetch.FetchRun;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.Projection;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.contracts.live.GatewayStatus;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every sample by the name of its approved file: the wire name, and a variant where one does not show all. */
public final class Samples {

    private static final List<CanonicalEvent> EVENTS = List.of(
            ReferenceSamples.ACCOUNT,
            ReferenceSamples.INSTRUMENT,
            ReferenceSamples.RATE_STATED,
            ReferenceSamples.STATEMENT_READ,
            TradeSamples.FILL,
            TradeSamples.FILL_CANCELLED,
            TradeSamples.OPTION_EVENT,
            TradeSamples.TRANSACTION_TAX,
            CashSamples.CASH_FLOW,
            CashSamples.INTEREST_ACCRUAL,
            CashSamples.INTEREST_TIER,
            ClaimSamples.NAV_STATED,
            ClaimSamples.NAV_CHANGE_STATED,
            ClaimSamples.POSITION_STATED,
            ClaimSamples.CASH_STATED,
            ClaimSamples.FUNDS_LINE);

    private static final Map<String, JournalEntry> ENTRIES = Map.of(
            "opening", EntrySamples.OPENING,
            "trade", EntrySamples.TRADE,
            "cancellation", EntrySamples.CANCELLATION,
            "expiry", ClosingSamples.EXPIRY,
            "delivery", ClosingSamples.DELIVERY,
            "cash", EntrySamples.CASH,
            "interest-accrual", EntrySamples.INTEREST_ACCRUAL,
            "stated-only", EntrySamples.STATED_ONLY,
            "mark", EntrySamples.MARK,
            "translation", EntrySamples.TRANSLATION);

    private Samples() {}

    public static SortedMap<String, CanonicalEvent> events() {
        var events = new TreeMap<String, CanonicalEvent>();
        EVENTS.forEach(event -> events.put(ContractJson.typeName(event), event));
        events.put("fill.v1.sparse", TradeSamples.SPARSE_FILL);
        events.put("fill.v1.provisional", LiveSamples.FILL);
        return events;
    }

    public static SortedMap<String, Projection> projections() {
        var projections = new TreeMap<String, Projection>();
        ENTRIES.forEach((kind, entry) -> projections.put(entry.type() + "." + kind, entry));
        projections.put("position-update.v1", StateSamples.POSITION_UPDATE);
        projections.put("nav-snapshot.v1.calculated", StateSamples.CALCULATED);
        projections.put("nav-snapshot.v1.official", StateSamples.OFFICIAL);
        projections.put("nav-snapshot.v1.live", LiveSamples.LIVE);
        return projections;
    }

    public static SortedMap<String, Object> all() {
        var all = new TreeMap<String, Object>(events());
        all.putAll(projections());
        all.put(FillStanding.TYPE + ".carried", LiveSamples.CARRIED);
        all.put(FillStanding.TYPE + ".confirmed", LiveSamples.CONFIRMED);
        all.put(GatewayStatus.TYPE, LiveSamples.STATUS);
        all.put(FetchRun.TYPE, AlertSamples.FAILED_RUN);
        all.put(Alert.TYPE, AlertSamples.ASSIGNMENT);
        all.put(Alert.TYPE + ".acknowledged", AlertSamples.ACKNOWLEDGED);
        return all;
    }

    public static Map<String, JournalEntry> entries() {
        return ENTRIES;
    }

    /** The wire name a file's name begins with, such as {@code fill.v1} of {@code fill.v1.sparse}. */
    public static String wireName(String file) {
        return file.replaceFirst("(\\.v[0-9]+)\\..*", "$1");
    }
}
