package io.flexledger.testing.statement.identity;

import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The realised result of a fill. An exercised or assigned option realises nothing; its premium joins the shares it became,
 * and shows in their result as far as they close a position.
 */
final class FifoIdentities {

    private FifoIdentities() {}

    static void realized(Statement statement, History history, Findings findings) {
        Map<String, BigDecimal> premiums = new LinkedHashMap<>();
        Map<String, List<StatementRow>> deliveries = new LinkedHashMap<>();
        for (StatementRow trade : statement.executions("netCash", "cost", "fifoPnlRealized", "notes", "dateTime")) {
            if (!delivers(trade)) {
                BigDecimal expected = trade.amount("netCash").add(trade.amount("cost"));
                findings.equal(trade, expected, trade.amount("fifoPnlRealized"));
            } else if (trade.is("assetCategory", "OPT")) {
                findings.equal(trade, BigDecimal.ZERO, trade.amount("fifoPnlRealized"));
                premiums.merge(key(trade, "underlyingConid"), trade.amount("cost"), BigDecimal::add);
            } else {
                deliveries
                        .computeIfAbsent(key(trade, "conid"), _ -> new ArrayList<>())
                        .add(trade);
            }
        }
        deliveries.forEach((key, legs) -> delivered(legs, premiums.getOrDefault(key, BigDecimal.ZERO), findings));
    }

    private static boolean delivers(StatementRow trade) {
        return List.of(trade.text("notes").split(";", -1)).stream()
                .anyMatch(note -> note.equals("A") || note.equals("Ex"));
    }

    private static String key(StatementRow trade, String conid) {
        return trade.text(conid) + " " + trade.text("dateTime");
    }

    /** All shares of one underlying delivered at once, together; a delivery that both closes and opens has no single rule. */
    private static void delivered(List<StatementRow> legs, BigDecimal premium, Findings findings) {
        boolean allClose = legs.stream().allMatch(leg -> leg.is("openCloseIndicator", "C"));
        boolean allOpen = legs.stream().allMatch(leg -> leg.is("openCloseIndicator", "O"));
        if (!allClose && !allOpen) {
            return;
        }
        BigDecimal expected = allClose ? premium : BigDecimal.ZERO;
        BigDecimal actual = BigDecimal.ZERO;
        for (StatementRow leg : legs) {
            expected = expected.add(leg.amount("netCash")).add(leg.amount("cost"));
            actual = actual.add(leg.amount("fifoPnlRealized"));
        }
        findings.equal(legs.getFirst(), expected, actual);
    }
}
