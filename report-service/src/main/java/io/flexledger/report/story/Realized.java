package io.flexledger.report.story;

import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;

/** What a closing fill realised, told by where the closed units came from. */
public sealed interface Realized {

    Money amount();

    /**
     * Units opened by a fill of the same report day: the broker's {@code fifoPnlRealized}, net of both sides'
     * commission.
     *
     * @param stated false where it is the ledger's own figure because the row has none, or closed other units as well
     */
    record OpenedToday(Money amount, boolean stated) implements Realized {}

    /** By ECON-1: from what closed units were carried at to the fill's price, whoever opened them. */
    record PriceMove(Money amount) implements Realized {}

    /**
     * Units that were already in the starting value: from what they were carried at to the fill's price, gross.
     *
     * @param quantity   signed as the position was, negative for a short covered
     * @param from       the last mark; the strike for shares an option turned into
     * @param delivered  whether an option turned into them today
     * @param basisKnown false where they were opened before the first statement, so that nothing can be told
     */
    record CarriedIn(
            Quantity quantity, Money from, Money to, BigDecimal multiplier, boolean delivered, boolean basisKnown)
            implements Realized {
        @Override
        public Money amount() {
            return to.minus(from).times(quantity).times(multiplier);
        }

        boolean continues(CarriedIn other) {
            return from.equals(other.from)
                    && to.equals(other.to)
                    && delivered == other.delivered
                    && basisKnown == other.basisKnown;
        }

        CarriedIn with(Quantity more) {
            return new CarriedIn(quantity.plus(more), from, to, multiplier, delivered, basisKnown);
        }
    }
}
