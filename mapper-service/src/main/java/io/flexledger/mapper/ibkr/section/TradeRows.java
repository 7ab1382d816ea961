package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.TradeEvent.BrokerFigures;
import io.flexledger.contracts.event.TradeEvent.Effect;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.mapper.ibkr.column.RefusedException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code Trades}. Only {@code Trade} rows at the level of executions are facts; orders, summaries and lots repeat the
 * same money.
 */
final class TradeRows {

    private static final String EXECUTION = "EXECUTION";
    private static final Set<String> OTHER_LEVELS =
            Set.of("ORDER", "SYMBOL_SUMMARY", "ASSET_SUMMARY", "CLOSED_LOT", "WASH_SALE");
    private static final Set<String> CANCELS = Set.of("TradeCancel", "FracShareCancel");
    private static final Set<String> BOOKING_NOTES = Set.of("A", "Ex", "Ep", "AEx", "MEx", "GEA");

    private TradeRows() {}

    static Verdict map(Cells row) {
        try {
            return verdict(row);
        } catch (RefusedException e) {
            row.statement().derivedRates().spoil();
            throw e;
        }
    }

    private static Verdict verdict(Cells row) {
        var level = row.text("levelOfDetail");
        if (level != null && !level.equals(EXECUTION)) {
            if (OTHER_LEVELS.contains(level)) {
                return new Verdict.Evidence("repeats executions: " + level);
            }
            row.statement().drift().value(row.row().section(), "levelOfDetail", level);
            return new Verdict.Unmapped("unknown level of detail");
        }
        var type = row.word("transactionType", Vocabulary.TRADE_TYPES);
        var notes = row.codes("notes");
        var booking = bookEntry(type, notes);
        var trade = Execution.of(row, Boolean.TRUE.equals(booking));
        row.statement().derivedRates().add(row, trade.proceeds(), trade.commission());
        var event = isCancel(row, type, notes)
                ? cancelled(row, trade)
                : fill(row, trade, booking, row.selected("notes") ? notes : null);
        return new Verdict.Stated(event, AccruedInterest.of(row, trade, event.fact()));
    }

    /** Totals of an asset class in the base currency, over the executions that follow. */
    static Verdict assetSummary(Cells row) {
        var rates = row.statement().derivedRates();
        rates.close().ifPresent(row.statement()::derive);
        rates.open(row);
        return new Verdict.Evidence("sums up executions");
    }

    private static Fill fill(Cells row, Execution trade, @Nullable Boolean bookEntry, @Nullable List<String> notes) {
        return new Fill(
                fact(row, "fill", trade),
                trade.ids(),
                trade.instrument(),
                bookEntry,
                trade.tradeDate(),
                row.date("settleDateTarget"),
                trade.quantity(),
                trade.price(),
                trade.proceeds(),
                trade.commission(),
                trade.taxes(),
                Rates.toBase(row, trade.currency()),
                effect(row),
                notes,
                new BrokerFigures(
                        row.money("netCash", trade.currency()),
                        row.money("cost", trade.currency()),
                        row.money("fifoPnlRealized", trade.currency()),
                        row.money("mtmPnl", trade.currency()),
                        row.money("closePrice", trade.currency())));
    }

    private static FillCancelled cancelled(Cells row, Execution trade) {
        return new FillCancelled(
                fact(row, "fill-cancelled", trade),
                trade.ids(),
                trade.instrument(),
                row.id("origTransactionID"),
                row.id("origTradeID"),
                trade.quantity(),
                trade.price(),
                trade.proceeds(),
                trade.commission(),
                trade.taxes(),
                Rates.toBase(row, trade.currency()));
    }

    /** By transactionID; without it by the execution's own id; without both by what was traded when. */
    private static Fact fact(Cells row, String kind, Execution trade) {
        var transaction = trade.ids().transactionId();
        if (transaction != null) {
            return Facts.keyed(row, kind, "transactionID:" + transaction, trade.reportDate(), trade.occurred());
        }
        var execution = trade.ids().execId();
        if (execution != null) {
            return Facts.keyed(row, kind, "ibExecID:" + execution, trade.reportDate(), trade.occurred());
        }
        var columns = Facts.key(
                trade.tradeDate(),
                trade.occurred().time(),
                trade.instrument().id(),
                trade.quantity(),
                trade.price(),
                trade.ids().tradeId(),
                trade.ids().orderId());
        return Facts.counted(row, kind, columns, trade.reportDate(), trade.occurred());
    }

    private static boolean isCancel(Cells row, @Nullable String type, List<String> notes) {
        if (type != null) {
            return CANCELS.contains(type);
        }
        var side = row.text("buySell");
        return notes.contains("Ca") || (side != null && side.endsWith("(Ca.)"));
    }

    /** Without a type a note can say that it is a booking, but none says that it is not. */
    private static @Nullable Boolean bookEntry(@Nullable String type, List<String> notes) {
        if (type != null) {
            return type.equals("BookTrade");
        }
        return Collections.disjoint(notes, BOOKING_NOTES) ? null : Boolean.TRUE;
    }

    private static @Nullable Effect effect(Cells row) {
        var indicator = row.text("openCloseIndicator");
        return switch (indicator) {
            case "O" -> Effect.OPEN;
            case "C" -> Effect.CLOSE;
            case "C;O", "O;C" -> Effect.CLOSE_AND_OPEN;
            case null -> null;
            default -> {
                row.statement().drift().value(row.row().section(), "openCloseIndicator", indicator);
                yield null;
            }
        };
    }
}
