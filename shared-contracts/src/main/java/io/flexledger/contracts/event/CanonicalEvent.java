package io.flexledger.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A fact about an account, as the broker stated it. Topic {@code canonical-event}, key account. An absent component
 * means that the query did not select the column, never that the amount is zero.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReferenceEvent.AccountDescribed.class, name = "account.v1"),
    @JsonSubTypes.Type(value = ReferenceEvent.InstrumentDescribed.class, name = "instrument.v1"),
    @JsonSubTypes.Type(value = TradeEvent.Fill.class, name = "fill.v1"),
    @JsonSubTypes.Type(value = TradeEvent.FillCancelled.class, name = "fill-cancelled.v1"),
    @JsonSubTypes.Type(value = TradeEvent.OptionEvent.class, name = "option-event.v1"),
    @JsonSubTypes.Type(value = CashEvent.CashFlow.class, name = "cash-flow.v1"),
    @JsonSubTypes.Type(value = TradeEvent.TransactionTax.class, name = "transaction-tax.v1"),
    @JsonSubTypes.Type(value = CashEvent.InterestAccrual.class, name = "interest-accrual.v1"),
    @JsonSubTypes.Type(value = CashEvent.InterestTier.class, name = "interest-tier.v1"),
    @JsonSubTypes.Type(value = BrokerClaim.NavStated.class, name = "nav-stated.v1"),
    @JsonSubTypes.Type(value = BrokerClaim.NavChangeStated.class, name = "nav-change-stated.v1"),
    @JsonSubTypes.Type(value = BrokerClaim.PositionStated.class, name = "position-stated.v1"),
    @JsonSubTypes.Type(value = BrokerClaim.CashStated.class, name = "cash-stated.v1"),
    @JsonSubTypes.Type(value = BrokerClaim.FundsLine.class, name = "funds-line.v1"),
    @JsonSubTypes.Type(value = ReferenceEvent.RateStated.class, name = "rate-stated.v1"),
    @JsonSubTypes.Type(value = ReferenceEvent.StatementRead.class, name = "statement-read.v1"),
})
public sealed interface CanonicalEvent permits TradeEvent, CashEvent, BrokerClaim, ReferenceEvent {

    Fact fact();

    @JsonIgnore
    default EventId id() {
        return fact().id();
    }

    @JsonIgnore
    default AccountId account() {
        return fact().account();
    }

    @JsonIgnore
    default LocalDate reportDate() {
        return fact().reportDate();
    }

    @JsonIgnore
    default Instant occurredAt() {
        return fact().occurredAt();
    }

    /** The same event with other common data. */
    CanonicalEvent with(Fact fact);
}
