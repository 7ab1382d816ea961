package io.flexledger.testing.gateway.script;

import io.flexledger.testing.gateway.account.Charge;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.PlacedOrder;
import io.flexledger.testing.gateway.wire.Trade;
import io.flexledger.testing.gateway.wire.Trade.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An execution that a test wants to happen.
 *
 * @param time     null: now, by the clock of the gateway
 * @param order    null: a new one of client 1
 * @param realized null: what the account makes of it
 * @param execId   null: the next free one
 */
public record Fill(
        String account,
        Contract contract,
        Side side,
        BigDecimal shares,
        BigDecimal price,
        @Nullable Instant time,
        String venue,
        @Nullable PlacedOrder order,
        Charge charge,
        @Nullable BigDecimal realized,
        CommissionTiming timing,
        @Nullable String execId) {

    private static final String VENUE = "IBKRATS";

    public static Fill buy(String account, Contract contract, String shares, String price) {
        return of(
                account,
                contract,
                new Trade(Side.BOT, new BigDecimal(shares), new BigDecimal(price), Instant.EPOCH, VENUE));
    }

    public static Fill sell(String account, Contract contract, String shares, String price) {
        return of(
                account,
                contract,
                new Trade(Side.SLD, new BigDecimal(shares), new BigDecimal(price), Instant.EPOCH, VENUE));
    }

    private static Fill of(String account, Contract contract, Trade trade) {
        return new Fill(
                account,
                contract,
                trade.side(),
                trade.shares(),
                trade.price(),
                null,
                trade.venue(),
                null,
                Charge.of("1.00", contract.currency()),
                null,
                CommissionTiming.AT_ONCE,
                null);
    }

    Fill sized(BigDecimal other) {
        return new Fill(account, contract, side, other, price, time, venue, order, charge, realized, timing, execId);
    }

    public Fill at(Instant instant) {
        return new Fill(
                account, contract, side, shares, price, instant, venue, order, charge, realized, timing, execId);
    }

    public Fill on(String exchange) {
        return new Fill(
                account, contract, side, shares, price, time, exchange, order, charge, realized, timing, execId);
    }

    public Fill of(PlacedOrder placed) {
        return new Fill(account, contract, side, shares, price, time, venue, placed, charge, realized, timing, execId);
    }

    public Fill costing(Charge cost) {
        return new Fill(account, contract, side, shares, price, time, venue, order, cost, realized, timing, execId);
    }

    public Fill realizing(String amount) {
        BigDecimal gain = new BigDecimal(amount);
        return new Fill(account, contract, side, shares, price, time, venue, order, charge, gain, timing, execId);
    }

    public Fill with(CommissionTiming commission) {
        return new Fill(
                account, contract, side, shares, price, time, venue, order, charge, realized, commission, execId);
    }

    public Fill named(String id) {
        return new Fill(account, contract, side, shares, price, time, venue, order, charge, realized, timing, id);
    }

    Trade trade(Instant instant) {
        return new Trade(side, shares, price, instant, venue);
    }
}
