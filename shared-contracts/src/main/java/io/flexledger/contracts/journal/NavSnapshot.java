package io.flexledger.contracts.journal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Net asset value of one account at one instant, with its inputs. Topic {@code nav-snapshot}, key account, date and
 * kind.
 *
 * @param date       report date, or the date in New York for a live value
 * @param total      in base currency, unrounded
 * @param opening    at the start of the day: the broker's {@code startingValue}, or the previous calculated value; null
 *                   when live
 * @param components what the total is made of: cash, stock, options, interestAccruals ...
 * @param changes    official: the components of ChangeInNAV that were selected; live: the gateway's own results so far,
 *                   {@code dailyPnl}, {@code unrealizedPnl} and {@code realizedPnl}, the first counted from a time set there
 * @param twrPercent official only: the broker's time-weighted return of the day
 * @param cash       calculated and live: balance per currency
 * @param accruals   calculated only: balance per currency
 * @param positions  calculated and live: what was open at {@code asOf}, and what it was worth; live, the cost basis is by
 *                   average and null marks are left out
 * @param margin     live only: what the broker holds back; null where it does not say
 */
public record NavSnapshot(
        AccountId account,
        LocalDate date,
        Kind kind,
        Instant asOf,
        long version,
        Money total,
        @Nullable Money opening,
        SortedMap<String, Money> components,
        SortedMap<String, Money> changes,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal twrPercent,

        List<Balance> cash,
        List<Balance> accruals,
        List<Holding> positions,
        @Nullable Margin margin,
        List<Caveat> caveats,
        List<Source> sources)
        implements Projection {

    public NavSnapshot {
        cash = List.copyOf(cash);
        accruals = List.copyOf(accruals);
        positions = List.copyOf(positions);
        caveats = List.copyOf(caveats);
        sources = List.copyOf(sources);
    }

    /** Whose word it is. */
    public enum Kind {
        /** The broker's, from a statement. */
        OFFICIAL,
        /** The ledger's, from postings, marks and rates. */
        CALCULATED,
        /** The Gateway's, while the day runs. */
        LIVE
    }

    /** A balance of one currency and its value in base. */
    public record Balance(Money amount, FxRate rate) {
        @JsonIgnore
        public Money base() {
            return rate.convert(amount);
        }
    }

    /**
     * A position at the close.
     *
     * @param value     quantity times mark times multiplier, signed
     * @param costBasis the broker's way, signed: negative for a short
     */
    public record Holding(
            Instrument instrument,
            Quantity quantity,
            Money mark,
            EntryDetail.MarkSource markSource,
            Money value,
            Money costBasis,
            FxRate rate) {
        @JsonIgnore
        public Money base() {
            return rate.convert(value);
        }
    }

    /**
     * What the broker asks for to hold the positions.
     *
     * @param maintenance     held back, in base
     * @param excessLiquidity what may be lost before the broker closes positions, in base; negative when it may do so now
     */
    public record Margin(Money maintenance, Money excessLiquidity) {}

    @Override
    public String key() {
        return account + "/" + date + "/" + kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String type() {
        return "nav-snapshot.v1";
    }

    public NavSnapshot withVersion(long newVersion) {
        return new NavSnapshot(
                account,
                date,
                kind,
                asOf,
                newVersion,
                total,
                opening,
                components,
                changes,
                twrPercent,
                cash,
                accruals,
                positions,
                margin,
                caveats,
                sources);
    }
}
