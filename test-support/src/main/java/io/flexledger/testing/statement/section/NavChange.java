package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.CashMovement;
import io.flexledger.testing.statement.account.DividendAccrual;
import io.flexledger.testing.statement.account.Fill;
import io.flexledger.testing.statement.account.InterestDay;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.account.TradingDay.Holding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the net asset value moved, component by component in base currency, unrounded. Each component is computed from its own
 * facts; that they add up to the change is for the reader to check.
 *
 * @param growth product of the days' returns, 1.01 for one percent; a flow counts from the start of its day
 */
record NavChange(BigDecimal starting, Map<Component, BigDecimal> components, BigDecimal ending, BigDecimal growth) {

    enum Component {
        MTM("mtm"),
        FLOWS("depositsWithdrawals"),
        DIVIDENDS("dividends"),
        WITHHOLDING("withholdingTax"),
        DIVIDEND_ACCRUALS("changeInDividendAccruals"),
        INTEREST("interest"),
        INTEREST_ACCRUALS("changeInInterestAccruals"),
        OTHER_FEES("otherFees"),
        COMMISSIONS("commissions"),
        TRANSACTION_TAX("transactionTax"),
        FX_TRANSLATION("fxTranslation");

        private final String column;

        Component(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }

        static Component of(CashMovement.Kind kind) {
            return switch (kind) {
                case DEPOSIT, WITHDRAWAL -> FLOWS;
                case DIVIDEND, PAYMENT_IN_LIEU -> DIVIDENDS;
                case WITHHOLDING_TAX -> WITHHOLDING;
                case INTEREST_PAID, INTEREST_RECEIVED -> INTEREST;
                case OTHER_FEE -> OTHER_FEES;
            };
        }
    }

    static NavChange of(Period period) {
        NavChange sum = null;
        for (TradingDay day : period.days()) {
            NavChange change = of(day);
            sum = sum == null ? change : sum.then(change);
        }
        if (sum == null) {
            throw new IllegalStateException("a statement covers at least one day");
        }
        return sum;
    }

    static NavChange of(TradingDay day) {
        Map<Component, BigDecimal> components = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            components.put(component, BigDecimal.ZERO);
        }
        trades(day, components);
        for (CashMovement movement : day.cash().movements()) {
            BigDecimal amount = movement.amount().multiply(day.rates().of(movement.currency()));
            components.merge(Component.of(movement.kind()), amount, BigDecimal::add);
        }
        accruals(day, components);
        carried(day, components);
        BigDecimal starting = Equity.opening(day).total().total();
        BigDecimal ending = Equity.closing(day).total().total();
        BigDecimal capital = starting.add(components.getOrDefault(Component.FLOWS, BigDecimal.ZERO));
        BigDecimal growth = capital.signum() == 0 ? BigDecimal.ONE : ending.divide(capital, MathContext.DECIMAL128);
        return new NavChange(starting, components, ending, growth);
    }

    /** A fill is marked at the day's rate; what its own rate booked differently is translation, and so in mtm too. */
    private static void trades(TradingDay day, Map<Component, BigDecimal> components) {
        for (Fill fill : day.fills()) {
            BigDecimal ofDay = day.rates().of(fill.instrument().currency());
            BigDecimal ofRow = fill.rate(day.rates());
            BigDecimal commission = fill.execution().commission();
            BigDecimal taxes = fill.execution().taxes();
            BigDecimal drift = commission.add(taxes).multiply(ofDay.subtract(ofRow));
            BigDecimal marked = fill.markedProfit(day.mark(fill.instrument())).multiply(ofDay);
            components.merge(Component.MTM, marked.add(drift), BigDecimal::add);
            components.merge(Component.COMMISSIONS, commission.multiply(ofRow), BigDecimal::add);
            components.merge(Component.TRANSACTION_TAX, taxes.multiply(ofRow), BigDecimal::add);
        }
    }

    private static void accruals(TradingDay day, Map<Component, BigDecimal> components) {
        for (InterestDay interest : day.accruals().interest()) {
            BigDecimal rate = day.rates().of(interest.currency());
            BigDecimal change = interest.accrued().add(interest.reversal()).multiply(rate);
            components.merge(Component.INTEREST_ACCRUALS, change, BigDecimal::add);
            BigDecimal translation = interest.opening().multiply(rateChange(day, interest.currency()));
            components.merge(Component.FX_TRANSLATION, translation, BigDecimal::add);
        }
        for (DividendAccrual.Posting posting : day.accruals().dividendPostings()) {
            BigDecimal rate = day.rates().of(posting.accrual().stock().currency());
            components.merge(Component.DIVIDEND_ACCRUALS, posting.net().multiply(rate), BigDecimal::add);
        }
        day.accruals()
                .openingDividends()
                .forEach((currency, net) -> components.merge(
                        Component.FX_TRANSLATION, net.multiply(rateChange(day, currency)), BigDecimal::add));
    }

    /** Positions and cash that were there in the evening before. */
    private static void carried(TradingDay day, Map<Component, BigDecimal> components) {
        day.cash()
                .opening()
                .forEach((currency, balance) ->
                        components.merge(Component.MTM, balance.multiply(rateChange(day, currency)), BigDecimal::add));
        for (Holding holding : day.openingHoldings()) {
            String currency = holding.instrument().currency();
            BigDecimal now = holding.valueAt(day.mark(holding.instrument()))
                    .multiply(day.rates().of(currency));
            BigDecimal before = holding.value().multiply(day.openingRates().of(currency));
            components.merge(Component.MTM, now.subtract(before), BigDecimal::add);
        }
    }

    private static BigDecimal rateChange(TradingDay day, String currency) {
        return day.rates().of(currency).subtract(day.openingRates().of(currency));
    }

    private NavChange then(NavChange next) {
        Map<Component, BigDecimal> sums = new EnumMap<>(components);
        next.components.forEach((component, amount) -> sums.merge(component, amount, BigDecimal::add));
        return new NavChange(starting, sums, next.ending, growth.multiply(next.growth, MathContext.DECIMAL128));
    }

    BigDecimal get(Component component) {
        return components.getOrDefault(component, BigDecimal.ZERO);
    }

    /** Return in percent. */
    BigDecimal twr() {
        return growth.subtract(BigDecimal.ONE).movePointRight(2);
    }
}
