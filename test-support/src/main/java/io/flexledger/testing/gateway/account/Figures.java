package io.flexledger.testing.gateway.account;

import io.flexledger.testing.gateway.wire.AccountEncoder.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The named figures of an account, computed from its book.
 *
 * @param accrued     in the base currency, beside what is in the book
 * @param maintenance that the broker asks for; null: by the usual rule
 */
record Figures(
        String account,
        String base,
        Book book,
        BigDecimal accrued,
        @Nullable BigDecimal maintenance) {

    private static final String BASE = "BASE";
    private static final String LEDGER = "$LEDGER";

    BigDecimal netAssetValue() {
        return cents(unrounded());
    }

    /** The same with every digit. */
    BigDecimal unrounded() {
        return cash().add(inBase(_ -> true, book::worth)).add(accrued);
    }

    BigDecimal unrealized() {
        return cents(inBase(_ -> true, Position::unrealized));
    }

    BigDecimal realized() {
        return cents(inBase(_ -> true, Position::realized));
    }

    /** @param reported as net asset value */
    List<Value> all(boolean ready, BigDecimal reported) {
        List<Value> values = new ArrayList<>(List.of(
                new Value("AccountCode", account, ""),
                new Value("AccountReady", Boolean.toString(ready), ""),
                new Value("AccountType", "INDIVIDUAL", "")));
        values.addAll(totals(reported));
        for (String currency : currencies()) {
            values.addAll(ledger(currency));
        }
        values.addAll(baseLedger(reported));
        values.add(new Value("NetLiquidation-S", text(reported), base));
        values.addAll(margin(reported).segments(base));
        return values;
    }

    List<Value> summary(Set<String> tags, BigDecimal reported) {
        List<Value> rows = new ArrayList<>();
        List<Value> known = new ArrayList<>(totals(reported));
        known.add(new Value("AccountType", "INDIVIDUAL", ""));
        known.stream().filter(value -> tags.contains(value.key())).forEach(rows::add);
        boolean everything = tags.contains(LEDGER + ":ALL");
        for (String currency : currencies()) {
            if (everything || tags.contains(LEDGER + ":" + currency)) {
                rows.addAll(ledger(currency));
            }
        }
        if (everything || tags.contains(LEDGER)) {
            rows.addAll(baseLedger(reported));
        }
        return rows;
    }

    private List<Value> totals(BigDecimal reported) {
        List<Value> values = new ArrayList<>(List.of(
                new Value("NetLiquidation", text(reported), base),
                new Value("TotalCashValue", text(cash()), base),
                new Value("SettledCash", text(cash()), base),
                new Value("AccruedCash", text(accrued), base),
                new Value("GrossPositionValue", text(gross()), base),
                new Value("DayTradesRemaining", "-1", "")));
        values.addAll(margin(reported).values(base));
        return values;
    }

    private Margin margin(BigDecimal reported) {
        return Margin.of(cents(reported), gross(), maintenance);
    }

    private BigDecimal gross() {
        return cents(inBase(_ -> true, position -> position.value().abs()));
    }

    private List<Value> ledger(String currency) {
        BigDecimal cash = book.cash().getOrDefault(currency, BigDecimal.ZERO);
        BigDecimal worth = sum(held(currency), book::worth);
        return rows(
                currency,
                List.of(
                        cash,
                        cash.add(worth),
                        sum(held(currency, "STK"), Position::value),
                        sum(held(currency, "OPT"), Position::value),
                        sum(held(currency, "FUT"), Position::unrealized),
                        sum(held(currency), Position::unrealized),
                        sum(held(currency), Position::realized),
                        book.rate(currency)));
    }

    private List<Value> baseLedger(BigDecimal reported) {
        return rows(
                BASE,
                List.of(
                        cash(),
                        reported,
                        inBase(held -> held.contract().is("STK"), Position::value),
                        inBase(held -> held.contract().is("OPT"), Position::value),
                        inBase(held -> held.contract().is("FUT"), Position::unrealized),
                        unrealized(),
                        realized(),
                        BigDecimal.ONE));
    }

    private static List<Value> rows(String currency, List<BigDecimal> figures) {
        BigDecimal rate = figures.getLast();
        return List.of(
                new Value("Currency", currency, currency),
                new Value("CashBalance", text(figures.getFirst()), currency),
                new Value("TotalCashBalance", text(figures.getFirst()), currency),
                new Value("NetLiquidationByCurrency", text(figures.get(1)), currency),
                new Value("StockMarketValue", text(figures.get(2)), currency),
                new Value("OptionMarketValue", text(figures.get(3)), currency),
                new Value("FuturesPNL", text(figures.get(4)), currency),
                new Value("UnrealizedPnL", text(figures.get(5)), currency),
                new Value("RealizedPnL", text(figures.get(6)), currency),
                new Value("ExchangeRate", rate.scale() < 2 ? text(rate) : rate.toPlainString(), currency));
    }

    private Set<String> currencies() {
        Set<String> currencies = new TreeSet<>(book.cash().keySet());
        book.positions().values().forEach(held -> currencies.add(held.contract().currency()));
        return currencies;
    }

    private BigDecimal cash() {
        BigDecimal total = BigDecimal.ZERO;
        for (var cash : book.cash().entrySet()) {
            total = total.add(cash.getValue().multiply(book.rate(cash.getKey())));
        }
        return total;
    }

    private Collection<Position> held(String currency, String... types) {
        return book.positions().values().stream()
                .filter(held -> held.contract().currency().equals(currency))
                .filter(held -> types.length == 0
                        || Set.of(types).contains(held.contract().secType()))
                .toList();
    }

    private BigDecimal inBase(Predicate<Position> which, Function<Position, BigDecimal> figure) {
        return book.positions().values().stream()
                .filter(which)
                .map(held ->
                        figure.apply(held).multiply(book.rate(held.contract().currency())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Collection<Position> positions, Function<Position, BigDecimal> figure) {
        return positions.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(BigDecimal amount) {
        return cents(amount).toPlainString();
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
}
