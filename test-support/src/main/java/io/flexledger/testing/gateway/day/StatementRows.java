package io.flexledger.testing.gateway.day;

import io.flexledger.testing.gateway.account.Charge;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.PlacedOrder;
import io.flexledger.testing.statement.read.StatementRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Rows of a statement in the words of the gateway. */
final class StatementRows {

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final int DATE_DIGITS = 8;
    private static final int TIME_DIGITS = 6;

    private StatementRows() {}

    static Contract contract(StatementRow row) {
        int conId = Integer.parseInt(row.text("conid"));
        String symbol = row.text("symbol");
        String type = row.text("assetCategory");
        if (type.equals("CASH")) {
            String[] pair = symbol.split("\\.", 2);
            return Contract.forex(conId, pair[0], row.text("currency"));
        }
        boolean derived = !row.text("expiry").isEmpty();
        String underlying = row.text("underlyingSymbol").isEmpty() ? symbol : row.text("underlyingSymbol");
        String strike = row.text("strike");
        String multiplier = row.text("multiplier");
        return new Contract(
                conId,
                derived ? underlying : symbol,
                type,
                row.text("expiry").replace("-", ""),
                strike.isEmpty() ? null : new BigDecimal(strike),
                row.text("putCall"),
                multiplier.equals("1") ? "" : multiplier,
                derived ? "" : row.text("listingExchange"),
                row.text("currency"),
                symbol,
                derived ? underlying : "NMS");
    }

    /** The commission with its sign turned: here a cost is positive. */
    static Fill fill(StatementRow trade, int orderId) {
        BigDecimal quantity = trade.amount("quantity");
        Contract contract = contract(trade);
        String shares = quantity.abs().toPlainString();
        String price = trade.text("tradePrice");
        String account = trade.text("accountId");
        Fill fill = quantity.signum() > 0
                ? Fill.buy(account, contract, shares, price)
                : Fill.sell(account, contract, shares, price);
        String currency = trade.text("ibCommissionCurrency");
        return fill.at(time(trade.text("dateTime")))
                .on(trade.text("exchange"))
                .of(order(trade, orderId))
                .costing(new Charge(
                        trade.amount("ibCommission").negate(), currency.isEmpty() ? contract.currency() : currency))
                .named(trade.text("ibExecID"));
    }

    private static PlacedOrder order(StatementRow trade, int orderId) {
        String broker = trade.text("ibOrderID");
        PlacedOrder order = broker.isEmpty()
                ? PlacedOrder.of(1, orderId)
                : new PlacedOrder(1, orderId, Long.parseLong(broker), "", "");
        return order.withReference(trade.text("orderReference"));
    }

    /** For example {@code 20250718;103234 EDT}; the zone is New York's whether it is said or not. */
    static Instant time(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        LocalDate date = LocalDate.parse(digits.substring(0, DATE_DIGITS), DATE);
        LocalTime time = digits.length() < DATE_DIGITS + TIME_DIGITS
                ? LocalTime.MIDNIGHT
                : LocalTime.parse(digits.substring(DATE_DIGITS, DATE_DIGITS + TIME_DIGITS), TIME);
        return date.atTime(time).atZone(ZONE).toInstant();
    }

    static LocalDate date(String text) {
        return LocalDate.parse(text.replace("-", ""), DATE);
    }
}
