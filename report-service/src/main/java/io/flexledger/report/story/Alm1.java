package io.flexledger.report.story;

import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.EntryDetail.Delivered;
import io.flexledger.contracts.journal.EntryDetail.Expired;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.report.day.LedgerDay;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The three amounts of a fill. Realised: the broker's figure where a fill of the same report day opened the units, else
 * from the carried price to the fill's price. Premium: the proceeds of option units that were opened here and expire
 * with the same report date; what expires later stays with the marks. Commission: as delivered.
 */
final class Alm1 {

    private final LedgerDay day;
    private final Set<EventId> deliveredLots = new HashSet<>();
    private final Map<EventId, Quantity> expiredUnits = new HashMap<>();

    Alm1(LedgerDay day) {
        this.day = day;
        for (var entry : day.entries()) {
            if (entry.detail() instanceof Delivered delivered && delivered.shares() != null) {
                deliveredLots.add(delivered.shares().event());
            } else if (entry.detail() instanceof Expired) {
                entry.disposals()
                        .forEach(d -> expiredUnits.merge(d.lot(), d.quantity().abs(), Quantity::plus));
            }
        }
    }

    FillFigures figures(JournalEntry entry, Leg leg) {
        return new FillFigures(
                entry,
                leg,
                realized(entry, leg),
                premium(leg),
                charges(leg),
                otherCharges(entry, leg),
                List.of(),
                closesDelivered(entry, leg));
    }

    /**
     * The same fill by ECON-1: what is not commission is the price's move since the units were carried. A currency pair
     * carries nothing: both of its sides are cash.
     */
    FillFigures economic(JournalEntry entry, Leg leg) {
        var zero = Money.zero(leg.proceeds().currency());
        if (leg.instrument().isCurrencyPair()) {
            return new FillFigures(
                    entry, leg, List.of(), zero, charges(leg), otherCharges(entry, leg), exchanged(entry, leg), false);
        }
        var moved = entry.impacts().stream()
                .map(Impact::amount)
                .filter(amount -> amount.currency().equals(zero.currency()))
                .reduce(zero, Money::plus)
                .minus(charges(leg));
        List<Realized> realized = moved.isZero() ? List.of() : List.of(new Realized.PriceMove(moved));
        return new FillFigures(
                entry,
                leg,
                realized,
                zero,
                charges(leg),
                otherCharges(entry, leg),
                List.of(),
                closesDelivered(entry, leg));
    }

    /** The balances an exchange moved, less the commission taken from them. */
    private static List<Impact> exchanged(JournalEntry entry, Leg leg) {
        boolean same = leg.commission().currency().equals(leg.taxes().currency());
        var charged = same ? List.of(charges(leg)) : List.of(charges(leg), leg.commission());
        var sides = new ArrayList<Impact>();
        for (var impact : entry.impacts()) {
            var amount = charged.stream()
                    .filter(charge -> charge.currency().equals(impact.amount().currency()))
                    .reduce(impact.amount(), Money::minus);
            if (!amount.isZero()) {
                sides.add(new Impact(amount, impact.rate()));
            }
        }
        return sides;
    }

    private boolean closesDelivered(JournalEntry entry, Leg leg) {
        return leg.opened().isZero()
                && !entry.disposals().isEmpty()
                && entry.disposals().stream().allMatch(closed -> deliveredLots.contains(closed.lot()));
    }

    private static Money charges(Leg leg) {
        boolean same = leg.commission().currency().equals(leg.taxes().currency());
        return same ? leg.taxes().plus(leg.commission()) : leg.taxes();
    }

    private Money otherCharges(JournalEntry entry, Leg leg) {
        boolean same = leg.commission().currency().equals(leg.taxes().currency());
        return same ? Money.zero(day.base()) : rateOf(entry, leg.commission()).convert(leg.commission());
    }

    private List<Realized> realized(JournalEntry entry, Leg leg) {
        var today = entry.disposals().stream().filter(this::openedToday).toList();
        var result = new ArrayList<Realized>();
        if (!today.isEmpty()) {
            boolean all = today.size() == entry.disposals().size();
            var stated = all ? leg.brokerRealized() : null;
            var own = today.stream()
                    .map(Disposal::realizedBroker)
                    .reduce(Money.zero(leg.proceeds().currency()), Money::plus);
            result.add(new Realized.OpenedToday(stated != null ? stated : own, stated != null));
        }
        entry.disposals().stream().filter(d -> !openedToday(d)).forEach(d -> addCarried(result, leg, d));
        return result;
    }

    private void addCarried(List<Realized> parts, Leg leg, Disposal closed) {
        var part = new Realized.CarriedIn(
                closed.quantity(),
                closed.carryPrice(),
                closed.closePrice(),
                leg.instrument().multiplier(),
                deliveredLots.contains(closed.lot()),
                closed.basisKnown());
        if (!parts.isEmpty() && parts.getLast() instanceof Realized.CarriedIn last && last.continues(part)) {
            parts.set(parts.size() - 1, last.with(part.quantity()));
        } else {
            parts.add(part);
        }
    }

    /** Shares an option turned into today were carried in: the option was part of the starting value. */
    private boolean openedToday(Disposal closed) {
        return closed.basisKnown() && closed.openedOn().equals(day.date()) && !deliveredLots.contains(closed.lot());
    }

    private Money premium(Leg leg) {
        var expired = expiredUnits.get(leg.event());
        if (expired == null || !leg.instrument().isOption() || leg.opened().isZero()) {
            return Money.zero(leg.proceeds().currency());
        }
        var all = leg.quantity().abs();
        if (expired.equals(all)) {
            return leg.proceeds();
        }
        var part = leg.proceeds().amount().multiply(expired.units()).divide(all.units(), MathContext.DECIMAL128);
        return Money.of(part, leg.proceeds().currency());
    }

    private FxRate rateOf(JournalEntry entry, Money charge) {
        if (charge.currency().equals(day.base())) {
            return FxRate.identity(day.base());
        }
        return entry.impacts().stream()
                .filter(impact -> impact.amount().currency().equals(charge.currency()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("entry " + entry.id() + " has no rate for " + charge))
                .rate();
    }
}
