package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.Fill;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.account.TradingDay.Holding;
import io.flexledger.testing.statement.xml.FlexWriter;
import io.flexledger.testing.statement.xml.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** ChangeInPositionValues: per asset class, in base currency and in each currency. */
final class PositionValueSection {

    private PositionValueSection() {}

    static void write(Period period, FlexWriter out) throws IOException {
        List<String> currencies = new ArrayList<>(CashSections.currencies(period, period.last()));
        currencies.addFirst("BASE_SUMMARY");
        for (String category : List.of("STK", "OPT")) {
            for (String currency : currencies) {
                Change change = new Change(currency, category);
                boolean first = true;
                for (TradingDay day : period.days()) {
                    if (first) {
                        change.open(day);
                        first = false;
                    }
                    change.add(day);
                }
                if (change.happened) {
                    out.row(change.row(period));
                }
            }
        }
    }

    private static final class Change {

        private final String currency;
        private final String category;
        private boolean happened;
        private BigDecimal prior = BigDecimal.ZERO;
        private BigDecimal transactions = BigDecimal.ZERO;
        private BigDecimal markedPrior = BigDecimal.ZERO;
        private BigDecimal markedTransactions = BigDecimal.ZERO;
        private BigDecimal end = BigDecimal.ZERO;

        Change(String currency, String category) {
            this.currency = currency;
            this.category = category;
        }

        private boolean inBase() {
            return currency.equals("BASE_SUMMARY");
        }

        private boolean covers(String other, String otherCategory) {
            return category.equals(otherCategory) && (inBase() || currency.equals(other));
        }

        private boolean covers(Holding holding) {
            return covers(holding.instrument().currency(), holding.instrument().category());
        }

        void open(TradingDay day) {
            for (Holding holding : day.openingHoldings()) {
                if (covers(holding)) {
                    BigDecimal rate = inBase()
                            ? day.openingRates().of(holding.instrument().currency())
                            : BigDecimal.ONE;
                    prior = prior.add(holding.value().multiply(rate));
                    happened = true;
                }
            }
        }

        void add(TradingDay day) {
            for (Holding holding : day.openingHoldings()) {
                if (covers(holding)) {
                    BigDecimal rate =
                            inBase() ? day.rates().of(holding.instrument().currency()) : BigDecimal.ONE;
                    BigDecimal moved =
                            holding.valueAt(day.mark(holding.instrument())).subtract(holding.value());
                    markedPrior = markedPrior.add(moved.multiply(rate));
                }
            }
            for (Fill fill : day.fills()) {
                if (covers(fill.instrument().currency(), fill.instrument().category())) {
                    BigDecimal rate = inBase() ? fill.rate(day.rates()) : BigDecimal.ONE;
                    BigDecimal marked = fill.markedProfit(day.mark(fill.instrument()));
                    transactions =
                            transactions.subtract(fill.execution().proceeds().multiply(rate));
                    markedTransactions = markedTransactions.add(marked.multiply(rate));
                    happened = true;
                }
            }
            end = BigDecimal.ZERO;
            for (Holding holding : day.closingHoldings()) {
                if (covers(holding)) {
                    BigDecimal rate =
                            inBase() ? day.rates().of(holding.instrument().currency()) : BigDecimal.ONE;
                    end = end.add(holding.value().multiply(rate));
                }
            }
        }

        Row row(Period period) {
            BigDecimal explained = prior.add(transactions).add(markedPrior).add(markedTransactions);
            return period.row(Layouts.POSITION_VALUE)
                    .set("currency", currency)
                    .set("assetCategory", category)
                    .set("priorPeriodValue", prior)
                    .set("transactions", transactions)
                    .set("mtmPriorPeriodPositions", markedPrior)
                    .set("mtmTransactions", markedTransactions)
                    .set("fxTranslationPnl", end.subtract(explained))
                    .set("endOfPeriodValue", end);
        }
    }
}
