package io.flexledger.testing.statement.account;

import io.flexledger.testing.statement.account.DividendAccrual.Posting;
import io.flexledger.testing.statement.account.InterestDay.Tier;
import io.flexledger.testing.statement.account.TradingDay.Accruals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Interest and dividends owed either way. */
final class AccrualBook {

    private final Map<String, BigDecimal> interest = new LinkedHashMap<>();
    private final Map<String, List<Tier>> accrued = new LinkedHashMap<>();
    private final Map<String, BigDecimal> reversed = new LinkedHashMap<>();
    private final List<DividendAccrual> dividends = new ArrayList<>();
    private final List<Posting> postings = new ArrayList<>();
    private Map<String, BigDecimal> openingDividends = Map.of();

    BigDecimal interest(String currency) {
        return interest.getOrDefault(currency, BigDecimal.ZERO);
    }

    void accrue(String currency, List<Tier> tiers) {
        interest.putIfAbsent(currency, BigDecimal.ZERO);
        accrued.computeIfAbsent(currency, _ -> new ArrayList<>()).addAll(tiers);
    }

    void reverse(String currency) {
        reversed.put(currency, interest(currency).negate());
    }

    void declare(DividendAccrual dividend) {
        dividends.add(dividend);
        postings.add(new Posting(dividend, false));
    }

    void settle(DividendAccrual dividend) {
        dividends.remove(dividend);
        postings.add(new Posting(dividend, true));
    }

    List<DividendAccrual> openDividends() {
        return List.copyOf(dividends);
    }

    Accruals closeDay() {
        List<InterestDay> days = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> balance : interest.entrySet()) {
            String currency = balance.getKey();
            List<Tier> tiers = accrued.getOrDefault(currency, List.of());
            BigDecimal sum = tiers.stream().map(Tier::interest).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal reversal = reversed.getOrDefault(currency, BigDecimal.ZERO);
            InterestDay day = new InterestDay(currency, balance.getValue(), sum, reversal, tiers);
            balance.setValue(day.ending());
            if (day.opening().signum() != 0 || !tiers.isEmpty()) {
                days.add(day);
            }
        }
        Accruals closed = new Accruals(List.copyOf(days), List.copyOf(postings), openingDividends, openDividends());
        openingDividends = perCurrency();
        accrued.clear();
        reversed.clear();
        postings.clear();
        return closed;
    }

    private Map<String, BigDecimal> perCurrency() {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        dividends.forEach(open -> sums.merge(open.stock().currency(), open.net(), BigDecimal::add));
        return Map.copyOf(sums);
    }
}
