package io.flexledger.testing.flex.report;

import io.flexledger.testing.statement.account.Execution;
import io.flexledger.testing.statement.account.Execution.Reason;
import io.flexledger.testing.statement.account.Fill;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.xml.FlexText;
import io.flexledger.testing.statement.xml.FlexWriter;
import io.flexledger.testing.statement.xml.Layout;
import io.flexledger.testing.statement.xml.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Trade confirmations: the exchange fills of each day, known to the broker some minutes after they happened. They carry
 * the ids of the activity rows that follow the next morning, all but the transaction's.
 */
record ConfirmReport(SimulatedQuery query, String account, Iterable<TradingDay> days, LocalDateTime generated)
        implements Report {

    private static final Duration DELAY = Duration.ofMinutes(10);

    private static final Layout CONFIRM = Layout.of("TradeConfirm", """
            accountId acctAlias model currency assetCategory subCategory symbol description conid securityID securityIDType
            cusip isin listingExchange underlyingConid underlyingSymbol underlyingSecurityID underlyingListingExchange issuer
            multiplier strike expiry putCall transactionType tradeID orderID execID brokerageOrderID orderReference
            volatilityOrderLink clearingFirmID origTradePrice=0 origTradeDate origTradeID orderTime dateTime reportDate
            settleDate tradeDate exchange buySell quantity price amount proceeds netCash commission brokerExecutionCharge=0
            brokerClearingCharge=0 commissionCurrency tax code orderType levelOfDetail=EXECUTION traderID isAPIOrder
            """);

    @Override
    public void writeTo(OutputStream stream) throws IOException {
        try (FlexWriter out = new FlexWriter(stream)) {
            out.open("FlexQueryResponse", List.of("queryName", query.name(), "type", "TCF"));
            out.open("FlexStatements", List.of("count", Integer.toString(count())));
            for (TradingDay day : days) {
                statement(day, out);
            }
            out.close("FlexStatements");
            out.close("FlexQueryResponse");
        }
    }

    private int count() {
        int count = 0;
        for (TradingDay _ : days) {
            count++;
        }
        return count;
    }

    private void statement(TradingDay day, FlexWriter out) throws IOException {
        String date = FlexText.date(day.date());
        out.open(
                "FlexStatement",
                List.of(
                        "accountId",
                        account,
                        "fromDate",
                        date,
                        "toDate",
                        date,
                        "period",
                        query.period().label(),
                        "whenGenerated",
                        FlexText.dateTime(generated)));
        out.open("TradeConfirms");
        for (Fill fill : day.fills()) {
            if (isKnown(fill.execution())) {
                out.row(row(fill, day.date()));
            }
        }
        out.close("TradeConfirms");
        out.close("FlexStatement");
    }

    private boolean isKnown(Execution execution) {
        return execution.reason() == Reason.TRADE
                && !execution.time().plus(DELAY).isAfter(generated);
    }

    private Row row(Fill fill, LocalDate reportDate) {
        Execution execution = fill.execution();
        return CONFIRM.row()
                .set("accountId", account)
                .set("currency", fill.instrument().currency())
                .instrument(fill.instrument())
                .set("transactionType", execution.reason().transactionType())
                .set("tradeID", fill.ids().trade())
                .set("orderID", fill.orderId())
                .set("execID", fill.ids().execution())
                .set("brokerageOrderID", fill.ids().brokerageOrder())
                .set("orderTime", execution.order().placed())
                .set("dateTime", execution.time())
                .set("reportDate", reportDate)
                .set("settleDate", fill.settleDate())
                .set("tradeDate", execution.tradeDate())
                .set("exchange", execution.exchange())
                .set("buySell", execution.buys() ? "BUY" : "SELL")
                .set("quantity", execution.quantity())
                .set("price", execution.price())
                .set("amount", execution.proceeds().negate())
                .set("proceeds", execution.proceeds())
                .set("netCash", execution.netCash())
                .set("commission", execution.commission())
                .set("commissionCurrency", fill.instrument().currency())
                .set("tax", execution.taxes())
                .set("code", fill.effect().code())
                .set("orderType", execution.order().type())
                .set("isAPIOrder", execution.order().viaApi() ? "Y" : "N");
    }
}
