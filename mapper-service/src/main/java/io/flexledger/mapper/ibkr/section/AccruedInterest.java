package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.Fact;
import java.util.List;

/** The interest that a bond's buyer refunds to its seller: cash of the trade's row that its proceeds do not contain. */
final class AccruedInterest {

    private static final String PAID = "Bond Interest Paid";
    private static final String RECEIVED = "Bond Interest Received";

    private AccruedInterest() {}

    /** @param trade what the row states as a trade; the interest has its day and an id that follows from its id */
    static List<CanonicalEvent> of(Cells row, Execution execution, Fact trade) {
        var amount = row.money("accruedInt", execution.currency());
        if (amount == null || amount.isZero()) {
            return List.of();
        }
        return List.of(new CashFlow(
                Facts.keyed(row, "cash-flow", "accruedInt:" + trade.id(), trade.reportDate(), execution.occurred()),
                null,
                amount.signum() < 0 ? PAID : RECEIVED,
                amount,
                Rates.toBase(row, execution.currency()),
                row.date("settleDateTarget"),
                row.text("description"),
                execution.instrument().id(),
                null));
    }
}
