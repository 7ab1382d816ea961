package io.flexledger.testing.statement.identity;

import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementRow;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Interest and dividends that are owed. */
final class AccrualIdentities {

    private AccrualIdentities() {}

    static void interestRoll(Statement statement, History history, Findings findings) {
        for (StatementRow row : statement.rows(
                "InterestAccrualsCurrency", "startingAccrualBalance", "interestAccrued", "endingAccrualBalance")) {
            BigDecimal expected =
                    row.sum(List.of("startingAccrualBalance", "interestAccrued", "accrualReversal", "fxTranslation"));
            findings.equal(row, expected, row.amount("endingAccrualBalance"));
        }
    }

    /** Where tiers were posted at all: the broker posts some accruals without. */
    static void interestTiers(Statement statement, History history, Findings findings) {
        Map<String, BigDecimal> tiers = new LinkedHashMap<>();
        for (StatementRow tier : statement.rows("TierInterestDetail", "currency", "totalInterest")) {
            tiers.merge(tier.text("currency"), tier.amount("totalInterest"), BigDecimal::add);
        }
        tiers.forEach((currency, posted) -> statement
                .interest(currency)
                .ifPresent(row -> findings.equal(row, posted, row.amount("interestAccrued"))));
    }

    static void dividendNet(Statement statement, History history, Findings findings) {
        for (String element : List.of("ChangeInDividendAccrual", "OpenDividendAccrual")) {
            for (StatementRow row : statement.rows(element, "grossAmount", "tax", "fee", "netAmount")) {
                BigDecimal expected =
                        row.amount("grossAmount").subtract(row.amount("tax")).subtract(row.amount("fee"));
                findings.equal(row, expected, row.amount("netAmount"));
            }
        }
    }

    /** What was posted before the response is not known, so only a posting inside it is held against its reversal. */
    static void dividendReversal(Statement statement, History history, Findings findings) {
        for (StatementRow row : statement.rows("ChangeInDividendAccrual", "conid", "exDate", "netAmount", "code")) {
            String key = row.text("conid") + " " + row.text("exDate");
            BigDecimal open = history.accrue(key, row.amount("netAmount"));
            boolean postedHere = open.compareTo(row.amount("netAmount")) != 0;
            if (row.is("code", "Re") && postedHere) {
                findings.equal(row, BigDecimal.ZERO, open);
            }
        }
    }
}
