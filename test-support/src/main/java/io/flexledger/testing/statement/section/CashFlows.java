package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.CashMovement;
import io.flexledger.testing.statement.account.Fill;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.xml.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cash report's columns of one currency, or of all in base currency, summed over a period. */
final class CashFlows {

    private final Map<String, BigDecimal> columns = new LinkedHashMap<>();

    static CashFlows ofCurrency(Period period, String currency) {
        CashFlows flows = new CashFlows();
        for (TradingDay day : period.days()) {
            for (Fill fill : day.fills()) {
                if (fill.instrument().currency().equals(currency)) {
                    flows.trade(fill, BigDecimal.ONE);
                }
            }
            for (CashMovement movement : day.cash().movements()) {
                if (movement.currency().equals(currency)) {
                    flows.movement(movement, BigDecimal.ONE);
                }
            }
        }
        return flows;
    }

    static CashFlows inBase(Period period) {
        CashFlows flows = new CashFlows();
        for (TradingDay day : period.days()) {
            for (Fill fill : day.fills()) {
                flows.trade(fill, fill.rate(day.rates()));
            }
            for (CashMovement movement : day.cash().movements()) {
                flows.movement(movement, day.rates().of(movement.currency()));
            }
        }
        return flows;
    }

    private void trade(Fill fill, BigDecimal rate) {
        add(
                fill.execution().buys() ? "netTradesPurchases" : "netTradesSales",
                fill.execution().proceeds(),
                rate);
        add("commissions", fill.execution().commission(), rate);
        add("transactionTax", fill.execution().taxes(), rate);
    }

    private void movement(CashMovement movement, BigDecimal rate) {
        switch (movement.kind()) {
            case DEPOSIT -> {
                add("depositWithdrawals", movement.amount(), rate);
                add("deposits", movement.amount(), rate);
            }
            case WITHDRAWAL -> {
                add("depositWithdrawals", movement.amount(), rate);
                add("withdrawals", movement.amount(), rate);
            }
            case DIVIDEND -> add("dividends", movement.amount(), rate);
            case PAYMENT_IN_LIEU -> add("paymentInLieu", movement.amount(), rate);
            case WITHHOLDING_TAX -> add("withholdingTax", movement.amount(), rate);
            case INTEREST_PAID, INTEREST_RECEIVED -> add("brokerInterest", movement.amount(), rate);
            case OTHER_FEE -> add("otherFees", movement.amount(), rate);
        }
    }

    private void add(String column, BigDecimal amount, BigDecimal rate) {
        columns.merge(column, amount.multiply(rate), BigDecimal::add);
    }

    /** Everything once: deposits and withdrawals repeat their sum. */
    BigDecimal total() {
        return columns.entrySet().stream()
                .filter(column ->
                        !column.getKey().equals("deposits") && !column.getKey().equals("withdrawals"))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void fill(Row row) {
        for (String column : List.of(
                "commissions",
                "depositWithdrawals",
                "deposits",
                "withdrawals",
                "dividends",
                "brokerInterest",
                "netTradesSales",
                "netTradesPurchases",
                "paymentInLieu",
                "transactionTax",
                "withholdingTax",
                "otherFees")) {
            row.set(column, columns.getOrDefault(column, BigDecimal.ZERO));
        }
    }
}
