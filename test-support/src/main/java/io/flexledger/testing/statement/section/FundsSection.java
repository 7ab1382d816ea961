package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.CashMovement;
import io.flexledger.testing.statement.account.Fill;
import io.flexledger.testing.statement.account.Instrument;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.xml.FlexText;
import io.flexledger.testing.statement.xml.FlexWriter;
import io.flexledger.testing.statement.xml.Row;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * StmtFunds: the cash ledger, once per currency and once in base currency. The base listing leaves out lines without money
 * and ends each day with what the rates alone changed.
 */
final class FundsSection {

    private FundsSection() {}

    static void write(Period period, FlexWriter out) throws IOException {
        TradingDay first = period.first();
        for (String currency : CashSections.currencies(period, period.last())) {
            BigDecimal opening = first.cash().opening().getOrDefault(currency, BigDecimal.ZERO);
            Ledger ledger = new Ledger(period, out, "Currency", currency, opening);
            for (TradingDay day : period.days()) {
                day(ledger, day, currency);
            }
        }
        BigDecimal opening = CashSections.converted(first.cash().opening(), first.openingRates());
        Ledger ledger = new Ledger(period, out, "BaseCurrency", period.base(), opening);
        for (TradingDay day : period.days()) {
            baseDay(ledger, day);
        }
    }

    private static void day(Ledger ledger, TradingDay day, String currency) throws IOException {
        BigDecimal rate = day.rates().of(currency);
        for (Fill fill : day.fills()) {
            boolean own = fill.instrument().currency().equals(currency);
            if (own && !fill.execution().surrendersOption()) {
                ledger.fill(fill, fill.rate(day.rates()), BigDecimal.ONE);
            }
        }
        for (CashMovement movement : day.cash().movements()) {
            if (movement.currency().equals(currency)) {
                ledger.movement(movement, day, rate, BigDecimal.ONE);
            }
        }
    }

    private static void baseDay(Ledger ledger, TradingDay day) throws IOException {
        for (Fill fill : day.fills()) {
            if (fill.execution().netCash().signum() != 0) {
                ledger.fill(fill, BigDecimal.ONE, fill.rate(day.rates()));
            }
        }
        for (CashMovement movement : day.cash().movements()) {
            ledger.movement(movement, day, BigDecimal.ONE, day.rates().of(movement.currency()));
        }
        ledger.translate(day, CashSections.converted(day.cash().closing(), day.rates()));
    }

    /** One listing with its running balance. */
    private static final class Ledger {

        private final Period period;
        private final FlexWriter out;
        private final String level;
        private final String currency;
        private BigDecimal balance;

        Ledger(Period period, FlexWriter out, String level, String currency, BigDecimal opening) {
            this.period = period;
            this.out = out;
            this.level = level;
            this.currency = currency;
            this.balance = opening;
        }

        void fill(Fill fill, BigDecimal shownRate, BigDecimal rate) throws IOException {
            Instrument instrument = fill.instrument();
            String verb = fill.execution().buys() ? "Buy " : "Sell ";
            Row row = line(shownRate)
                    .instrument(instrument)
                    .set("reportDate", fill.reportDate())
                    .set("date", fill.execution().tradeDate())
                    .set("settleDate", fill.settleDate())
                    .set("activityCode", code(fill))
                    .set(
                            "activityDescription",
                            verb + FlexText.amount(fill.execution().quantity()) + " " + instrument.description())
                    .set("tradeID", fill.ids().trade())
                    .set("orderID", fill.orderId())
                    .set("buySell", fill.execution().buys() ? "BUY" : "SELL")
                    .set("tradeQuantity", fill.execution().quantity())
                    .set("tradePrice", fill.execution().price())
                    .set("tradeGross", fill.execution().proceeds().multiply(rate))
                    .set("tradeCommission", fill.execution().commission().multiply(rate))
                    .set("tradeTax", fill.execution().taxes().multiply(rate))
                    .set("tradeCode", fill.execution().reason().note())
                    .set("transactionID", fill.ids().transaction());
            post(row, fill.execution().netCash().multiply(rate));
        }

        private static String code(Fill fill) {
            return switch (fill.execution().reason()) {
                case TRADE -> fill.execution().buys() ? "BUY" : "SELL";
                case ASSIGNMENT -> "ASSIGN";
                case EXERCISE -> "EXE";
                case EXPIRY -> "EXP";
            };
        }

        void movement(CashMovement movement, TradingDay day, BigDecimal shownRate, BigDecimal rate) throws IOException {
            Row row = line(shownRate);
            Instrument instrument = movement.instrument();
            if (instrument != null) {
                row.instrument(instrument);
            }
            row.set("description", movement.description())
                    .set("reportDate", day.date())
                    .set("date", movement.time().toLocalDate())
                    .set("settleDate", movement.time().toLocalDate())
                    .set("activityCode", movement.kind().fundsCode())
                    .set("activityDescription", movement.description())
                    .set("transactionID", movement.transactionId());
            post(row, movement.amount().multiply(rate));
        }

        /** The line that has no id: what yesterday's balances and the day's own rates are worth more or less. */
        void translate(TradingDay day, BigDecimal closing) throws IOException {
            BigDecimal translation = closing.subtract(balance);
            if (translation.signum() != 0) {
                Row row = line(BigDecimal.ONE)
                        .set("reportDate", day.date())
                        .set("date", day.date())
                        .set("activityCode", "ADJ")
                        .set("activityDescription", "FX Translations P&L");
                post(row, translation);
            }
        }

        private Row line(BigDecimal shownRate) {
            return period.row(Layouts.FUNDS_LINE)
                    .set("currency", currency)
                    .set("fxRateToBase", shownRate)
                    .set("levelOfDetail", level);
        }

        private void post(Row row, BigDecimal amount) throws IOException {
            balance = balance.add(amount);
            if (amount.signum() < 0) {
                row.set("debit", amount);
            } else if (amount.signum() > 0) {
                row.set("credit", amount);
            }
            out.row(row.set("amount", amount).set("balance", balance));
        }
    }
}
