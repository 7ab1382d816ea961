package io.flexledger.ledger.book;

import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One balance per currency. */
final class Balances {

    private final SortedMap<CurrencyCode, Money> byCurrency = new TreeMap<>();

    static Balances of(List<Money> amounts) {
        var balances = new Balances();
        amounts.forEach(balances::add);
        return balances;
    }

    void add(Money amount) {
        byCurrency.merge(amount.currency(), amount, Money::plus);
    }

    Money get(CurrencyCode currency) {
        return byCurrency.getOrDefault(currency, Money.zero(currency));
    }

    /** Balances that are not zero, by currency. */
    List<Money> list() {
        return byCurrency.values().stream().filter(amount -> !amount.isZero()).toList();
    }
}
