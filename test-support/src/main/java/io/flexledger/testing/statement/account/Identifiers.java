package io.flexledger.testing.statement.account;

import io.flexledger.testing.statement.account.Execution.Reason;
import java.util.HexFormat;
import java.util.Locale;

/** Hands out the broker's names for rows, rising and never twice; two accounts start far apart. */
public final class Identifiers {

    private static final int TRANSACTION_STEP = 13;
    private static final int TRADE_STEP = 7;
    private static final int ORDER_STEP = 5;

    private long transaction;
    private long trade;
    private long order;
    private int execution;

    public Identifiers(long transaction, long trade, long order, int execution) {
        this.transaction = transaction;
        this.trade = trade;
        this.order = order;
        this.execution = execution;
    }

    public String nextTransaction() {
        transaction += TRANSACTION_STEP;
        return Long.toString(transaction);
    }

    public String nextOrder() {
        order += ORDER_STEP;
        return Long.toString(order);
    }

    /** The names of a new fill; bookings carry no execution id. */
    Fill.Ids nextFill(Reason reason) {
        trade += TRADE_STEP;
        String tradeId = Long.toString(trade);
        if (reason != Reason.TRADE) {
            return new Fill.Ids(nextTransaction(), tradeId, "", "", "N/A");
        }
        execution++;
        String serial = HexFormat.of().toHexDigits(execution);
        return new Fill.Ids(
                nextTransaction(),
                tradeId,
                "0000f1ed." + serial + ".01.01",
                "0031c0de.00012f1e." + serial + ".0001",
                "X" + Long.toString(trade * 31 + execution, 36).toUpperCase(Locale.ROOT));
    }
}
