package io.flexledger.testing.gateway.day;

import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day out of the statement that tells it, and out of the one before where there is one: what the account opened with, every
 * execution under the broker's own id, what moved a position without one, and what the day closed at.
 */
final class StatementDay {

    private static final LocalTime CLOSE = LocalTime.of(16, 30);
    private static final Duration AFTERWARDS = Duration.ofMinutes(1);

    private final Statement day;
    private final @Nullable Statement before;
    private final String account;
    private final LocalDate date;

    private StatementDay(Statement day, @Nullable Statement before) {
        this.day = day;
        this.before = before;
        account = day.accountId();
        date = StatementRows.date(day.to());
    }

    /**
     * @param before the day before; without it positions open at the marks they have in this statement
     */
    static PlayedDay read(Statement day, @Nullable Statement before) {
        return new StatementDay(day, before).read();
    }

    private PlayedDay read() {
        List<Happening> happenings = new ArrayList<>();
        happenings.addAll(trades());
        happenings.addAll(payments());
        Instant last =
                happenings.stream().map(Happening::time).max(Instant::compareTo).orElse(Instant.MIN);
        Instant close = date.atTime(CLOSE).atZone(StatementRows.ZONE).toInstant();
        happenings.add(new Happening.Closed(
                last.isBefore(close) ? close : last.plus(AFTERWARDS),
                account,
                closingMarks(),
                cents(navChange("endingValue").orElse(BigDecimal.ZERO))));
        return new PlayedDay(date, opening(), happenings);
    }

    private SimulatedAccount opening() {
        String base = day.base().orElseThrow(() -> new IllegalArgumentException("no base currency of " + account));
        SimulatedAccount opened = SimulatedAccount.of(account, base);
        rates(base).forEach((currency, rate) -> opened.withRate(currency, rate.toPlainString()));
        for (StatementRow cash : day.rows("CashReportCurrency", "startingCash")) {
            if (!cash.is("currency", "BASE_SUMMARY")) {
                opened.withCash(
                        cash.text("currency"), cash.amount("startingCash").toPlainString());
            }
        }
        if (before == null) {
            guessPositions(opened);
        } else {
            before.positions("position").forEach(held -> open(opened, held, held.amount("position"), mark(held)));
        }
        BigDecimal value = opened.netAssetValue();
        return navChange("startingValue")
                .map(start -> opened.withAccruals(cents(start).subtract(value)))
                .orElse(opened);
    }

    private static void open(SimulatedAccount opened, StatementRow held, BigDecimal quantity, BigDecimal mark) {
        Contract contract = StatementRows.contract(held);
        BigDecimal price = held.text("costBasisPrice").isEmpty() ? mark : held.amount("costBasisPrice");
        opened.withPosition(
                contract,
                quantity.toPlainString(),
                price.multiply(contract.units()).toPlainString(),
                mark.toPlainString());
    }

    /** What was held is what is held now without the day's trades. */
    private void guessPositions(SimulatedAccount opened) {
        Map<String, StatementRow> contracts = new HashMap<>();
        Map<String, BigDecimal> quantities = new HashMap<>();
        for (StatementRow held : day.positions("position")) {
            contracts.put(held.text("conid"), held);
            quantities.merge(held.text("conid"), held.amount("position"), BigDecimal::add);
        }
        for (StatementRow trade : executions()) {
            contracts.putIfAbsent(trade.text("conid"), trade);
            quantities.merge(trade.text("conid"), trade.amount("quantity").negate(), BigDecimal::add);
        }
        contracts.forEach((conId, row) -> {
            BigDecimal quantity = quantities.getOrDefault(conId, BigDecimal.ZERO);
            if (quantity.signum() != 0 && !row.is("assetCategory", "CASH")) {
                open(opened, row, quantity, previousMark(conId).orElseGet(() -> mark(row)));
            }
        });
    }

    private Optional<BigDecimal> previousMark(String conId) {
        return day.rows("MTMPerformanceSummaryUnderlying", "prevClosePrice").stream()
                .filter(row -> row.is("conid", conId))
                .map(row -> row.amount("prevClosePrice"))
                .findFirst();
    }

    private static BigDecimal mark(StatementRow row) {
        return row.amount(row.has("markPrice") ? "markPrice" : "closePrice");
    }

    /** Of the day before, as the gateway has no other until the evening; else of the day itself, else of any of its rows. */
    private Map<String, BigDecimal> rates(String base) {
        Map<String, BigDecimal> rates = new HashMap<>();
        for (String element : List.of("OpenPosition", "Trade", "CashTransaction")) {
            day.rows(element, "fxRateToBase")
                    .forEach(row -> rates.put(row.text("currency"), row.amount("fxRateToBase")));
        }
        rates.putAll(conversions(day));
        if (before != null) {
            rates.putAll(conversions(before));
        }
        rates.values().removeIf(rate -> rate.signum() == 0);
        rates.put(base, BigDecimal.ONE);
        return rates;
    }

    private static Map<String, BigDecimal> conversions(Statement statement) {
        Map<String, BigDecimal> rates = new HashMap<>();
        statement.rows("ConversionRate").stream()
                .filter(row -> row.is("reportDate", statement.to()))
                .forEach(row -> rates.put(row.text("fromCurrency"), row.amount("rate")));
        return rates;
    }

    private List<StatementRow> executions() {
        return day.rows("Trade").stream()
                .filter(row -> row.is("levelOfDetail", "EXECUTION")
                        || row.text("levelOfDetail").isEmpty())
                .filter(row -> row.amount("quantity").signum() != 0)
                .toList();
    }

    /** Where a trade was corrected within the day, the correction takes its place and nothing is left to cancel. */
    private List<Happening> trades() {
        List<Happening> happenings = new ArrayList<>();
        Map<String, Integer> orders = new HashMap<>();
        for (StatementRow row : executions()) {
            if (row.is("transactionType", "TradeCancel") && isCorrected(row)) {
                continue;
            }
            int order = orders.computeIfAbsent(row.text("ibOrderID"), _ -> orders.size() + 1);
            Fill fill = StatementRows.fill(row, order);
            Instant time = StatementRows.time(row.text("dateTime"));
            happenings.add(
                    row.text("ibExecID").isEmpty()
                            ? new Happening.Settled(time, fill)
                            : new Happening.Filled(time, fill));
        }
        return happenings;
    }

    private boolean isCorrected(StatementRow cancellation) {
        return executions().stream()
                        .filter(row -> row.is("tradeID", cancellation.text("origTradeID")))
                        .count()
                > 1;
    }

    private List<Happening> payments() {
        return day.rows("CashTransaction").stream()
                .filter(row -> !row.is("levelOfDetail", "SUMMARY"))
                .filter(row -> row.amount("amount").signum() != 0)
                .map(row -> (Happening) new Happening.Paid(
                        StatementRows.time(row.text("dateTime")), account, row.text("currency"), row.amount("amount")))
                .toList();
    }

    private Map<Contract, BigDecimal> closingMarks() {
        Map<Contract, BigDecimal> marks = new HashMap<>();
        day.positions("markPrice").forEach(held -> marks.put(StatementRows.contract(held), held.amount("markPrice")));
        return marks;
    }

    private Optional<BigDecimal> navChange(String column) {
        return day.only("ChangeInNAV", column).map(row -> row.amount(column));
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
}
