package io.flexledger.testing.statement.identity;

import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mark-to-market component of one day, rebuilt from its causes. */
final class MarkIdentities {

    private MarkIdentities() {}

    /** The positions of the evening before: the statement of that day, or none if the account held none. */
    static Optional<List<StatementRow>> openingPositions(Statement statement, History history) {
        Optional<Statement> before = history.dayBefore(statement).filter(day -> day.hasSection("OpenPositions"));
        if (before.isPresent()) {
            return before.map(Statement::positions);
        }
        Optional<StatementRow> evening = statement.only("EquitySummaryByReportDateInBase", "stock", "options");
        boolean none = evening.isPresent()
                && evening.get().amount("stock").signum() == 0
                && evening.get().amount("options").signum() == 0;
        return none ? Optional.of(List.of()) : Optional.empty();
    }

    static void marked(Statement statement, History history, Findings findings) {
        Optional<StatementRow> nav = statement.only("ChangeInNAV", "mtm");
        Optional<List<StatementRow>> positions = openingPositions(statement, history);
        Optional<Rates> rates = Rates.of(statement, history);
        if (!statement.singleDay()
                || nav.isEmpty()
                || positions.isEmpty()
                || rates.isEmpty()
                || statement.executions("mtmPnl", "currency").size()
                        != statement.executions().size()
                || !statement.hasSection("Trades")) {
            return;
        }
        BigDecimal expected = BigDecimal.ZERO;
        for (StatementRow trade : statement.executions()) {
            expected = expected.add(trade.amount("mtmPnl").multiply(rates.get().closing(trade.text("currency"))));
        }
        for (StatementRow cash : statement.rows("CashReportCurrency")) {
            if (cash.is("levelOfDetail", "Currency")) {
                BigDecimal change = rates.get().change(cash.text("currency"));
                expected = expected.add(cash.amount("startingCash").multiply(change));
            }
        }
        Map<String, BigDecimal> marks = marks(statement);
        for (StatementRow held : positions.get()) {
            BigDecimal mark = marks.getOrDefault(held.text("conid"), held.amount("markPrice"));
            BigDecimal units = held.amount("position").multiply(held.amount("multiplier"));
            BigDecimal now = units.multiply(mark).multiply(rates.get().closing(held.text("currency")));
            BigDecimal then = held.amount("positionValue").multiply(rates.get().opening(held.text("currency")));
            expected = expected.add(now).subtract(then);
        }
        findings.equalSums(
                "ChangeInNAV mtm",
                statement.executions().size(),
                expected,
                nav.get().amount("mtm"));
    }

    /** Today's mark of each contract: of its position, else of a trade in it. */
    private static Map<String, BigDecimal> marks(Statement statement) {
        Map<String, BigDecimal> marks = new HashMap<>();
        statement.executions().forEach(trade -> marks.put(trade.text("conid"), trade.amount("closePrice")));
        statement.positions().forEach(held -> marks.put(held.text("conid"), held.amount("markPrice")));
        return marks;
    }

    /** Rates of this evening and of the one before. */
    private record Rates(Map<String, BigDecimal> openings, Map<String, BigDecimal> closings) {

        static Optional<Rates> of(Statement statement, History history) {
            Map<String, BigDecimal> openings = new HashMap<>();
            Map<String, BigDecimal> closings = new HashMap<>();
            List<StatementRow> unknown = new ArrayList<>();
            for (StatementRow cash : statement.rows("CashReportCurrency", "startingCash")) {
                String currency = cash.text("currency");
                if (!cash.is("levelOfDetail", "Currency")) {
                    continue;
                }
                Optional<BigDecimal> closing = statement.closingRate(currency);
                if (closing.isEmpty()) {
                    return Optional.empty();
                }
                closings.put(currency, closing.get());
                Optional<BigDecimal> opening = opening(statement, history, currency);
                opening.ifPresent(rate -> openings.put(currency, rate));
                if (opening.isEmpty() && cash.amount("startingCash").signum() != 0) {
                    unknown.add(cash);
                }
            }
            if (unknown.size() > 1 || closings.isEmpty()) {
                return Optional.empty();
            }
            if (unknown.size() == 1) {
                solve(statement, unknown.getFirst(), openings);
            }
            closings.forEach(openings::putIfAbsent);
            return Optional.of(new Rates(openings, closings));
        }

        private static Optional<BigDecimal> opening(Statement statement, History history, String currency) {
            if (statement.base().filter(currency::equals).isPresent()) {
                return Optional.of(BigDecimal.ONE);
            }
            return history.dayBefore(statement).flatMap(before -> before.closingRate(currency));
        }

        /** With one rate unknown, the starting cash in base currency gives it away. */
        private static void solve(Statement statement, StatementRow cash, Map<String, BigDecimal> openings) {
            BigDecimal rest = statement
                    .cashReport("BASE_SUMMARY")
                    .map(base -> base.amount("startingCash"))
                    .orElse(BigDecimal.ZERO);
            for (StatementRow other : statement.rows("CashReportCurrency")) {
                BigDecimal rate = openings.get(other.text("currency"));
                if (rate != null) {
                    rest = rest.subtract(other.amount("startingCash").multiply(rate));
                }
            }
            openings.put(cash.text("currency"), rest.divide(cash.amount("startingCash"), MathContext.DECIMAL128));
        }

        BigDecimal closing(String currency) {
            return closings.getOrDefault(currency, BigDecimal.ZERO);
        }

        BigDecimal opening(String currency) {
            return openings.getOrDefault(currency, BigDecimal.ZERO);
        }

        BigDecimal change(String currency) {
            return closing(currency).subtract(opening(currency));
        }
    }
}
