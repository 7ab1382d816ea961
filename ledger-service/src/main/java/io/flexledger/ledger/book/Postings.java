package io.flexledger.ledger.book;

import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Posting;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The postings of one entry while it is written; {@link #balanced()} refuses to hand out any that do not sum to zero. */
final class Postings {

    private final List<Posting> lines = new ArrayList<>();

    /** Debits one account and credits another with the same amount; nothing is written for zero. */
    Postings move(Money amount, String debit, String credit) {
        return add(debit, amount).add(credit, amount.negated());
    }

    Postings add(String account, Money amount) {
        return add(account, amount.currency().code(), amount.amount());
    }

    /** Units in, against the units the rest of the world holds. */
    Postings units(InstrumentId instrument, Quantity quantity) {
        return add(Accounts.units(instrument), instrument.value(), quantity.units())
                .add(
                        Accounts.unitsIssued(instrument),
                        instrument.value(),
                        quantity.units().negate());
    }

    private Postings add(String account, String commodity, BigDecimal amount) {
        if (amount.signum() != 0) {
            lines.add(new Posting(account, commodity, amount));
        }
        return this;
    }

    /** What is missing to zero in one currency. */
    Money imbalance(Money sample) {
        var sum = lines.stream()
                .filter(line -> line.commodity().equals(sample.currency().code()))
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(sum, sample.currency());
    }

    List<Posting> balanced() {
        var sums = new TreeMap<String, BigDecimal>();
        lines.forEach(line -> sums.merge(line.commodity(), line.amount(), BigDecimal::add));
        sums.forEach((commodity, sum) -> {
            if (sum.signum() != 0) {
                throw new IllegalStateException("postings leave " + sum + " " + commodity + ": " + lines);
            }
        });
        return List.copyOf(lines);
    }
}
