package io.flexledger.realtime;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.event.TradeEvent;
import io.flexledger.realtime.adapter.db.FillTable;
import io.flexledger.realtime.adapter.db.FillTable.Told;
import io.flexledger.realtime.adapter.db.FrameTable;
import io.flexledger.realtime.frame.FrameBook;
import io.flexledger.realtime.frame.FrameBook.Standing;
import io.flexledger.realtime.frame.Reading;
import io.flexledger.realtime.provisional.ProvisionalFill;
import io.flexledger.realtime.provisional.ProvisionalFill.Heard;
import io.flexledger.realtime.provisional.ReportDays;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.OutgoingRecord;
import io.flexledger.transport.Transactions;
import io.flexledger.transport.outage.Part;
import io.flexledger.transport.outage.Persistence;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the gateway says of executions and tells the fills it makes. A batch is one transaction: its frames, the fills as
 * they stand with them, and the records that leave. A frame that was kept before changes nothing, so hearing everything again is
 * harmless; and since fills follow from kept frames alone, there is nothing to lose between two batches.
 */
@ApplicationScoped
public class FillDesk {

    private static final Logger LOG = Logger.getLogger(FillDesk.class);

    /** A second process that has not noticed yet that another leads waits here. */
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended('flexledger fills ' || current_schema(), 0))";

    private final Pool pool;
    private final Outbox outbox;
    private final Persistence persistence;
    private final GatewayMeters meters;
    private final FrameBook book = new FrameBook(new Reading());
    private final ReportDays days = new ReportDays(MarketCalendar.newYork());
    private final ProvisionalFill provisional = new ProvisionalFill(days);

    FillDesk(Pool pool, Outbox outbox, Persistence persistence, GatewayMeters meters) {
        this.pool = pool;
        this.outbox = outbox;
        this.persistence = persistence;
        this.meters = meters;
    }

    /**
     * Waits through an outage of the database; nothing is told that is not kept.
     *
     * @param now dates the telling
     */
    public void keep(List<FrameTable.Entry> frames, Instant now) {
        if (frames.isEmpty()) {
            return;
        }
        persistence.through(Part.inbox("gateway"), () -> {
            Transactions.run(pool, tx -> keep(tx, frames, now));
            return frames.size();
        });
        outbox.wake();
    }

    private void keep(SqlConnection tx, List<FrameTable.Entry> frames, Instant now) {
        tx.query(ONE_AT_A_TIME).executeAndAwait();
        Collection<String> executions = new TreeSet<>();
        FrameTable.add(tx, frames).stream().filter(Objects::nonNull).forEach(executions::add);
        if (executions.isEmpty()) {
            return;
        }
        Map<FillTable.Key, Told> known = FillTable.known(tx, executions);
        List<FillTable.Entry> changed = new ArrayList<>();
        List<OutgoingRecord> records = new ArrayList<>();
        for (Standing standing : book.fills(FrameTable.of(tx, executions))) {
            Told before =
                    known.get(new FillTable.Key(standing.fill().execution().account(), standing.naturalKey()));
            Telling telling = telling(standing, before, now);
            if (before != null && before.content().equals(telling.entry().content())) {
                continue;
            }
            changed.add(telling.entry());
            if (telling.event() != null
                    && !(before != null
                            && firstLine(before.content())
                                    .equals(firstLine(telling.entry().content())))) {
                records.add(record(telling.event()));
            }
        }
        if (!changed.isEmpty()) {
            FillTable.save(tx, changed);
            outbox.add(tx, records);
            meters.told(records.size());
            LOG.debugf("fills told count=%d frames=%d", records.size(), frames.size());
        }
    }

    /** @param event null for a fill that cannot be valued */
    private record Telling(FillTable.Entry entry, TradeEvent.@Nullable Fill event) {}

    private Telling telling(Standing standing, @Nullable Told before, Instant now) {
        Instant statedAt = before == null || now.isAfter(before.statedAt())
                ? now
                : before.statedAt().plusNanos(1_000); // the database counts microseconds
        Optional<TradeEvent.Fill> event = provisional.of(
                standing.fill(),
                new Heard(
                        standing.naturalKey(),
                        standing.frame().source(),
                        standing.frame().frame().receivedAt(),
                        statedAt));
        if (event.isEmpty()) {
            LOG.warnf(
                    "fill cannot be valued execution=%s secType=%s",
                    standing.fill().id().text(), standing.fill().contract().secType());
        }
        return new Telling(
                new FillTable.Entry(
                        standing,
                        event.map(TradeEvent.Fill::reportDate).orElseGet(() -> day(standing)),
                        event.isPresent(),
                        statedAt,
                        content(standing, event)),
                event.orElse(null));
    }

    private LocalDate day(Standing standing) {
        Instant instant = standing.fill().time().instant();
        return days.of(instant == null ? standing.frame().frame().receivedAt() : instant);
    }

    private static String firstLine(String content) {
        return content.substring(0, content.indexOf('\n'));
    }

    /** What is told, in the first line, and what is only listed here. */
    private static String content(Standing standing, Optional<TradeEvent.Fill> event) {
        String told = event.map(fill -> fill.with(fill.fact().asOf(Instant.EPOCH)))
                .map(fill -> new String(ContractJson.write(fill), StandardCharsets.UTF_8))
                .orElse("");
        return told
                + '\n'
                + new TreeSet<>(standing.fill().reviews())
                + ' '
                + standing.fill().commission();
    }

    private static OutgoingRecord record(TradeEvent.Fill event) {
        return new OutgoingRecord(
                Topics.CANONICAL_EVENT.topic(),
                event.account().value(),
                ContractJson.write(event),
                CloudEvent.of(event).headers(CloudEvent.JSON));
    }
}
