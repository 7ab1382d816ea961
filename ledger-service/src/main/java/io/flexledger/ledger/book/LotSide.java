package io.flexledger.ledger.book;

import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.lot.Execution;
import org.jspecify.annotations.Nullable;

/** What a lot book is told of a fill. */
final class LotSide {

    private LotSide() {}

    static Execution execution(Fill fill, Money premium) {
        return execution(fill, premium, null);
    }

    /** @param original the cancelled fill, where it is known */
    static Execution cancellation(Fill fill, @Nullable Fill original) {
        return execution(fill, Money.zero(fill.price().currency()), original == null ? null : original.id());
    }

    private static Execution execution(Fill fill, Money premium, @Nullable EventId takesBack) {
        return new Execution(
                fill.id(),
                fill.occurredAt(),
                fill.reportDate(),
                fill.quantity(),
                fill.price(),
                fill.instrument().multiplier(),
                charges(fill),
                premium,
                Closing.isCertain(fill),
                fill.broker().cost(),
                takesBack);
    }

    /** Commission and taxes in the trade's currency; charges in another one stay out of the lot's basis. */
    static Money charges(Fill fill) {
        var currency = fill.price().currency();
        var sum = Money.zero(currency);
        for (var charge : fill.charges().each()) {
            if (charge.currency().equals(currency)) {
                sum = sum.plus(charge);
            }
        }
        return sum;
    }
}
