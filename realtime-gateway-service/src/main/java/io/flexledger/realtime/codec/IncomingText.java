package io.flexledger.realtime.codec;

import io.flexledger.realtime.message.Contract;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.wire.Fields;
import io.flexledger.realtime.wire.UndecodableException;
import java.time.Instant;
import java.util.Arrays;

/** The layouts of what the gateway sends, field by field in the order of the wire. */
final class IncomingText {

    /** From here on a notice says when, and no longer which version of a notice it is. */
    private static final int NOTICE_WITH_TIME = 194;

    private final int serverVersion;
    private final ExecutionText executions;

    IncomingText(int serverVersion) {
        this.serverVersion = serverVersion;
        this.executions = new ExecutionText(serverVersion);
    }

    Incoming read(Fields in) throws UndecodableException {
        return switch (in.messageId()) {
            case 4 -> notice(in);
            case 6 -> accountValue(in);
            case 7 -> portfolioItem(in);
            case 8 -> new Incoming.AccountTime(versionedText(in, "time"));
            case 9 -> new Incoming.NextOrderId(versionedInt(in, "orderId"));
            case 11 -> executions.read(in);
            case 15 -> managedAccounts(in);
            case 49 -> currentTime(in);
            case 54 -> new Incoming.AccountDownloaded(versionedText(in, "account"));
            case 55 -> new Incoming.ExecutionsEnd(versionedInt(in, "reqId"));
            case 59 -> commission(in);
            case 61 -> position(in);
            case 62 -> positionsEnd(in);
            case 63 -> summaryRow(in);
            case 64 -> new Incoming.SummaryEnd(versionedInt(in, "reqId"));
            case 71 -> positionMulti(in);
            case 72 -> new Incoming.PositionsMultiEnd(versionedInt(in, "reqId"));
            case 73 -> accountValueMulti(in);
            case 74 -> new Incoming.AccountValuesMultiEnd(versionedInt(in, "reqId"));
            case 94 -> profitAndLoss(in);
            case 95 -> positionProfitAndLoss(in);
            case 109 -> currentTimeInMillis(in);
            // Prices, contracts, the states of orders.
            case 1, 2, 3, 5, 10, 45, 46, 52, 53, 57, 58, 101, 102 -> new Incoming.Passed(in.messageId());
            default -> new Incoming.Unknown(in.messageId());
        };
    }

    private static String versionedText(Fields in, String name) throws UndecodableException {
        in.skip("version");
        return in.text(name);
    }

    private static int versionedInt(Fields in, String name) throws UndecodableException {
        in.skip("version");
        return in.requiredInt(name);
    }

    private static Incoming managedAccounts(Fields in) throws UndecodableException {
        String accounts = versionedText(in, "accounts");
        return new Incoming.ManagedAccounts(Arrays.stream(accounts.split(","))
                .map(String::strip)
                .filter(account -> !account.isEmpty())
                .toList());
    }

    private static Incoming currentTime(Fields in) throws UndecodableException {
        in.skip("version");
        long seconds = in.requiredLong("time");
        if (seconds < Instant.MIN.getEpochSecond() || seconds > Instant.MAX.getEpochSecond()) {
            throw in.undecodable("time", "is no second of any calendar");
        }
        return new Incoming.CurrentTime(Instant.ofEpochSecond(seconds));
    }

    private static Incoming currentTimeInMillis(Fields in) throws UndecodableException {
        return new Incoming.CurrentTime(Instant.ofEpochMilli(in.requiredLong("time")));
    }

    private Incoming notice(Fields in) throws UndecodableException {
        boolean withTime = serverVersion >= NOTICE_WITH_TIME;
        if (!withTime) {
            in.skip("version");
        }
        int requestId = in.requiredInt("reqId");
        int code = in.requiredInt("code");
        String text = in.escapedText("text");
        String rejectJson = in.escapedText("advancedOrderRejectJson");
        Long time = withTime ? in.longInteger("errorTimeMs") : null;
        return new Incoming.Notice(
                requestId,
                code,
                text,
                rejectJson.isEmpty() ? null : rejectJson,
                time == null || time == 0 ? null : Instant.ofEpochMilli(time));
    }

    private static Incoming commission(Fields in) throws UndecodableException {
        in.skip("version");
        return new Incoming.CommissionReported(
                in.text("execId"),
                in.decimal("commission"),
                in.optionalText("currency"),
                in.decimal("realizedPNL"),
                in.decimal("yield"),
                in.optionalText("yieldRedemptionDate"));
    }

    private static Incoming accountValue(Fields in) throws UndecodableException {
        in.skip("version");
        return new Incoming.AccountValue(
                in.text("key"), in.plainText("value"), in.optionalText("currency"), in.text("account"));
    }

    private static Incoming portfolioItem(Fields in) throws UndecodableException {
        in.skip("version");
        return new Incoming.PortfolioItem(
                contract(in),
                in.requiredDecimal("position"),
                in.decimal("marketPrice"),
                in.decimal("marketValue"),
                in.decimal("averageCost"),
                in.decimal("unrealizedPNL"),
                in.decimal("realizedPNL"),
                in.text("account"));
    }

    private static Incoming summaryRow(Fields in) throws UndecodableException {
        in.skip("version");
        return new Incoming.SummaryRow(
                in.requiredInt("reqId"),
                in.text("account"),
                in.text("tag"),
                in.plainText("value"),
                in.optionalText("currency"));
    }

    private static Incoming position(Fields in) throws UndecodableException {
        in.skip("version");
        return new Incoming.PositionHeld(
                in.text("account"), contract(in), in.requiredDecimal("position"), in.decimal("avgCost"));
    }

    private static Incoming positionsEnd(Fields in) throws UndecodableException {
        in.skip("version");
        return new Incoming.PositionsEnd();
    }

    private static Incoming positionMulti(Fields in) throws UndecodableException {
        in.skip("version");
        return new Incoming.PositionHeldMulti(
                in.requiredInt("reqId"),
                in.text("account"),
                contract(in),
                in.requiredDecimal("position"),
                in.decimal("avgCost"),
                in.optionalText("modelCode"));
    }

    private static Incoming accountValueMulti(Fields in) throws UndecodableException {
        in.skip("version");
        return new Incoming.AccountValueMulti(
                in.requiredInt("reqId"),
                in.text("account"),
                in.optionalText("modelCode"),
                in.text("key"),
                in.plainText("value"),
                in.optionalText("currency"));
    }

    private static Incoming profitAndLoss(Fields in) throws UndecodableException {
        return new Incoming.ProfitAndLoss(
                in.requiredInt("reqId"),
                in.decimal("dailyPnL"),
                in.decimal("unrealizedPnL"),
                in.decimal("realizedPnL"));
    }

    private static Incoming positionProfitAndLoss(Fields in) throws UndecodableException {
        return new Incoming.PositionProfitAndLoss(
                in.requiredInt("reqId"),
                in.decimal("position"),
                in.decimal("dailyPnL"),
                in.decimal("unrealizedPnL"),
                in.decimal("realizedPnL"),
                in.decimal("value"));
    }

    /** The eleven fields of a contract, alike in executions, positions and portfolios. */
    static Contract contract(Fields in) throws UndecodableException {
        return new Contract(
                in.requiredInt("conId"),
                in.optionalText("symbol"),
                in.text("secType"),
                in.optionalText("lastTradeDateOrContractMonth"),
                in.decimal("strike"),
                in.optionalText("right"),
                in.optionalText("multiplier"),
                in.optionalText("exchange"),
                in.optionalText("currency"),
                in.optionalText("localSymbol"),
                in.optionalText("tradingClass"));
    }
}
