package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.TradeEvent.OptionEvent;
import io.flexledger.mapper.ibkr.column.Moment;

/** {@code OptionEAE}: exercises, assignments and expiries by name, each beside the booking that moved the position. */
final class OptionRows {

    private OptionRows() {}

    static Verdict map(Cells row) {
        var currency = row.requiredCurrency("currency");
        var instrument = Instruments.required(row, currency);
        row.word("transactionType", Vocabulary.OPTION_EVENTS);
        var kind = row.requiredText("transactionType");
        var quantity = row.requiredQuantity("quantity");
        var tradeId = row.id("tradeID");
        var happened = row.moment("date");
        // The section has no report day of its own; in a statement of several days its own day stands in, which no
        // posting depends on.
        var artifact = row.statement().artifact();
        var reportDate = happened != null
                        && row.date("reportDate") == null
                        && !artifact.from().equals(artifact.to())
                ? happened.date()
                : Facts.reportDate(row);
        var occurred = happened == null ? Moment.of(reportDate) : happened;
        var columns = tradeId == null
                ? Facts.key(occurred.date(), instrument.id(), kind, quantity, row.text("tradePrice"))
                : "tradeID:" + tradeId + "|" + kind + "|" + instrument.id();
        return new Verdict.Stated(new OptionEvent(
                Facts.counted(row, "option-event", columns, reportDate, occurred),
                instrument,
                kind,
                tradeId,
                quantity,
                row.money("tradePrice", currency),
                row.money("realizedPnl", currency),
                row.money("mtmPnl", currency)));
    }
}
