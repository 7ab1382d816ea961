package io.flexledger.realtime.fill;

import io.flexledger.realtime.message.Contract;
import io.flexledger.realtime.message.Execution;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the gateway tells in these tests: shares of one company, unless something else is said. */
record Told(
        String execId,
        String account,
        int conId,
        String secType,
        String time,
        Side side,
        String shares,
        String price,
        @Nullable Long permId,
        @Nullable String cumulative) {

    static Told bought(String execId, String shares, String price, @Nullable String cumulative) {
        return new Told(
                execId,
                "DU9000001",
                265598,
                "STK",
                "20260611-13:30:30",
                Side.BOUGHT,
                shares,
                price,
                900000371L,
                cumulative);
    }

    Told in(String otherAccount) {
        return new Told(execId, otherAccount, conId, secType, time, side, shares, price, permId, cumulative);
    }

    Told at(String otherTime) {
        return new Told(execId, account, conId, secType, otherTime, side, shares, price, permId, cumulative);
    }

    Told of(int otherConId, String otherSecType) {
        return new Told(execId, account, otherConId, otherSecType, time, side, shares, price, permId, cumulative);
    }

    Told sold() {
        return new Told(execId, account, conId, secType, time, Side.SOLD, shares, price, permId, cumulative);
    }

    Told byOrder(@Nullable Long otherPermId) {
        return new Told(execId, account, conId, secType, time, side, shares, price, otherPermId, cumulative);
    }

    Incoming.ExecutionReported live() {
        return reported(-1);
    }

    Incoming.ExecutionReported reported(int requestId) {
        Contract contract =
                new Contract(conId, "AAPL", secType, null, BigDecimal.ZERO, null, null, "IEX", "USD", "AAPL", "NMS");
        Execution execution = new Execution(
                371,
                execId,
                time,
                account,
                "IEX",
                side,
                new BigDecimal(shares),
                new BigDecimal(price),
                permId,
                1,
                0,
                cumulative == null ? null : new BigDecimal(cumulative),
                new BigDecimal(price),
                null,
                null,
                null,
                null,
                2,
                false,
                null);
        return new Incoming.ExecutionReported(requestId, contract, execution);
    }

    static Incoming.CommissionReported cost(String execId, @Nullable String commission, @Nullable String realizedPnl) {
        return new Incoming.CommissionReported(
                execId,
                commission == null ? null : new BigDecimal(commission),
                "USD",
                realizedPnl == null ? null : new BigDecimal(realizedPnl),
                null,
                null);
    }
}
