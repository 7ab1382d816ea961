package io.flexledger.report.story;

import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.Money;
import java.util.List;

/**
 * One execution: (R + P + C) at the row's rate, and what a currency exchange moved, each side at its own; nothing
 * rounded.
 *
 * @param realized     R, by origin of the closed units; empty for a fill that only opens
 * @param premium      P, of an option that ends worthless on the same report day
 * @param charges      C, commission and taxes in the currency of the trade, negative is a cost
 * @param otherCharges commission in another currency, already in base
 * @param exchanged    what changed hands in a currency exchange, both sides before commission; empty where the story
 *                     leaves it to the close
 * @param closesDelivered whether all it does is close shares an option turned into today
 */
public record FillFigures(
        JournalEntry entry,
        Leg leg,
        List<Realized> realized,
        Money premium,
        Money charges,
        Money otherCharges,
        List<Impact> exchanged,
        boolean closesDelivered) {

    public FillFigures {
        realized = List.copyOf(realized);
        exchanged = List.copyOf(exchanged);
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
        var own = leg.rate().convert(total()).plus(otherCharges);
        return exchanged.stream().map(Impact::base).reduce(own, Money::plus);
    }
}
