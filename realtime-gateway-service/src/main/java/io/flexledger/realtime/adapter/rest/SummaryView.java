package io.flexledger.realtime.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.realtime.account.AccountPicture;
import io.flexledger.realtime.account.AccountPicture.Figure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway says an account is worth and may do; amounts are decimals as text.
 *
 * @param asOf       by the gateway's clock
 * @param ageSeconds since then, by the same clock
 * @param stale      whether it may have changed since without our hearing of it
 * @param cushion    excess liquidity as a share of the net liquidation value
 * @param values     everything the gateway stated, by key and currency
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SummaryView(
        String account,
        Instant asOf,
        long ageSeconds,
        boolean stale,
        @Nullable String baseCurrency,
        @Nullable Amount netLiquidation,
        @Nullable Amount totalCash,
        @Nullable Amount buyingPower,
        @Nullable Amount availableFunds,
        @Nullable Amount excessLiquidity,
        @Nullable Amount initialMargin,
        @Nullable Amount maintenanceMargin,
        @Nullable String cushion,
        List<Position> positions,
        SortedMap<String, SortedMap<String, String>> values) {

    record Amount(String amount, String currency) {}

    /**
     * @param position      units, negative short
     * @param marketPrice   per unit, without the multiplier
     * @param averageCost   per unit, with multiplier and commissions
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Position(
            int conid,
            @Nullable String symbol,
            String secType,
            @Nullable String currency,
            String position,
            @Nullable String marketPrice,
            @Nullable String averageCost,
            @Nullable String unrealizedPnl,
            @Nullable String realizedPnl) {}

    static SummaryView of(AccountPicture picture, Instant now, boolean stale) {
        Amount total = amount(picture, "NetLiquidation");
        return new SummaryView(
                picture.account(),
                picture.asOf(),
                Math.max(0, Duration.between(picture.asOf(), now).toSeconds()),
                stale,
                total == null ? null : total.currency(),
                total,
                amount(picture, "TotalCashValue"),
                amount(picture, "BuyingPower"),
                amount(picture, "AvailableFunds"),
                amount(picture, "ExcessLiquidity"),
                amount(picture, "InitMarginReq"),
                amount(picture, "MaintMarginReq"),
                picture.figure("Cushion").map(Figure::text).orElse(null),
                picture.positions().stream()
                        .map(line -> new Position(
                                line.conid(),
                                line.symbol(),
                                line.secType(),
                                line.currency(),
                                line.units(),
                                line.mark(),
                                line.averageCost(),
                                line.unrealized(),
                                line.realized()))
                        .toList(),
                picture.values());
    }

    private static @Nullable Amount amount(AccountPicture picture, String key) {
        return picture.figure(key)
                .map(figure -> new Amount(figure.text(), figure.currency()))
                .orElse(null);
    }
}
