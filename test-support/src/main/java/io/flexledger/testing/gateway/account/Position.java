package io.flexledger.testing.gateway.account;

import io.flexledger.testing.gateway.wire.AccountEncoder.Holding;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.Trade;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What is held of one contract, at average cost.
 *
 * @param quantity    negative when short
 * @param averageCost per contract, with the multiplier and commissions
 * @param realized    by everything closed so far, after commissions
 */
record Position(Contract contract, BigDecimal quantity, BigDecimal averageCost, BigDecimal mark, BigDecimal realized) {

    private static final int COST_DIGITS = 8;

    /** After a trade, and what it realized; null when it closed nothing. */
    record Step(Position position, @Nullable BigDecimal realized) {}

    static Position flat(Contract contract, BigDecimal mark) {
        return new Position(contract, BigDecimal.ZERO, BigDecimal.ZERO, mark, BigDecimal.ZERO);
    }

    Position marked(BigDecimal price) {
        return new Position(contract, quantity, averageCost, price, realized);
    }

    /** @param cost of the execution, in the contract's currency */
    Step after(Trade trade, BigDecimal cost) {
        BigDecimal change = trade.signedShares();
        BigDecimal unit = trade.price().multiply(contract.units());
        BigDecimal costPerUnit = cost.divide(trade.shares(), MathContext.DECIMAL64);
        BigDecimal unitCost = change.signum() > 0 ? unit.add(costPerUnit) : unit.subtract(costPerUnit);
        BigDecimal total = quantity.add(change);
        if (quantity.signum() == 0 || quantity.signum() == change.signum()) {
            BigDecimal paid = quantity.multiply(averageCost).add(change.multiply(unitCost));
            return new Step(at(total, paid.divide(total, MathContext.DECIMAL64), trade, realized), null);
        }
        BigDecimal closed = change.abs().min(quantity.abs());
        BigDecimal sign = BigDecimal.valueOf(quantity.signum());
        BigDecimal gain = unitCost.subtract(averageCost).multiply(closed).multiply(sign);
        BigDecimal left = total.signum() == quantity.signum() ? averageCost : unitCost;
        BigDecimal average = total.signum() == 0 ? BigDecimal.ZERO : left;
        return new Step(at(total, average, trade, realized.add(gain)), gain.setScale(6, RoundingMode.HALF_EVEN));
    }

    private Position at(BigDecimal total, BigDecimal average, Trade trade, BigDecimal gains) {
        BigDecimal price = mark.signum() == 0 ? trade.price() : mark;
        return new Position(contract, total, average, price, gains);
    }

    BigDecimal value() {
        return quantity.multiply(mark).multiply(contract.units());
    }

    BigDecimal unrealized() {
        return value().subtract(quantity.multiply(averageCost));
    }

    Holding holding() {
        return new Holding(
                contract,
                quantity,
                mark,
                cents(value()),
                averageCost.setScale(Math.min(COST_DIGITS, Math.max(averageCost.scale(), 2)), RoundingMode.HALF_EVEN),
                cents(unrealized()),
                cents(realized));
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
}
