package io.flexledger.ledger;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.ledger.adapter.db.EventTable;
import io.flexledger.ledger.adapter.db.ProvisionalTable;
import io.flexledger.ledger.day.ProvisionalFills;
import io.flexledger.ledger.history.History;
import io.flexledger.ledger.history.Stated;
import io.flexledger.ledger.provisional.Lookalikes;
import io.flexledger.ledger.provisional.OpenFill;
import io.flexledger.ledger.provisional.OpenFill.Placed;
import io.flexledger.ledger.provisional.Placement;
import io.flexledger.ledger.provisional.Placement.Alike;
import io.flexledger.ledger.provisional.Placement.Booked;
import io.flexledger.ledger.provisional.Placement.Carried;
import io.flexledger.ledger.provisional.Placement.Confirmed;
import io.flexledger.ledger.provisional.Placement.TakenBack;
import io.flexledger.ledger.provisional.Placement.Unconfirmed;
import io.flexledger.ledger.provisional.StatementReach.Span;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.OutgoingRecord;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Puts an account's provisional fills in their places before a fold, tells where each stands now, and hands each window
 * of days those it concerns.
 */
@ApplicationScoped
public class Provisionals {

    private static final Logger LOG = Logger.getLogger(Provisionals.class);

    /** From a trading day to the next, over every closure there has been. */
    private static final int CLOSED_DAYS = 10;

    private final EventTable events;
    private final ProvisionalTable fills;
    private final Outbox outbox;
    private final MarketCalendar calendar = MarketCalendar.newYork();

    Provisionals(EventTable events, ProvisionalTable fills, Outbox outbox) {
        this.events = events;
        this.fills = fills;
        this.outbox = outbox;
    }

    /**
     * Returns the first day that changes because a fill has another place than at the last fold.
     *
     * @param changedFrom first day of which anything was told since
     */
    Optional<LocalDate> place(SqlConnection tx, AccountId account, LocalDate changedFrom) {
        var alikeFrom = changedFrom.minusDays(CLOSED_DAYS);
        var open = fills.open(tx, account, alikeFrom);
        var since = open.stream().map(OpenFill::reportDate).min(LocalDate::compareTo);
        if (since.isEmpty()) {
            return Optional.empty();
        }
        var reach = events.reach(tx, account, since.get());
        var alike = alike(tx, account, open, alikeFrom);
        var placed = open.stream()
                .map(fill -> fill.place(alike.get(fill.id()), reach, calendar::nextTradingDay))
                .toList();
        tell(tx, account, fills.place(tx, placed));
        var changed = new ArrayList<LocalDate>();
        for (int i = 0; i < open.size(); i++) {
            var before = open.get(i).before();
            var now = placed.get(i).placement();
            Placement.firstChanged(before, now).ifPresent(changed::add);
            if (now instanceof Unconfirmed && !now.equals(before)) {
                LOG.warnf(
                        "no statement has a provisional fill account=%s event=%s",
                        account, placed.get(i).id());
            }
        }
        return changed.stream().min(LocalDate::compareTo);
    }

    private void tell(SqlConnection tx, AccountId account, List<Placed> placed) {
        var standings = placed.stream()
                .map(each -> each.placement().standing(each.id(), account, each.reportDate()))
                .toList();
        outbox.add(
                tx, fills.tell(tx, standings).stream().map(Provisionals::record).toList());
    }

    private static OutgoingRecord record(FillStanding standing) {
        return new OutgoingRecord(
                Topics.FILL_STANDING.topic(),
                standing.event().toString(),
                ContractJson.write(standing),
                CloudEvent.of(standing).headers(CloudEvent.JSON));
    }

    /** By open fill, the statement's fill without an execution id that confirms it. Nearly always there are none. */
    private Map<EventId, EventId> alike(SqlConnection tx, AccountId account, List<OpenFill> open, LocalDate alikeFrom) {
        var unnamed = open.stream().filter(OpenFill::isUnnamed).toList();
        var days = unnamed.stream()
                .map(OpenFill::reportDate)
                .distinct()
                .map(day -> new Span(day, calendar.nextTradingDay(day)))
                .toList();
        var nameless = new ArrayList<>(fills(events.nameless(tx, account, days)).stream()
                .filter(Lookalikes::isNameless)
                .toList());
        if (nameless.isEmpty()) {
            return Map.of();
        }
        var first = days.stream().map(Span::from).min(LocalDate::compareTo).orElseThrow();
        var taken = fills.taken(tx, account, first.minusDays(CLOSED_DAYS), alikeFrom);
        nameless.removeIf(fill -> taken.contains(fill.id()));
        var heard = fills(events.versions(tx, unnamed.stream().map(OpenFill::id).toList()));
        return Lookalikes.of(heard, nameless, calendar::nextTradingDay);
    }

    private static List<Fill> fills(List<Stated> versions) {
        return History.current(versions).stream().map(Fill.class::cast).toList();
    }

    /** The newest version of each fill that concerns these days, as a fact of the day it concerns. */
    ProvisionalFills concerning(SqlConnection tx, AccountId account, LocalDate from, LocalDate to) {
        var places = fills.concerning(tx, account, from, to);
        if (places.isEmpty()) {
            return ProvisionalFills.NONE;
        }
        var booked = new ArrayList<Fill>();
        var unconfirmed = new ArrayList<Fill>();
        for (var fill : fills(events.versions(tx, places.keySet()))) {
            switch (places.get(fill.id())) {
                case Booked(var day) -> booked.add(ProvisionalFills.onDay(fill, day));
                case Carried(var day) -> booked.add(ProvisionalFills.onDay(fill, day));
                case Unconfirmed(var day) -> unconfirmed.add(ProvisionalFills.onDay(fill, day));
                case Confirmed _, Alike _, TakenBack _ -> {}
                case null -> throw new IllegalStateException("a version of a fill nobody asked for: " + fill.id());
            }
        }
        return new ProvisionalFills(booked, unconfirmed);
    }

    /** Notes which of the fills a day could not be folded with. */
    void leftOut(SqlConnection tx, ProvisionalFills concerned, Map<EventId, Caveat> leftOut) {
        if (!concerned.booked().isEmpty()) {
            fills.leftOut(tx, concerned.booked().stream().map(Fill::id).toList(), leftOut);
        }
    }
}
