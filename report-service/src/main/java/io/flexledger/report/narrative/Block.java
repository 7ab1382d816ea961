package io.flexledger.report.narrative;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.narrative.Clocks.Moment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One block of a day: what it is and when, in words, and its figures. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.MarketOpen.class, name = "MARKET_OPEN"),
    @JsonSubTypes.Type(value = Block.Trades.class, name = "TRADE_GROUP"),
    @JsonSubTypes.Type(value = Block.Delivery.class, name = "DELIVERY"),
    @JsonSubTypes.Type(value = Block.Expiration.class, name = "EXPIRATION"),
    @JsonSubTypes.Type(value = Block.CashMovement.class, name = "CASH"),
    @JsonSubTypes.Type(value = Block.Cancellation.class, name = "CANCELLATION"),
    @JsonSubTypes.Type(value = Block.MarketClose.class, name = "MARKET_CLOSE"),
    @JsonSubTypes.Type(value = Block.HandedOver.class, name = "HAND_OVER"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Block {

    Heading heading();

    List<Line> lines();

    /**
     * @param anchor unique within the page
     * @param span   when, on both clocks, dates included
     * @param when   the same as printed in the heading, dates only where they differ from the day
     * @param lead   a sentence in the heading, may be empty
     */
    record Heading(
            String anchor,
            String title,
            String span,
            @JsonIgnore String when,
            String lead,
            Moment start,
            Moment end) {}

    /**
     * The opening bell.
     *
     * @param officialOpeningNav   the broker's starting value; it states none at the bell itself
     * @param calculatedOpeningNav after what happened overnight and before the bell
     */
    record MarketOpen(
            @JsonUnwrapped Heading heading,
            @Nullable Figure officialOpeningNav,
            Figure calculatedOpeningNav,
            List<Line> lines)
            implements Block {}

    /**
     * Fills within a tight window.
     *
     * @param total R + P + C in the currency of the trades
     * @param line  the running value as a sum
     */
    record Trades(
            @JsonUnwrapped Heading heading,
            List<FillRow> fills,
            Figure realized,
            Figure premium,
            Figure commissions,
            Figure total,
            List<Rate> rates,
            Figure impact,
            Figure navBefore,
            Figure navAfter,
            String line,
            List<Line> lines)
            implements Block {}

    /** A rate to base and who states it. */
    record Rate(String rate, String source) {}

    /**
     * One execution.
     *
     * @param openClose O, C or C;O
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FillRow(
            String entry,
            @Nullable String transactionId,
            @Nullable String tradeId,
            Moment time,
            String instrument,
            String side,
            String openClose,
            String quantity,
            String price,
            String proceeds,
            String commission,
            String netCash,
            @Nullable String brokerFifoPnl,
            String currency,
            String fxRateToBase,
            String fxRateSource) {}

    /** An option turned into shares. */
    record Delivery(
            @JsonUnwrapped Heading heading,
            String kind,
            List<BookingRow> options,
            @Nullable BookingRow shares,
            String recognition,
            Figure impact,
            Figure navBefore,
            Figure navAfter,
            List<Line> lines)
            implements Block {}

    /** An option that ended worthless. */
    record Expiration(
            @JsonUnwrapped Heading heading,
            BookingRow option,
            String recognition,
            Figure impact,
            Figure navBefore,
            Figure navAfter,
            List<Line> lines)
            implements Block {
        /** A short position ends with a booking of units received. */
        @JsonIgnore
        boolean wasSold() {
            return !option.quantity().startsWith("-");
        }
    }

    /** A leg of the broker's own booking. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BookingRow(
            @Nullable String transactionId,
            @Nullable String tradeId,
            Moment time,
            String instrument,
            String quantity,
            String price,
            String commission,
            @Nullable String brokerFifoPnl,
            @Nullable String brokerMtmPnl) {}

    /** Cash with no execution. */
    record CashMovement(
            @JsonUnwrapped Heading heading,
            String cashType,
            Figure amount,
            Rate rate,
            boolean external,
            Figure impact,
            Figure navBefore,
            Figure navAfter,
            List<Line> lines)
            implements Block {}

    /** An execution the broker took back. */
    record Cancellation(
            @JsonUnwrapped Heading heading,
            BookingRow trade,
            Figure impact,
            Figure navBefore,
            Figure navAfter,
            List<Line> lines)
            implements Block {}

    /**
     * The official close, what it differs from the story, and why.
     *
     * @param kind        MARK_TO_MARKET while positions are open, else RECONCILIATION
     * @param liveNav     the gateway's value while the day runs, which the bridge leads to
     * @param ledgerNav   the ledger's own value with marks and rates of the close, where no official one is there
     * @param difference  official minus calculated, or live minus calculated; absent while nobody states a value
     * @param expirations what ended after the bell on this report day
     */
    record MarketClose(
            @JsonUnwrapped Heading heading,
            @Nullable Figure officialClosingNav,
            Figure calculatedNav,
            @Nullable Figure liveNav,
            @Nullable Figure ledgerNav,
            String kind,
            List<OpenPosition> openPositions,
            @Nullable Figure difference,
            List<Expiration> expirations,
            BridgeTable bridge,
            List<Line> lines)
            implements Block {
        /** The best value there is. */
        Figure closingNav() {
            return Optional.ofNullable(officialClosingNav)
                    .or(() -> Optional.ofNullable(liveNav))
                    .or(() -> Optional.ofNullable(ledgerNav))
                    .orElse(calculatedNav);
        }
    }

    /**
     * What was open at the close.
     *
     * @param unrealized value minus the broker's cost
     */
    record OpenPosition(
            String instrument,
            String symbol,
            String position,
            String markPrice,
            Figure value,
            String costBasis,
            Figure unrealized,
            String currency,
            String fxRateToBase,
            String markSource) {}

    /**
     * The day by ECON-1, and what explains the difference of the close.
     *
     * @param steps       from the opening value to the close
     * @param difference  adds up to the closing difference
     * @param unexplained absent while nobody states a value
     * @param caveats     of the day's values and entries; left out where there are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BridgeTable(
            Figure opening,
            List<BridgeRow> steps,
            List<BridgeRow> difference,
            @Nullable Figure unexplained,
            List<String> findings,
            @Nullable String nextStep,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Caveat> caveats) {}

    /**
     * One line of the bridge.
     *
     * @param after value after the step; absent where lines only add up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BridgeRow(
            String kind,
            String text,
            @Nullable String formula,
            Figure amount,
            @Nullable Figure after,
            List<String> marks) {}

    /**
     * From the gateway's last value of the day to the broker's.
     *
     * @param steps add up to the difference
     */
    record HandedOver(
            @JsonUnwrapped Heading heading,
            Figure liveNav,
            Figure officialClosingNav,
            Figure difference,
            List<BridgeRow> steps,
            List<Line> lines)
            implements Block {}
}
