package io.flexledger.ledger.book;

import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.lot.Execution;
import java.util.List;

/** What a lot book is told of a fill. */
final class LotSide {

    private LotSide() {}

    static Execution execution(Fill fill, Money premium) {
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
                fill.broker().cost());
    }

    /** Commission and taxes in the trade's currency; charges in another one stay out of the lot's basis. */
    static Money charges(Fill fill) {
        var currency = fill.price().currency();
        var sum = Money.zero(currency);
        for (var charge : List.of(fill.commission(), fill.taxes())) {
            if (charge.currency().equals(currency)) {
                sum = sum.plus(charge);
            }
        }
        return sum;
    }
}
