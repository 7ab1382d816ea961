package io.flexledger.realtime.codec;

import io.flexledger.realtime.message.Contract;
import io.flexledger.realtime.message.Execution;
import io.flexledger.realtime.message.Incoming.ExecutionReported;
import io.flexledger.realtime.message.Side;
import io.flexledger.realtime.wire.Fields;
import io.flexledger.realtime.wire.UndecodableException;
import java.math.BigDecimal;

/** The layout of an execution (11): 31 fields, 32 from server version 178 on, 33 from 198 on. */
final class ExecutionText {

    private static final int WITH_PRICE_REVISION = 178;
    private static final int WITH_SUBMITTER = 198;

    private final int serverVersion;

    ExecutionText(int serverVersion) {
        this.serverVersion = serverVersion;
    }

    ExecutionReported read(Fields in) throws UndecodableException {
        int requestId = in.requiredInt("reqId");
        Integer orderId = in.integer("orderId");
        Contract contract = IncomingText.contract(in);
        // Arguments are evaluated from left to right, which is the order of the wire.
        Execution execution = new Execution(
                orderId,
                in.text("execId"),
                in.plainText("time"),
                in.text("acctNumber"),
                in.optionalText("venue"),
                side(in),
                shares(in),
                in.requiredDecimal("price"),
                in.longInteger("permId"),
                in.integer("clientId"),
                in.integer("liquidation"),
                in.decimal("cumQty"),
                in.decimal("avgPrice"),
                in.optionalText("orderRef"),
                in.optionalText("evRule"),
                in.decimal("evMultiplier"),
                in.optionalText("modelCode"),
                in.integer("lastLiquidity"),
                serverVersion >= WITH_PRICE_REVISION ? in.flag("pendingPriceRevision") : null,
                serverVersion >= WITH_SUBMITTER ? in.optionalText("submitter") : null);
        return new ExecutionReported(requestId, contract, execution);
    }

    private static Side side(Fields in) throws UndecodableException {
        return switch (in.text("side")) {
            case "BOT" -> Side.BOUGHT;
            case "SLD" -> Side.SOLD;
            default -> throw in.undecodable("side", "is neither BOT nor SLD");
        };
    }

    private static BigDecimal shares(Fields in) throws UndecodableException {
        BigDecimal shares = in.requiredDecimal("shares");
        if (shares.signum() < 0) {
            throw in.undecodable("shares", "is negative; the side says which way they went");
        }
        return shares;
    }
}
