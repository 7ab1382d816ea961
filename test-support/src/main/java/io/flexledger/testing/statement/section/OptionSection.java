package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.Execution;
import io.flexledger.testing.statement.account.Execution.Reason;
import io.flexledger.testing.statement.account.Fill;
import io.flexledger.testing.statement.account.Instrument.Option;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.xml.FlexWriter;
import io.flexledger.testing.statement.xml.Row;
import java.io.IOException;
import java.math.BigDecimal;

/** OptionEAE: exercises, assignments and expiries once more, with the ids of their trades and no money of their own. */
final class OptionSection {

    private OptionSection() {}

    static void write(Period period, FlexWriter out) throws IOException {
        for (TradingDay day : period.days()) {
            for (Fill fill : day.fills()) {
                if (fill.execution().reason() != Reason.TRADE) {
                    out.row(row(period, day, fill));
                }
            }
        }
    }

    private static Row row(Period period, TradingDay day, Fill fill) {
        Execution execution = fill.execution();
        boolean option = fill.instrument() instanceof Option;
        return period.row(Layouts.OPTION_EAE)
                .set("currency", fill.instrument().currency())
                .set("fxRateToBase", fill.rate(day.rates()))
                .instrument(fill.instrument())
                .set("date", execution.tradeDate())
                .set("transactionType", kind(fill))
                .set("quantity", execution.quantity())
                .set("tradePrice", execution.price())
                .set("markPrice", option ? BigDecimal.ZERO : day.mark(fill.instrument()))
                .set("proceeds", execution.proceeds())
                .set("commisionsAndTax", execution.commission().add(execution.taxes()))
                .set("costBasis", fill.cost())
                .set("realizedPnl", fill.realized())
                .set("mtmPnl", fill.markedProfit(day.mark(fill.instrument())))
                .set("tradeID", fill.ids().trade());
    }

    private static String kind(Fill fill) {
        if (!(fill.instrument() instanceof Option)) {
            return fill.execution().buys() ? "Buy" : "Sell";
        }
        return switch (fill.execution().reason()) {
            case ASSIGNMENT -> "Assignment";
            case EXERCISE -> "Exercise";
            case EXPIRY -> "Expiration";
            case TRADE ->
                throw new IllegalStateException(
                        "a trade is no exercise: " + fill.ids().trade());
        };
    }
}
