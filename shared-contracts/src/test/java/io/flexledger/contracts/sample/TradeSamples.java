package io.flexledger.contracts.sample;

import static io.flexledger.contracts.sample.Given.FRIDAY;
import static io.flexledger.contracts.sample.Given.SPY;
import static io.flexledger.contracts.sample.Given.SPY_CALL;
import static io.flexledger.contracts.sample.Given.USD_HKD;
import static io.flexledger.contracts.sample.Given.fact;
import static io.flexledger.contracts.sample.Given.units;
import static io.flexledger.contracts.sample.Given.usd;

import io.flexledger.contracts.event.TradeEvent.BrokerFigures;
import io.flexledger.contracts.event.TradeEvent.Effect;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.event.TradeEvent.OptionEvent;
import io.flexledger.contracts.event.TradeEvent.TransactionTax;
import java.time.LocalDate;
import java.util.List;

/** Executions, bookings, and what names them. */
public final class TradeSamples {

    /** One contract written at 1.23. */
    public static final Fill FILL = new Fill(
            fact("fill", "34512345671", "2025-07-25T13:47:05Z", "Trades", 17),
            new FillIds("34512345671", "8101234567", "0000e0d5.6882f1a9.01.01", "4410987654"),
            SPY_CALL,
            false,
            FRIDAY,
            LocalDate.parse("2025-07-28"),
            units("-1"),
            usd("1.23"),
            usd("123"),
            usd("-1.0484"),
            usd("-0.00342"),
            USD_HKD,
            Effect.OPEN,
            List.of("P"),
            new BrokerFigures(usd("121.94818"), usd("-121.94818"), null, usd("-3.5"), usd("1.265")));

    /** A booking of an account whose query selects little: absent stays absent. */
    public static final Fill SPARSE_FILL = new Fill(
            fact("fill", "34512399002", "2025-07-25T20:20:00Z", "Trades", 18),
            new FillIds(null, null, null, null),
            SPY_CALL,
            null,
            FRIDAY,
            null,
            units("1"),
            usd("0"),
            usd("0"),
            null,
            null,
            null,
            null,
            null,
            new BrokerFigures(null, null, null, null, null));

    static final FillCancelled FILL_CANCELLED = new FillCancelled(
            fact("fill-cancelled", "34512345700", "2025-07-25T18:02:11Z", "Trades", 19),
            new FillIds("34512345700", "8101234590", "0000e0d5.6882f1b3.01.01", "4410987661"),
            SPY,
            "34512345688",
            "8101234581",
            units("-25"),
            usd("637.04"),
            usd("15926"),
            usd("1"),
            usd("0"),
            USD_HKD);

    static final OptionEvent OPTION_EVENT = new OptionEvent(
            fact("option-event", "8101240001", "2025-07-25T20:20:00Z", "OptionEAE", 64),
            SPY_CALL,
            "Assignment",
            "8101240001",
            units("1"),
            usd("0"),
            usd("0"),
            usd("126.5"));

    static final TransactionTax TRANSACTION_TAX = new TransactionTax(
            fact("transaction-tax", "8101234567/SEC", "2025-07-25T13:47:05Z", "TransactionTaxes", 71),
            SPY_CALL.id(),
            "8101234567",
            "SEC Section 31 fee",
            usd("-0.00342"));

    private TradeSamples() {}
}
