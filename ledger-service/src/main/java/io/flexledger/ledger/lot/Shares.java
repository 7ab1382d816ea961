package io.flexledger.ledger.lot;

import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.MathContext;

/** An amount handed out by units so that the parts always sum to the whole: the last unit takes what is left. */
final class Shares {

    private Money leftAmount;
    private Quantity leftUnits;

    Shares(Money amount, Quantity units) {
        this.leftAmount = amount;
        this.leftUnits = units.abs();
    }

    /** The part that belongs to so many of the remaining units. */
    Money take(Quantity units) {
        var wanted = units.abs();
        if (wanted.equals(leftUnits)) {
            var all = leftAmount;
            leftAmount = Money.zero(all.currency());
            leftUnits = Quantity.ZERO;
            return all;
        }
        var part = Money.of(
                leftAmount.amount().multiply(wanted.units()).divide(leftUnits.units(), MathContext.DECIMAL128),
                leftAmount.currency());
        leftAmount = leftAmount.minus(part);
        leftUnits = leftUnits.minus(wanted);
        return part;
    }

    Money rest() {
        return leftAmount;
    }
}
