package io.flexledger.report.bridge;

import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.live.NavMove;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What no entry of the day accounts for.
 *
 * @param amount   change of the broker's value minus all impacts, unrounded
 * @param findings where it sits and which columns could state it, a sentence each; empty when it is 0.00
 * @param nextStep what to do about it
 */
public record Unexplained(
        Money amount, List<String> findings, @Nullable String nextStep) {

    public Unexplained {
        findings = List.copyOf(findings);
    }

    public boolean isZero() {
        return amount.rounded().isZero();
    }

    private static final List<String> CASH_COLUMNS = List.of(
            "otherFees",
            "brokerFees",
            "advisorFees",
            "clientFees",
            "referralFee",
            "dividends",
            "withholdingTax",
            "withholding871m",
            "interest",
            "depositsWithdrawals",
            "internalCashTransfers",
            "debitCardActivity",
            "billPay",
            "grantActivity",
            "donations",
            "paxosTransfers",
            "transactionTax",
            "taxReceivables",
            "salesTax",
            "billableSalesTax",
            "softDollars",
            "commissions",
            "forexCommissions",
            "netFxTrading",
            "corporateActionProceeds",
            "linkingAdjustments",
            "otherIncome",
            "other");
    private static final List<String> ACCRUAL_COLUMNS = List.of(
            "changeInInterestAccruals",
            "changeInDividendAccruals",
            "changeInBrokerFeeAccruals",
            "changeInIncentiveCouponAccruals",
            "fxTranslation");
    private static final List<String> POSITION_COLUMNS =
            List.of("mtm", "assetTransfers", "corporateActionProceeds", "costAdjustments", "transferredPnlAdjustments");

    static Unexplained of(LedgerDay day, Money amount) {
        var live = day.running();
        if (live.isPresent() && !amount.rounded().isZero()) {
            return running(day, live.get(), amount);
        }
        if (amount.rounded().isZero() || day.official() == null) {
            return new Unexplained(amount, List.of(), null);
        }
        var findings = new ArrayList<String>();
        gaps(day, day.official()).forEach((component, gap) -> findings.add(finding(component, gap, day.official())));
        if (findings.isEmpty()) {
            findings.add(Numbers.signed(amount) + ": the statement gives no components to say where it sits; "
                    + missing(CASH_COLUMNS, day.official()));
        }
        return new Unexplained(amount, findings, nextStep(day.official()));
    }

    private static Unexplained running(LedgerDay day, NavSnapshot live, Money amount) {
        if (day.openingSource() == LedgerDay.OpeningSource.UNKNOWN) {
            return new Unexplained(
                    amount,
                    List.of(Numbers.signed(amount) + ": most of it what the account held before, of which no statement"
                            + " is known"),
                    "Import the broker's statement of a day before; then this day is explained while it runs.");
        }
        var beside = NavMove.beside(live);
        var findings = new ArrayList<String>();
        if (!beside.rounded().isZero()) {
            findings.add(Numbers.signed(beside) + ": what the gateway's total holds beside its cash, positions and"
                    + " accruals as they are valued here" + ratesOfItsOwn(live));
        }
        var rest = amount.minus(beside);
        if (!rest.rounded().isZero()) {
            findings.add(
                    Numbers.signed(rest) + ": what the ledger counts beside its cash, positions and accruals, or the"
                            + " close before did and the ledger did not");
        }
        return new Unexplained(
                amount, findings, "Wait for the broker's statement of the day; it replaces the gateway's value.");
    }

    private static String ratesOfItsOwn(NavSnapshot live) {
        boolean configured = Stream.concat(
                        live.cash().stream().map(NavSnapshot.Balance::rate),
                        live.positions().stream().map(NavSnapshot.Holding::rate))
                .anyMatch(rate -> rate.source() == FxRate.Source.CONFIGURED);
        return configured ? "; the rate is the configured one here, and the gateway's own there" : "";
    }

    /** Per component: how much further the broker's balance moved than ours, where it shows at display precision. */
    private static Map<String, Money> gaps(LedgerDay day, NavSnapshot official) {
        var gaps = new LinkedHashMap<String, Money>();
        var calculated = day.calculated();
        if (calculated == null) {
            return gaps;
        }
        var previous = day.previous();
        for (var component : new TreeSet<>(calculated.components().keySet())) {
            var today = gap(component, official, calculated, day.base());
            var before = previous == null
                    ? Money.zero(day.base())
                    : gap(component, previous.official(), previous.calculated(), day.base());
            if (today != null
                    && before != null
                    && !today.minus(before).rounded().isZero()) {
                gaps.put(component, today.minus(before));
            }
        }
        return gaps;
    }

    private static @Nullable Money gap(
            String component, @Nullable NavSnapshot official, @Nullable NavSnapshot calculated, CurrencyCode base) {
        if (official == null || calculated == null) {
            return Money.zero(base);
        }
        var theirs = official.components().get(component);
        var ours = calculated.components().getOrDefault(component, Money.zero(base));
        // What the ledger booked as the broker's statement alone is cash to the broker.
        var stated = component.equals("cash")
                ? calculated.components().getOrDefault("stated", Money.zero(base))
                : Money.zero(base);
        return theirs == null ? null : theirs.minus(ours).minus(stated);
    }

    private static String finding(String component, Money gap, NavSnapshot official) {
        return Numbers.signed(gap) + " of " + spoken(component) + ": no delivered row states it; "
                + missing(columns(component), official);
    }

    private static String spoken(String component) {
        return switch (component) {
            case "interestAccruals" -> "interest accruals";
            case "dividendAccruals" -> "dividend accruals";
            default -> component;
        };
    }

    private static List<String> columns(String component) {
        if (component.endsWith("Accruals")) {
            return ACCRUAL_COLUMNS;
        }
        return component.equals("cash") ? CASH_COLUMNS : POSITION_COLUMNS;
    }

    private static String missing(List<String> columns, NavSnapshot official) {
        if (official.changes().isEmpty()) {
            return "the statement has no ChangeInNAV to name it";
        }
        var absent = columns.stream()
                .filter(column -> !official.changes().containsKey(column))
                .toList();
        return absent.isEmpty()
                ? "ChangeInNAV has every column that could hold it"
                : "ChangeInNAV lacks the columns " + String.join(", ", absent);
    }

    private static String nextStep(NavSnapshot official) {
        if (official.changes().isEmpty()) {
            return "Add the section ChangeInNAV with all columns to the Flex query and import the day again.";
        }
        return "Select all columns of ChangeInNAV and all types of CashTransactions in the Flex query and import the"
                + " day again; if it stays, look for rejected rows of its statements.";
    }
}
