package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.Instrument;
import io.flexledger.testing.statement.account.Lot;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.account.TradingDay.Holding;
import io.flexledger.testing.statement.xml.FlexWriter;
import io.flexledger.testing.statement.xml.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** OpenPositions at the end of the period, each position as a whole and then lot by lot. */
final class PositionSections {

    private static final int PERCENT_DECIMALS = 2;

    private PositionSections() {}

    static void openPositions(Period period, FlexWriter out) throws IOException {
        TradingDay day = period.last();
        Map<Instrument, List<Lot>> lots = day.openLots().stream()
                .collect(Collectors.groupingBy(Lot::instrument, LinkedHashMap::new, Collectors.toList()));
        Map<String, BigDecimal> sides = new LinkedHashMap<>();
        for (Holding holding : day.closingHoldings()) {
            BigDecimal value =
                    holding.value().multiply(day.rates().of(holding.instrument().currency()));
            sides.merge(side(holding.instrument(), holding.quantity()), value, BigDecimal::add);
        }
        for (Map.Entry<Instrument, List<Lot>> position : lots.entrySet()) {
            Instrument instrument = position.getKey();
            Lot sum = position.getValue().stream()
                    .reduce((one, other) -> new Lot(
                            instrument,
                            one.quantity().add(other.quantity()),
                            one.cost().add(other.cost()),
                            one.opening()))
                    .orElseThrow();
            Row summary = row(period, day, sum, "SUMMARY");
            BigDecimal value = value(day, sum).multiply(day.rates().of(instrument.currency()));
            BigDecimal side = sides.getOrDefault(side(instrument, sum.quantity()), BigDecimal.ZERO);
            out.row(summary.set("percentOfNAV", percent(value, side)));
            for (Lot lot : position.getValue()) {
                out.row(row(period, day, lot, "LOT")
                        .set("openDateTime", lot.opening().time())
                        .set("holdingPeriodDateTime", lot.opening().time())
                        .set("code", HoldingPeriod.of(lot.opening().time(), day.date()))
                        .set("originatingOrderID", lot.opening().orderId())
                        .set("originatingTransactionID", lot.opening().transactionId()));
            }
        }
    }

    private static Row row(Period period, TradingDay day, Lot lot, String level) {
        BigDecimal value = value(day, lot);
        return period.row(Layouts.OPEN_POSITION)
                .set("currency", lot.instrument().currency())
                .set("fxRateToBase", day.rates().of(lot.instrument().currency()))
                .instrument(lot.instrument())
                .set("reportDate", day.date())
                .set("position", lot.quantity())
                .set("markPrice", day.mark(lot.instrument()))
                .set("positionValue", value)
                .set("openPrice", lot.unitCost())
                .set("costBasisPrice", lot.unitCost())
                .set("costBasisMoney", lot.cost())
                .set("fifoPnlUnrealized", value.subtract(lot.cost()))
                .set("side", lot.quantity().signum() > 0 ? "Long" : "Short")
                .set("levelOfDetail", level);
    }

    private static BigDecimal value(TradingDay day, Lot lot) {
        return lot.quantity()
                .multiply(day.mark(lot.instrument()))
                .multiply(lot.instrument().multiplier());
    }

    private static String side(Instrument instrument, BigDecimal quantity) {
        return instrument.category() + quantity.signum();
    }

    /** The share of the same side of the asset class, which is what the broker's column holds. */
    private static String percent(BigDecimal value, BigDecimal side) {
        BigDecimal percent = side.signum() == 0
                ? BigDecimal.ZERO
                : value.movePointRight(2).divide(side, PERCENT_DECIMALS, RoundingMode.HALF_UP);
        return percent.setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
}
