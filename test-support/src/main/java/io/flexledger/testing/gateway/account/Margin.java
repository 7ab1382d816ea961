package io.flexledger.testing.gateway.account;

import io.flexledger.testing.gateway.wire.AccountEncoder.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the broker holds back, by a simple rule of the simulator's own: a tenth of what all positions are worth, long or
 * short, and a quarter more to open them. The broker's own rule depends on each position; what all figures have in
 * common with the broker's is that they fit one another.
 *
 * @param equity      with loan value, which is the net asset value here
 * @param maintenance held back so that nothing is closed
 */
record Margin(BigDecimal equity, BigDecimal maintenance) {

    private static final BigDecimal SHARE = new BigDecimal("0.1");
    private static final BigDecimal TO_OPEN = new BigDecimal("1.25");
    private static final int CUSHION_DIGITS = 6;

    /** @param stated what is held back whatever the positions are; null: what the rule makes */
    static Margin of(BigDecimal equity, BigDecimal gross, @Nullable BigDecimal stated) {
        return new Margin(equity, cents(stated == null ? gross.multiply(SHARE) : stated));
    }

    BigDecimal initial() {
        return cents(maintenance.multiply(TO_OPEN));
    }

    BigDecimal available() {
        return equity.subtract(initial());
    }

    /** What may be lost before positions are closed; negative once they may be. */
    BigDecimal excess() {
        return equity.subtract(maintenance);
    }

    /** Of what the account is worth; none where it is worth nothing. */
    BigDecimal cushion() {
        return equity.signum() <= 0
                ? BigDecimal.ZERO
                : new BigDecimal(excess().divide(equity, CUSHION_DIGITS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    List<Value> values(String base) {
        return List.of(
                amount("BuyingPower", available(), base),
                amount("EquityWithLoanValue", equity, base),
                amount("InitMarginReq", initial(), base),
                amount("MaintMarginReq", maintenance, base),
                amount("AvailableFunds", available(), base),
                amount("ExcessLiquidity", excess(), base),
                amount("FullInitMarginReq", initial(), base),
                amount("FullMaintMarginReq", maintenance, base),
                amount("FullAvailableFunds", available(), base),
                amount("FullExcessLiquidity", excess(), base),
                new Value("Cushion", cushion().toPlainString(), ""));
    }

    /** The same by segment: everything is in that of securities, and nothing in that of commodities. */
    List<Value> segments(String base) {
        return List.of(
                amount("MaintMarginReq-S", maintenance, base),
                amount("ExcessLiquidity-S", excess(), base),
                amount("MaintMarginReq-C", BigDecimal.ZERO, base),
                amount("ExcessLiquidity-C", BigDecimal.ZERO, base));
    }

    private static Value amount(String key, BigDecimal amount, String base) {
        return new Value(key, cents(amount).toPlainString(), base);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
}
