package io.flexledger.realtime;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.event.TradeEvent;
import io.flexledger.realtime.adapter.db.FillTable;
import io.flexledger.realtime.adapter.db.FillTable.LastTold;
import io.flexledger.realtime.adapter.db.FrameTable;
import io.flexledger.realtime.fill.OrderCheck;
import io.flexledger.realtime.frame.FrameBook;
import io.flexledger.realtime.frame.FrameBook.TracedFill;
import io.flexledger.realtime.frame.FrameReader;
import io.flexledger.realtime.provisional.ProvisionalFill;
import io.flexledger.realtime.provisional.ProvisionalFill.Origin;
import io.flexledger.realtime.provisional.ReportDays;
import io.flexledger.realtime.provisional.Version;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.OutgoingRecord;
import io.flexledger.transport.Transactions;
import io.flexledger.transport.outage.Part;
import io.flexledger.transport.outage.Persistence;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the gateway says of executions and tells the fills it makes. A batch is one transaction: its frames, the
 * fills as they stand with them, and the records that leave. A frame that was kept before changes nothing, so hearing
 * everything again is harmless; and since fills follow from kept frames alone, there is nothing to lose between two
 * batches. A fill that was told and does not stand any more is told once more, as superseded.
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
    private final FrameBook book = new FrameBook(new FrameReader());
    private final ReportDays days = new ReportDays(MarketCalendar.newYork());
    private final ProvisionalFill provisional = new ProvisionalFill(days);
    private final Set<OrderCheck.Order> filledMore = new HashSet<>();

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
        Set<String> executions = new TreeSet<>();
        FrameTable.add(tx, frames).stream().filter(Objects::nonNull).forEach(executions::add);
        if (executions.isEmpty()) {
            return;
        }
        List<TracedFill> fills = fills(tx, executions);
        Map<FillTable.Key, LastTold> known = FillTable.known(tx, executions);
        List<FillTable.Entry> changed = new ArrayList<>();
        List<OutgoingRecord> records = new ArrayList<>();
        for (TracedFill each : fills) {
            LastTold before =
                    known.remove(new FillTable.Key(each.fill().execution().account(), each.naturalKey()));
            FillTable.Entry entry = entry(each, before, now);
            if (before == null || !before.content().equals(entry.content())) {
                changed.add(entry);
                record(before, entry.content(), entry.statedAt()).ifPresent(records::add);
            }
        }
        List<FillTable.TakenBack> takenBack = new ArrayList<>();
        known.forEach((key, before) -> {
            if (!before.takenBack()) {
                Instant statedAt = statedAt(before, now);
                String content = Version.in(before.content()).takenBack().text() + "\ntaken back";
                takenBack.add(new FillTable.TakenBack(key, statedAt, content));
                record(before, content, statedAt).ifPresent(records::add);
            }
        });
        if (!changed.isEmpty() || !takenBack.isEmpty()) {
            save(tx, changed, takenBack, orders(fills));
            outbox.add(tx, records);
            meters.told(records.size());
            LOG.debugf("fills told count=%d taken back=%d frames=%d", records.size(), takenBack.size(), frames.size());
        }
    }

    /**
     * Where a version may be a fill of its own, the whole order says whether it is: its other executions are read, too.
     *
     * @param executions grows by those
     */
    private List<TracedFill> fills(SqlConnection tx, Set<String> executions) {
        List<TracedFill> fills = book.fills(FrameTable.of(tx, executions));
        Set<Long> doubted =
                orders(fills.stream().filter(each -> each.fill().isDoubted()).toList());
        boolean more = executions.addAll(FillTable.ofDoubtedOrders(tx, doubted, orders(fills)));
        return more ? book.fills(FrameTable.of(tx, executions)) : fills;
    }

    private static Set<Long> orders(List<TracedFill> fills) {
        Set<Long> orders = new TreeSet<>();
        for (TracedFill each : fills) {
            Long order = each.fill().orderNumber();
            if (order != null) {
                orders.add(order);
            }
        }
        return orders;
    }

    /** An order of which more is booked than was filled is said once by each process that learns of it. */
    private void save(
            SqlConnection tx,
            List<FillTable.Entry> changed,
            List<FillTable.TakenBack> takenBack,
            Collection<Long> orders) {
        FillTable.save(tx, changed);
        FillTable.takeBack(tx, takenBack);
        for (OrderCheck check : FillTable.orders(tx, orders)) {
            if (check.verdict() != OrderCheck.Verdict.MORE) {
                filledMore.remove(check.order());
            } else if (filledMore.add(check.order())) {
                meters.filledMore();
                LOG.warnf("more is booked of an order than was filled permId=%d", check.permId());
            }
        }
    }

    private FillTable.Entry entry(TracedFill traced, @Nullable LastTold before, Instant now) {
        Instant statedAt = statedAt(before, now);
        Optional<TradeEvent.Fill> event = provisional.of(
                traced.fill(),
                new Origin(
                        traced.naturalKey(),
                        traced.frame().source(),
                        traced.frame().frame().receivedAt(),
                        statedAt));
        if (event.isEmpty()) {
            LOG.warnf(
                    "fill cannot be valued execution=%s secType=%s",
                    traced.fill().id().text(), traced.fill().contract().secType());
        }
        Version version = event.map(Version::of)
                .orElseGet(() -> before == null
                        ? Version.NONE
                        : Version.in(before.content()).takenBack());
        return new FillTable.Entry(
                traced,
                event.map(TradeEvent.Fill::reportDate).orElseGet(() -> day(traced)),
                event.isPresent(),
                version.isTakenBack(),
                statedAt,
                version.text()
                        + '\n'
                        + new TreeSet<>(traced.fill().reviews())
                        + ' '
                        + traced.fill().commission());
    }

    /** Later than before, though the clock stood still; the database counts microseconds. */
    private static Instant statedAt(@Nullable LastTold before, Instant now) {
        return before == null || now.isAfter(before.statedAt())
                ? now
                : before.statedAt().plusNanos(1_000);
    }

    private LocalDate day(TracedFill traced) {
        Instant instant = traced.fill().time().instant();
        return days.of(instant == null ? traced.frame().frame().receivedAt() : instant);
    }

    /** Empty where what is told of it has not changed, or nothing is. */
    private static Optional<OutgoingRecord> record(@Nullable LastTold before, String content, Instant statedAt) {
        String text = Version.text(content);
        if (before != null && Version.text(before.content()).equals(text)) {
            return Optional.empty();
        }
        return Optional.ofNullable(Version.in(content).fill())
                .map(fill -> fill.with(fill.fact().asOf(statedAt)))
                .map(event -> new OutgoingRecord(
                        Topics.CANONICAL_EVENT.topic(),
                        event.account().value(),
                        ContractJson.write(event),
                        CloudEvent.of(event).headers(CloudEvent.JSON)));
    }
}
