package io.flexledger.contracts.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to cash and accruals without an execution. */
public sealed interface CashEvent extends CanonicalEvent {

    /**
     * Cash with no fill: a deposit, dividend, tax, interest or fee (CashTransactions, DETAIL rows).
     *
     * @param cashType    the broker's word, such as {@code Deposits/Withdrawals}; unknown words pass through
     * @param amount      positive is received
     * @param instrument  what it was paid on, where there is one
     * @param actionId    links a dividend to its tax
     */
    record CashFlow(
            Fact fact,
            @Nullable String transactionId,
            String cashType,
            Money amount,
            @Nullable FxRate fxRate,
            @Nullable LocalDate settleDate,
            @Nullable String description,
            @Nullable InstrumentId instrument,
            @Nullable String actionId)
            implements CashEvent {
        @Override
        public CashFlow with(Fact fact) {
            return new CashFlow(
                    fact, transactionId, cashType, amount, fxRate, settleDate, description, instrument, actionId);
        }
    }

    /**
     * Interest earned or owed but not yet paid, rolled forward over the statement's days (InterestAccruals).
     *
     * @param from        first day covered
     * @param currency    {@code null} for the sum over all currencies in base
     * @param starting    balance at the start
     * @param accrued     booked in these days
     * @param reversal    taken back because it was paid
     * @param translation change of the base value through rates alone
     * @param ending      balance at the end
     */
    record InterestAccrual(
            Fact fact,
            LocalDate from,
            @Nullable CurrencyCode currency,
            Money starting,
            Money accrued,
            Money reversal,
            Money translation,
            Money ending)
            implements CashEvent {
        @Override
        public InterestAccrual with(Fact fact) {
            return new InterestAccrual(fact, from, currency, starting, accrued, reversal, translation, ending);
        }
    }

    /** One line of the calculation behind an accrual (TierInterestDetails): detail, moves nothing itself. */
    record InterestTier(
            Fact fact,
            CurrencyCode currency,
            String interestType,
            LocalDate valueDate,
            @Nullable String tier,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal ratePercent,

            @Nullable Money principal,
            Money interest,
            @Nullable String code)
            implements CashEvent {
        @Override
        public InterestTier with(Fact fact) {
            return new InterestTier(
                    fact, currency, interestType, valueDate, tier, ratePercent, principal, interest, code);
        }
    }
}
