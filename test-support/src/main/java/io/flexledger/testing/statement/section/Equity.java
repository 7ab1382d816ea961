package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.DividendAccrual;
import io.flexledger.testing.statement.account.InterestDay;
import io.flexledger.testing.statement.account.Rates;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.account.TradingDay.Holding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The net asset value of one evening in base currency, unrounded, by kind of asset. */
record Equity(Side cash, Side stock, Side options, Side dividendAccruals, Side interestAccruals) {

    /** Positive and negative balances apart, as the summary shows them. */
    record Side(BigDecimal longs, BigDecimal shorts) {

        static Side of(List<BigDecimal> values) {
            BigDecimal longs = BigDecimal.ZERO;
            BigDecimal shorts = BigDecimal.ZERO;
            for (BigDecimal value : values) {
                longs = longs.add(value.max(BigDecimal.ZERO));
                shorts = shorts.add(value.min(BigDecimal.ZERO));
            }
            return new Side(longs, shorts);
        }

        BigDecimal total() {
            return longs.add(shorts);
        }
    }

    static Equity opening(TradingDay day) {
        List<BigDecimal> interest = new ArrayList<>();
        for (InterestDay accrual : day.accruals().interest()) {
            interest.add(accrual.opening().multiply(day.openingRates().of(accrual.currency())));
        }
        return new Equity(
                converted(day.cash().opening(), day.openingRates()),
                valued(day.openingHoldings(), "STK", day.openingRates()),
                valued(day.openingHoldings(), "OPT", day.openingRates()),
                converted(day.accruals().openingDividends(), day.openingRates()),
                Side.of(interest));
    }

    static Equity closing(TradingDay day) {
        List<BigDecimal> interest = new ArrayList<>();
        for (InterestDay accrual : day.accruals().interest()) {
            interest.add(accrual.ending().multiply(day.rates().of(accrual.currency())));
        }
        List<BigDecimal> dividends = new ArrayList<>();
        for (DividendAccrual dividend : day.accruals().openDividends()) {
            dividends.add(
                    dividend.net().multiply(day.rates().of(dividend.stock().currency())));
        }
        List<Holding> holdings = day.closingHoldings();
        return new Equity(
                converted(day.cash().closing(), day.rates()),
                valued(holdings, "STK", day.rates()),
                valued(holdings, "OPT", day.rates()),
                Side.of(dividends),
                Side.of(interest));
    }

    private static Side converted(Map<String, BigDecimal> balances, Rates rates) {
        return Side.of(balances.entrySet().stream()
                .map(balance -> balance.getValue().multiply(rates.of(balance.getKey())))
                .toList());
    }

    private static Side valued(List<Holding> holdings, String category, Rates rates) {
        return Side.of(holdings.stream()
                .filter(holding -> holding.instrument().category().equals(category))
                .map(holding ->
                        holding.value().multiply(rates.of(holding.instrument().currency())))
                .toList());
    }

    Side total() {
        BigDecimal longs = BigDecimal.ZERO;
        BigDecimal shorts = BigDecimal.ZERO;
        for (Side side : List.of(cash, stock, options, dividendAccruals, interestAccruals)) {
            longs = longs.add(side.longs());
            shorts = shorts.add(side.shorts());
        }
        return new Side(longs, shorts);
    }

    BigDecimal accruals() {
        return dividendAccruals.total().add(interestAccruals.total());
    }
}
