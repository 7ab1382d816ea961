package io.flexledger.contracts.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the broker claims the account holds or is worth: checked against the ledger and used for marks, never folded as movements. */
public sealed interface BrokerClaim extends CanonicalEvent {

    /**
     * Net asset value at the close of a report day (EquitySummaryByReportDateInBase).
     *
     * @param currency   base currency of the account
     * @param total      absent where the query did not select it
     * @param components by the broker's column name: cash, cashLong, cashShort, stock, options, interestAccruals ...;
     *                   only those selected
     */
    record NavStated(
            Fact fact, CurrencyCode currency, @Nullable Money total, SortedMap<String, Money> components)
            implements BrokerClaim {
        @Override
        public NavStated with(Fact fact) {
            return new NavStated(fact, currency, total, components);
        }
    }

    /**
     * Why net asset value changed, in the broker's words (ChangeInNAV): starting plus all components is ending.
     *
     * @param from       first report day covered
     * @param to         last report day covered
     * @param components by the broker's column name: mtm, commissions, depositsWithdrawals ...; only those selected
     * @param twrPercent the broker's time-weighted return over the days, in percent
     */
    record NavChangeStated(
            Fact fact,
            LocalDate from,
            LocalDate to,
            CurrencyCode currency,
            Money starting,
            Money ending,
            SortedMap<String, Money> components,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal twrPercent)
            implements BrokerClaim {
        @Override
        public NavChangeStated with(Fact fact) {
            return new NavChangeStated(fact, from, to, currency, starting, ending, components, twrPercent);
        }
    }

    /**
     * A position, or one lot of it, at the close of a report day (OpenPositions).
     *
     * @param lot           the opening transaction for a lot row, absent for the position itself
     * @param mark          per unit
     * @param value         quantity times mark times multiplier, signed
     * @param costBasis     signed as stated: negative for a short
     * @param unrealized    the broker's {@code fifoPnlUnrealized}
     */
    record PositionStated(
            Fact fact,
            Instrument instrument,
            @Nullable LotOrigin lot,
            Quantity quantity,
            @Nullable Money mark,
            @Nullable Money value,
            @Nullable Money costBasis,
            @Nullable Money unrealized,
            @Nullable FxRate fxRate)
            implements BrokerClaim {
        @Override
        public PositionStated with(Fact fact) {
            return new PositionStated(fact, instrument, lot, quantity, mark, value, costBasis, unrealized, fxRate);
        }
    }

    /** The trade that opened a lot. */
    record LotOrigin(
            @Nullable String transactionId, @Nullable Instant openedAt) {}

    /**
     * Cash of one currency over the statement's days (CashReport).
     *
     * @param currency {@code null} for BASE_SUMMARY, whose amounts are in the base currency
     * @param flows    by the broker's column name, zero columns left out
     */
    record CashStated(
            Fact fact,
            LocalDate from,
            @Nullable CurrencyCode currency,
            Money starting,
            Money ending,
            @Nullable Money endingSettled,
            SortedMap<String, Money> flows)
            implements BrokerClaim {
        @Override
        public CashStated with(Fact fact) {
            return new CashStated(fact, from, currency, starting, ending, endingSettled, flows);
        }
    }

    /**
     * One line of the broker's cash ledger (StmtFunds).
     *
     * @param level   Currency or BaseCurrency
     * @param code    such as BUY, SELL, DEP, WITH, OFEE, CINT
     * @param balance after the line, where stated
     */
    record FundsLine(
            Fact fact,
            String level,
            @Nullable String code,
            @Nullable String transactionId,
            @Nullable String description,
            Money amount,
            @Nullable Money balance)
            implements BrokerClaim {
        @Override
        public FundsLine with(Fact fact) {
            return new FundsLine(fact, level, code, transactionId, description, amount, balance);
        }
    }
}
