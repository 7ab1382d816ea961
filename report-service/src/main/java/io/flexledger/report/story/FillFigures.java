package io.flexledger.report.story;

import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.Money;
import java.util.List;

/**
 * One execution by ALM-1: (R + P + C) at the row's rate, nothing rounded.
 *
 * @param realized     R, by origin of the closed units; empty for a fill that only opens
 * @param premium      P, of an option that ends worthless on the same report day
 * @param charges      C, commission and taxes in the currency of the trade, negative is a cost
 * @param otherCharges commission in another currency, already in base
 * @param closesDelivered whether all it does is close shares an option turned into today
 */
public record FillFigures(
        JournalEntry entry,
        Leg leg,
        List<Realized> realized,
        Money premium,
        Money charges,
        Money otherCharges,
        boolean closesDelivered) {

    public FillFigures {
        realized = List.copyOf(realized);
    }

    public Money realizedTotal() {
        return realized.stream().map(Realized::amount).reduce(Money.zero(charges.currency()), Money::plus);
    }

    /** R + P + C in the currency of the trade. */
    public Money total() {
        return realizedTotal().plus(premium).plus(charges);
    }

    /** In base currency. */
    public Money impact() {
        return leg.rate().convert(total()).plus(otherCharges);
    }
}
