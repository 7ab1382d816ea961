package io.flexledger.mapper;

import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.ReferenceEvent.InstrumentDescribed;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.event.TradeEvent.OptionEvent;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.mapper.adapter.db.FactMemoryTable;
import io.flexledger.mapper.adapter.db.FindingTables;
import io.flexledger.mapper.adapter.db.InstrumentTable;
import io.flexledger.mapper.adapter.db.RawRecordTable;
import io.flexledger.mapper.reading.MappingSink;
import io.flexledger.mapper.reading.RawRecord;
import io.flexledger.mapper.reading.Rejection;
import io.flexledger.mapper.version.FactVersion;
import io.flexledger.mapper.version.FactVersion.Telling;
import io.flexledger.mapper.version.StatedEvent;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.OutgoingRecord;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries one artifact's results into the transaction, a batch at a time, and tells only what is new. */
final class ArtifactBatches implements MappingSink {

    private static final int ROWS = 1_000;
    private static final int TEXT = 4 * 1024 * 1024;
    private static final int EVENTS = 2_000;
    private static final int INSTRUMENTS = 5_000;

    private final SqlConnection tx;
    private final Outbox outbox;
    private final RawArtifact artifact;
    private final long number;

    private final List<RawRecord> rows = new ArrayList<>();
    private final List<StatedEvent> events = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<InstrumentId, Instrument> instruments = new LinkedHashMap<>();
    private int text;
    private int told;

    ArtifactBatches(SqlConnection tx, Outbox outbox, RawArtifact artifact, long number) {
        this.tx = tx;
        this.outbox = outbox;
        this.artifact = artifact;
        this.number = number;
    }

    /** Events that left, new or changed. */
    int told() {
        return told;
    }

    @Override
    public void row(RawRecord row) {
        rows.add(row);
        text += row.xml().length();
        if (rows.size() >= ROWS || text >= TEXT) {
            flushRows();
        }
    }

    @Override
    public void event(StatedEvent event) {
        events.add(event);
        instrument(event.event()).ifPresent(one -> instruments.merge(one.id(), one, ArtifactBatches::join));
        if (events.size() >= EVENTS) {
            flushEvents();
        }
        if (instruments.size() >= INSTRUMENTS) {
            flushInstruments();
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
        if (rejections.size() >= ROWS) {
            flushRejections();
        }
    }

    void finish() {
        flushRows();
        flushRejections();
        flushInstruments();
        flushEvents();
    }

    private void flushRows() {
        if (!rows.isEmpty()) {
            RawRecordTable.insert(tx, number, rows);
            rows.clear();
            text = 0;
        }
    }

    private void flushRejections() {
        if (!rejections.isEmpty()) {
            FindingTables.reject(tx, number, rejections);
            rejections.clear();
        }
    }

    private void flushInstruments() {
        InstrumentTable.store(tx, artifact, instruments.values());
        instruments.clear();
    }

    private void flushEvents() {
        var ids = events.stream().map(event -> event.event().id()).toList();
        var known = FactMemoryTable.find(tx, artifact.query(), ids);
        var changed = new LinkedHashMap<EventId, FactMemoryTable.Entry>();
        var outgoing = new ArrayList<OutgoingRecord>();
        for (var event : events) {
            var id = event.event().id();
            var before = known.get(id);
            var arrival = event.version().after(before);
            if (!arrival.latest().equals(before)) {
                known.put(id, arrival.latest());
                changed.put(id, entry(event, arrival.latest()));
            }
            if (arrival.telling() != Telling.NOT) {
                outgoing.add(outgoing(event, arrival.telling() == Telling.AS_SUPERSEDED));
            }
        }
        events.clear();
        if (!changed.isEmpty()) {
            FactMemoryTable.store(tx, artifact.query(), changed.values());
        }
        if (!outgoing.isEmpty()) {
            outbox.add(tx, outgoing);
            told += outgoing.size();
        }
    }

    private static FactMemoryTable.Entry entry(StatedEvent event, FactVersion latest) {
        return new FactMemoryTable.Entry(
                event.event().id(), event.event().account().value(), latest);
    }

    private static OutgoingRecord outgoing(StatedEvent stated, boolean superseded) {
        var event = stated.event();
        return new OutgoingRecord(
                Topics.CANONICAL_EVENT.topic(),
                event.account().value(),
                stated.json(superseded),
                CloudEvent.of(event).headers(CloudEvent.JSON));
    }

    private static Optional<Instrument> instrument(CanonicalEvent event) {
        return switch (event) {
            case Fill fill -> Optional.of(fill.instrument());
            case FillCancelled cancelled -> Optional.of(cancelled.instrument());
            case OptionEvent option -> Optional.of(option.instrument());
            case PositionStated position -> Optional.of(position.instrument());
            case InstrumentDescribed described -> Optional.of(described.instrument());
            default -> Optional.empty();
        };
    }

    /** Two rows of one statement about one instrument: what the later one leaves open the earlier one says. */
    private static Instrument join(Instrument before, Instrument after) {
        var aliases = new LinkedHashMap<>(before.aliases());
        aliases.putAll(after.aliases());
        return new Instrument(
                after.id(),
                after.symbol(),
                after.description() == null ? before.description() : after.description(),
                after.assetCategory(),
                after.currency(),
                after.multiplier(),
                after.option() == null ? before.option() : after.option(),
                aliases);
    }
}
