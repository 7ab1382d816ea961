package io.flexledger.ledger.day;

import io.flexledger.contracts.event.BrokerClaim.NavChangeStated;
import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.CashEvent.InterestAccrual;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.book.CashType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What ChangeInNAV says moved cash or accruals and no delivered row itemises, because the query left the rows out. It
 * is booked as the broker states it and says so. Interest that was taken back from the accruals in a currency is
 * concluded to have been paid in that currency.
 *
 * @param inferred   cash rows concluded from two others
 * @param components the rest: component of ChangeInNAV and its amount in base
 * @param caveats    components whose rows were delivered and come to something else: nothing is booked for them
 */
record Unitemized(List<CashFlow> inferred, List<Component> components, List<Caveat> caveats) {

    /** A component of ChangeInNAV, or the part of it, that no row itemises. */
    record Component(String name, Money amount) {}

    /** Differences below are rounding of the broker's own figures. */
    private static final BigDecimal LIMIT = new BigDecimal("0.005");

    /** Translations are stated to nine decimals. */
    private static final BigDecimal LAST_DIGIT = new BigDecimal("0.00000001");

    private static final String TRANSLATION = "fxTranslation";

    private static final Set<String> CASH = Set.of(
            "depositsWithdrawals",
            "dividends",
            "withholdingTax",
            "withholding871m",
            "interest",
            "brokerFees",
            "advisorFees",
            "otherFees",
            "salesTax",
            "clientFees",
            "internalCashTransfers",
            "debitCardActivity",
            "billPay",
            "donations",
            "softDollars",
            "referralFee",
            "changeInDividendAccruals");

    /** @param ownTranslation what rates did to the accruals the ledger keeps, in base */
    static Unitemized of(CurrencyCode base, DayFacts facts, DayRates rates, Money ownTranslation) {
        var change = facts.navChange().orElse(null);
        if (change == null || facts.cashFlows().stream().anyMatch(f -> CashType.of(f.cashType()) == CashType.OTHER)) {
            // A row of an unknown type may be in any component.
            return new Unitemized(List.of(), List.of(), List.of());
        }
        var inferred = new ArrayList<CashFlow>();
        var components = new ArrayList<Component>();
        var caveats = new ArrayList<Caveat>();
        // Accruals only the broker keeps, of dividends above all, are translated by the broker alone.
        var translation = change.components().get(TRANSLATION);
        if (translation != null
                && translation.minus(ownTranslation).amount().abs().compareTo(LAST_DIGIT) > 0) {
            components.add(new Component(TRANSLATION, translation.minus(ownTranslation)));
        }
        change.components().forEach((name, stated) -> {
            if (!CASH.contains(name)) {
                return;
            }
            var missing = stated.minus(itemized(base, name, facts, rates));
            if (missing.amount().abs().compareTo(LIMIT) < 0) {
                return;
            }
            var paid = name.equals("interest") ? paidAccrual(facts, missing, change, rates) : List.<CashFlow>of();
            if (!paid.isEmpty()) {
                inferred.addAll(paid);
            } else if (rows(name, facts).findAny().isEmpty()) {
                components.add(new Component(name, missing));
            } else {
                caveats.add(new Caveat("COMPONENT_DIFFERS", differs(name, stated, stated.minus(missing))));
            }
        });
        return new Unitemized(inferred, components, caveats);
    }

    private static String differs(String name, Money stated, Money itemized) {
        return "ChangeInNAV states %s %s, and the delivered rows come to %s: a row is missing, doubled or wrong"
                .formatted(name, stated.rounded(), itemized.rounded());
    }

    private static Stream<CashFlow> rows(String component, DayFacts facts) {
        return facts.cashFlows().stream()
                .filter(flow -> CashType.of(flow.cashType()).navComponent().equals(component));
    }

    private static Money itemized(CurrencyCode base, String component, DayFacts facts, DayRates rates) {
        return rows(component, facts)
                .map(flow -> rates.get(flow.fxRate(), flow.amount().currency()).convert(flow.amount()))
                .reduce(Money.zero(base), Money::plus);
    }

    private static List<CashFlow> paidAccrual(DayFacts facts, Money missing, NavChangeStated change, DayRates rates) {
        for (var accrual : facts.accruals()) {
            if (accrual.currency() == null || accrual.reversal().isZero()) {
                continue;
            }
            var paid = accrual.reversal().negated();
            var inBase = rates.get(accrual.currency()).convert(paid);
            if (inBase.minus(missing).amount().abs().compareTo(LIMIT) < 0) {
                return List.of(interest(accrual, paid, change));
            }
        }
        return List.of();
    }

    private static CashFlow interest(InterestAccrual accrual, Money paid, NavChangeStated change) {
        var of = change.fact();
        var id = EventId.of(of.account(), "inferred-interest", of.reportDate() + "/" + paid.currency());
        var fact = new Fact(
                id,
                of.account(),
                of.reportDate(),
                of.occurredAt(),
                false,
                of.statedAt(),
                false,
                of.provisional(),
                accrual.fact().source());
        var word = paid.signum() < 0 ? "Broker Interest Paid" : "Broker Interest Received";
        return new CashFlow(fact, null, word, paid, null, null, null, null, null);
    }
}
