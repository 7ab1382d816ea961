package io.flexledger.ledger.day;

import static java.util.Comparator.comparing;

import io.flexledger.contracts.event.BrokerClaim.CashStated;
import io.flexledger.contracts.event.BrokerClaim.FundsLine;
import io.flexledger.contracts.event.BrokerClaim.NavChangeStated;
import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.CashEvent.InterestAccrual;
import io.flexledger.contracts.event.CashEvent.InterestTier;
import io.flexledger.contracts.event.ReferenceEvent.AccountDescribed;
import io.flexledger.contracts.event.ReferenceEvent.InstrumentDescribed;
import io.flexledger.contracts.event.ReferenceEvent.RateStated;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.event.TradeEvent.OptionEvent;
import io.flexledger.contracts.event.TradeEvent.TransactionTax;
import io.flexledger.contracts.id.EventId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the broker states about one account and one report day, each fact in its newest version, sorted by kind. Which
 * events move the books and which only describe them is decided here and nowhere else.
 *
 * @param fills       as statements state them
 * @param provisional what the gateway alone told
 */
public record DayFacts(
        LocalDate date,
        List<Fill> fills,
        List<FillCancelled> cancellations,
        List<CashFlow> cashFlows,
        List<InterestAccrual> accruals,
        List<RateStated> rates,
        List<PositionStated> positions,
        List<CashStated> cashStated,
        Optional<NavStated> nav,
        Optional<NavChangeStated> navChange,
        ProvisionalFills provisional) {

    /** By report day. Within a day the order of the events does not matter. */
    public static SortedMap<LocalDate, DayFacts> byDay(Iterable<CanonicalEvent> events) {
        return byDay(events, List.of());
    }

    /**
     * The same, with provisional fills that no statement confirmed.
     *
     * @param events      provisional fills among them count on the day they have here
     * @param unconfirmed provisional fills that do not count, to be flagged on their day
     */
    public static SortedMap<LocalDate, DayFacts> byDay(Iterable<CanonicalEvent> events, List<Fill> unconfirmed) {
        var days = new TreeMap<LocalDate, Sorter>();
        for (var event : events) {
            days.computeIfAbsent(event.reportDate(), _ -> new Sorter()).sort(event);
        }
        unconfirmed.forEach(fill -> days.computeIfAbsent(fill.reportDate(), _ -> new Sorter())
                .unconfirmed
                .add(fill));
        var facts = new TreeMap<LocalDate, DayFacts>();
        days.forEach((date, sorter) -> facts.put(date, sorter.facts(date)));
        return facts;
    }

    DayFacts with(ProvisionalFills others) {
        return new DayFacts(
                date, fills, cancellations, cashFlows, accruals, rates, positions, cashStated, nav, navChange, others);
    }

    /** Statements' and the gateway's. */
    List<Fill> allFills() {
        return Stream.concat(fills.stream(), provisional.booked().stream()).toList();
    }

    /** Whether anything is told but the closing value of a day before the first statement. */
    boolean movesAnything() {
        return navChange.isPresent()
                || !fills.isEmpty()
                || !provisional.booked().isEmpty()
                || !cancellations.isEmpty()
                || !cashFlows.isEmpty()
                || !accruals.isEmpty()
                || !positions.isEmpty()
                || !cashStated.isEmpty();
    }

    private static final class Sorter {

        private final SortedMap<EventId, Fill> fills = new TreeMap<>();
        private final List<Fill> provisional = new ArrayList<>();
        private final List<Fill> unconfirmed = new ArrayList<>();
        private final List<FillCancelled> cancellations = new ArrayList<>();
        private final List<CashFlow> cashFlows = new ArrayList<>();
        private final List<InterestAccrual> accruals = new ArrayList<>();
        private final List<RateStated> rates = new ArrayList<>();
        private final List<PositionStated> positions = new ArrayList<>();
        private final List<CashStated> cashStated = new ArrayList<>();
        private Optional<NavStated> nav = Optional.empty();
        private Optional<NavChangeStated> navChange = Optional.empty();

        void sort(CanonicalEvent event) {
            switch (event) {
                case Fill fill when fill.fact().provisional() -> provisional.add(fill);
                case Fill fill -> fills.put(fill.id(), fill);
                case FillCancelled cancelled -> cancellations.add(cancelled);
                case CashFlow flow -> cashFlows.add(flow);
                case InterestAccrual accrual -> accruals.add(accrual);
                case RateStated rate -> rates.add(rate);
                case PositionStated position -> positions.add(position);
                case CashStated cash -> cashStated.add(cash);
                case NavStated stated -> nav = Optional.of(stated);
                case NavChangeStated change when change.from().equals(change.to()) -> navChange = Optional.of(change);
                // Of several days at once: says nothing about one of them.
                case NavChangeStated _ -> {}
                // They describe or detail what other events move.
                case OptionEvent _,
                        TransactionTax _,
                        InterestTier _,
                        FundsLine _,
                        AccountDescribed _,
                        InstrumentDescribed _,
                        StatementRead _ -> {}
            }
        }

        /** A row over several days repeats what the day's own row says of its last. */
        private boolean isCoveredByTheDay(InterestAccrual accrual) {
            return accruals.stream()
                    .anyMatch(other -> Objects.equals(other.currency(), accrual.currency())
                            && other.from().isAfter(accrual.from()));
        }

        /** In an order that does not depend on ids. */
        DayFacts facts(LocalDate date) {
            accruals.removeIf(this::isCoveredByTheDay);
            accruals.sort(comparing(accrual -> String.valueOf(accrual.currency())));
            cashStated.sort(comparing(cash -> String.valueOf(cash.currency())));
            return new DayFacts(
                    date,
                    Twins.fills(fills.values()),
                    cancellations,
                    Twins.cashFlows(cashFlows),
                    accruals,
                    rates,
                    WholePositions.of(positions),
                    cashStated,
                    nav,
                    navChange,
                    new ProvisionalFills(provisional, unconfirmed));
        }
    }
}
