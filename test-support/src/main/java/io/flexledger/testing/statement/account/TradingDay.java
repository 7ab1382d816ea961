package io.flexledger.testing.statement.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything one report day did to an account, from the evening before to its own close.
 *
 * @param marks closing price of every instrument traded or held that day
 * @param openLots at the close, oldest first within an instrument
 */
public record TradingDay(
        LocalDate date,
        LocalDate previousDate,
        Rates openingRates,
        Rates rates,
        Cash cash,
        List<Holding> openingHoldings,
        List<Fill> fills,
        Map<Instrument, BigDecimal> marks,
        List<Lot> openLots,
        Accruals accruals) {

    /**
     * Cash per currency.
     *
     * @param settled closing balances without the proceeds of trades that settle later
     */
    public record Cash(
            Map<String, BigDecimal> opening,
            Map<String, BigDecimal> closing,
            Map<String, BigDecimal> settled,
            List<CashMovement> movements) {}

    /** A position at the previous close with its mark of then. */
    public record Holding(Instrument instrument, BigDecimal quantity, BigDecimal mark) {

        public BigDecimal value() {
            return valueAt(mark);
        }

        public BigDecimal valueAt(BigDecimal price) {
            return quantity.multiply(price).multiply(instrument.multiplier());
        }
    }

    /**
     * What is owed and not yet cash.
     *
     * @param openingDividends per currency, at the previous close
     * @param openDividends still unpaid at this close
     */
    public record Accruals(
            List<InterestDay> interest,
            List<DividendAccrual.Posting> dividendPostings,
            Map<String, BigDecimal> openingDividends,
            List<DividendAccrual> openDividends) {}

    public BigDecimal mark(Instrument instrument) {
        BigDecimal mark = marks.get(instrument);
        if (mark == null) {
            throw new IllegalStateException("no closing price of " + date + " for " + instrument.symbol());
        }
        return mark;
    }

    /** Positions at the close with their marks, one per instrument. */
    public List<Holding> closingHoldings() {
        Map<Instrument, BigDecimal> quantities = new LinkedHashMap<>();
        for (Lot lot : openLots) {
            quantities.merge(lot.instrument(), lot.quantity(), BigDecimal::add);
        }
        return quantities.entrySet().stream()
                .map(held -> new Holding(held.getKey(), held.getValue(), mark(held.getKey())))
                .toList();
    }
}
