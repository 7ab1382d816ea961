package io.flexledger.testing.statement.identity;

import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Closed lots against the trades that closed and opened them; open lots and positions. */
final class LotIdentities {

    private static final List<String> SUMMED =
            List.of("position", "positionValue", "costBasisMoney", "fifoPnlUnrealized");

    private LotIdentities() {}

    /** Everything that closed one contract at one second. */
    private static Map<String, List<StatementRow>> byMoment(List<StatementRow> rows) {
        Map<String, List<StatementRow>> moments = new LinkedHashMap<>();
        for (StatementRow row : rows) {
            String moment = row.text("conid") + " " + row.text("dateTime");
            moments.computeIfAbsent(moment, _ -> new ArrayList<>()).add(row);
        }
        return moments;
    }

    private static BigDecimal sum(List<StatementRow> rows, String column) {
        return rows.stream().map(row -> row.amount(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static void results(Statement statement, History history, Findings findings) {
        List<StatementRow> lots = statement.rows("Lot", "conid", "dateTime", "fifoPnlRealized");
        if (lots.isEmpty()) {
            return;
        }
        Map<String, List<StatementRow>> closed = byMoment(lots);
        Map<String, List<StatementRow>> trades = byMoment(statement.executions("conid", "dateTime", "fifoPnlRealized"));
        Set<String> moments = new TreeSet<>(trades.keySet());
        moments.addAll(closed.keySet());
        for (String moment : moments) {
            findings.equal(
                    "closed at " + moment,
                    sum(closed.getOrDefault(moment, List.of()), "fifoPnlRealized"),
                    sum(trades.getOrDefault(moment, List.of()), "fifoPnlRealized"));
        }
    }

    static void units(Statement statement, History history, Findings findings) {
        List<StatementRow> lots = statement.rows("Lot", "conid", "dateTime", "quantity");
        if (lots.isEmpty()) {
            return;
        }
        Map<String, List<StatementRow>> closed = byMoment(lots);
        byMoment(statement.executions("conid", "dateTime", "quantity", "openCloseIndicator"))
                .forEach((moment, trades) -> {
                    if (trades.stream().allMatch(trade -> trade.is("openCloseIndicator", "C"))) {
                        findings.equal(
                                "closed at " + moment,
                                sum(closed.getOrDefault(moment, List.of()), "quantity")
                                        .negate(),
                                sum(trades, "quantity"));
                    }
                });
    }

    static void origins(Statement statement, History history, Findings findings) {
        for (StatementRow lot : statement.rows("Lot", "transactionID", "openDateTime", "conid")) {
            origin(lot, lot.text("transactionID"), "", history, findings);
        }
    }

    static void openOrigins(Statement statement, History history, Findings findings) {
        if (!statement.hasSection("Trades")) {
            return;
        }
        for (StatementRow lot : statement.rows("OpenPosition", "originatingTransactionID", "openDateTime", "conid")) {
            if (lot.is("levelOfDetail", "LOT")) {
                origin(lot, lot.text("originatingTransactionID"), lot.text("originatingOrderID"), history, findings);
            }
        }
    }

    private static void origin(StatementRow lot, String id, String orderId, History history, Findings findings) {
        Optional<History.Origin> found = history.origin(id);
        if (found.isEmpty()) {
            if (history.covers(lot.text("openDateTime"))) {
                findings.same(lot, "an opening trade " + id, "none");
            }
            return;
        }
        History.Origin origin = found.get();
        findings.same(lot + " opened", origin.dateTime(), lot.text("openDateTime"));
        findings.same(lot + " contract", origin.conid(), lot.text("conid"));
        findings.same(lot + " order", orderId.isEmpty() ? "" : origin.orderId(), orderId);
        if (!origin.effect().isEmpty()) {
            findings.same(lot + " opener", "O", origin.effect().contains("O") ? "O" : origin.effect());
        }
    }

    static void positions(Statement statement, History history, Findings findings) {
        Map<String, List<StatementRow>> lots = new HashMap<>();
        for (StatementRow row : statement.rows("OpenPosition", "conid", "levelOfDetail")) {
            if (row.is("levelOfDetail", "LOT")) {
                lots.computeIfAbsent(row.text("conid"), _ -> new ArrayList<>()).add(row);
            }
        }
        if (lots.isEmpty()) {
            return;
        }
        for (StatementRow position : statement.positions("conid")) {
            List<StatementRow> own = lots.getOrDefault(position.text("conid"), List.of());
            for (String column : SUMMED) {
                findings.equal(position + " " + column, sum(own, column), position.amount(column));
            }
        }
    }

    static void values(Statement statement, History history, Findings findings) {
        for (StatementRow row :
                statement.rows("OpenPosition", "position", "markPrice", "multiplier", "positionValue")) {
            BigDecimal expected =
                    row.amount("position").multiply(row.amount("markPrice")).multiply(row.amount("multiplier"));
            findings.equal(row, expected, row.amount("positionValue"));
        }
        for (StatementRow row :
                statement.rows("OpenPosition", "positionValue", "costBasisMoney", "fifoPnlUnrealized")) {
            BigDecimal expected = row.amount("positionValue").subtract(row.amount("costBasisMoney"));
            findings.equal(row, expected, row.amount("fifoPnlUnrealized"));
        }
    }

    static void roll(Statement statement, History history, Findings findings) {
        Optional<List<StatementRow>> before = MarkIdentities.openingPositions(statement, history);
        if (before.isEmpty() || !statement.hasSection("OpenPositions") || !statement.hasSection("Trades")) {
            return;
        }
        Map<String, BigDecimal> expected = new HashMap<>();
        before.get().forEach(held -> expected.merge(held.text("conid"), held.amount("position"), BigDecimal::add));
        for (StatementRow trade : statement.executions("conid", "quantity")) {
            expected.merge(trade.text("conid"), trade.amount("quantity"), BigDecimal::add);
        }
        Map<String, BigDecimal> actual = new HashMap<>();
        statement
                .positions()
                .forEach(held -> actual.merge(held.text("conid"), held.amount("position"), BigDecimal::add));
        Set<String> conids = new TreeSet<>(expected.keySet());
        conids.addAll(actual.keySet());
        for (String conid : conids) {
            findings.equal(
                    "position in conid " + conid,
                    expected.getOrDefault(conid, BigDecimal.ZERO),
                    actual.getOrDefault(conid, BigDecimal.ZERO));
        }
    }
}
