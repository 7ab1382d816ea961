package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.BrokerClaim.CashStated;
import io.flexledger.contracts.event.BrokerClaim.FundsLine;
import io.flexledger.contracts.event.BrokerClaim.LotOrigin;
import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.money.Money;
import io.flexledger.mapper.ibkr.column.Moment;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the broker says the account holds: positions, their lots, and cash. */
final class BalanceRows {

    private static final String LOT = "LOT";
    /** Balances, and the same flows cut by period or segment, are not flows of the statement's days. */
    private static final Set<String> NOT_A_FLOW = Set.of("MTD", "YTD", "Sec", "Com", "IBUKL", "Paxos");

    private static final Set<String> CASH_BALANCES = Set.of(
            "startingCash",
            "endingCash",
            "endingSettledCash",
            "slbStartingCashCollateral",
            "slbEndingCashCollateral",
            "slbNetCash",
            "slbNetSettledCash");

    private BalanceRows() {}

    /** {@code OpenPositions}, as of the end of its day; a row without a level is a position, not a lot. */
    static Verdict position(Cells row) {
        var level = row.text("levelOfDetail");
        if (level != null && !level.equals(LOT) && !level.equals("SUMMARY")) {
            row.statement().drift().value(row.row().section(), "levelOfDetail", level);
            return new Verdict.Unmapped("unknown level of detail");
        }
        boolean lot = LOT.equals(level);
        var currency = row.requiredCurrency("currency");
        var instrument = Instruments.required(row, currency);
        var day = Facts.closingDate(row);
        var origin = lot ? origin(row) : null;
        var columns = Facts.key(
                day,
                instrument.id(),
                lot ? LOT : "SUMMARY",
                origin == null ? null : origin.transactionId(),
                origin == null || origin.transactionId() != null ? null : origin.openedAt(),
                row.text("model"));
        var at = Moment.of(day);
        return new Verdict.Stated(new PositionStated(
                lot
                        ? Facts.counted(row, "position-stated", columns, day, at)
                        : Facts.keyed(row, "position-stated", columns, day, at),
                instrument,
                origin,
                row.requiredQuantity("position"),
                row.money("markPrice", currency),
                row.money("positionValue", currency),
                row.money("costBasisMoney", currency),
                row.money("fifoPnlUnrealized", currency),
                Rates.toBase(row, currency)));
    }

    private static LotOrigin origin(Cells row) {
        var opened = row.moment("openDateTime");
        return new LotOrigin(
                row.id("originatingTransactionID"),
                opened == null ? null : opened.instant(row.terms().zone()));
    }

    /** {@code CashReport}: one row per currency, and one that sums them up in the base currency. */
    static Verdict cashReport(Cells row) {
        boolean sum = row.requiredText("currency").equals(InterestRows.BASE_SUMMARY);
        var currency = sum ? row.terms().base() : row.requiredCurrency("currency");
        var from = Facts.firstDay(row);
        var to = Facts.closingDate(row);
        var columns = Facts.key(from, to, sum ? InterestRows.BASE_SUMMARY : currency, row.text("model"));
        return new Verdict.Stated(new CashStated(
                Facts.keyed(row, "cash-stated", columns, to, Moment.of(to)),
                from,
                sum ? null : currency,
                row.requiredMoney("startingCash", currency),
                row.requiredMoney("endingCash", currency),
                row.money("endingSettledCash", currency),
                withoutZeros(AmountColumns.of(row, currency, BalanceRows::isFlow))));
    }

    private static boolean isFlow(String column) {
        return !CASH_BALANCES.contains(column) && NOT_A_FLOW.stream().noneMatch(column::endsWith);
    }

    private static SortedMap<String, Money> withoutZeros(SortedMap<String, Money> flows) {
        flows.values().removeIf(Money::isZero);
        return flows;
    }

    /** {@code StmtFunds}: the broker's cash ledger, once per currency and once in the base currency. */
    static Verdict fundsLine(Cells row) {
        var currency = row.requiredCurrency("currency");
        var stated = row.text("levelOfDetail");
        var level = stated == null ? "Currency" : stated;
        var code = row.text("activityCode");
        var transaction = row.id("transactionID");
        var description = row.text("activityDescription");
        var amount = amount(row, Money.zero(currency));
        var reportDate = Facts.reportDate(row);
        var occurred = Facts.orElse(row.moment("date"), reportDate);
        var columns = transaction == null
                ? Facts.key(reportDate, level, currency, code, description, amount)
                : Facts.key("transactionID:" + transaction, level, currency, code);
        return new Verdict.Stated(new FundsLine(
                Facts.counted(row, "funds-line", columns, reportDate, occurred),
                level,
                code,
                transaction,
                description,
                amount,
                row.money("balance", currency)));
    }

    private static Money amount(Cells row, Money zero) {
        var amount = row.money("amount", zero.currency());
        if (amount != null) {
            return amount;
        }
        @Nullable Money debit = row.money("debit", zero.currency());
        @Nullable Money credit = row.money("credit", zero.currency());
        if (debit == null && credit == null) {
            throw row.absent("amount");
        }
        return (debit == null ? zero : debit).plus(credit == null ? zero : credit);
    }
}
