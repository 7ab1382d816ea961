package io.flexledger.report.figure;

import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * Arithmetic to be printed. Amounts are printed to the cent; where that would no longer give the printed result within
 * half a cent, every amount that lost digits shows them as well, so that a reader with a calculator always agrees.
 */
public sealed interface Formula {

    /** Value of what is printed in the given digits. */
    BigDecimal value(Digits digits);

    String text(Digits digits);

    /** How amounts are printed. */
    enum Digits {
        CENTS,
        EXACT
    }

    static Formula of(Money amount) {
        return new Amount(amount, true);
    }

    /** An amount whose currency is clear from the rest of the line. */
    static Formula bare(Money amount) {
        return new Amount(amount, false);
    }

    static Formula rate(FxRate rate) {
        return new Plain(rate.rate(), Numbers.rate(rate));
    }

    static Formula price(Money price) {
        return new Plain(price.amount(), Numbers.price(price));
    }

    static Formula number(BigDecimal number, String unit) {
        return new Plain(number, Numbers.count(number) + (unit.isEmpty() ? "" : " " + unit));
    }

    static Formula units(Quantity quantity) {
        return number(quantity.units(), "");
    }

    static Formula sum(List<Formula> terms) {
        return terms.size() == 1 ? terms.getFirst() : new Sum(terms);
    }

    static Formula sum(Formula... terms) {
        return sum(Arrays.asList(terms));
    }

    static Formula difference(Formula from, Formula taken) {
        return new Difference(from, taken);
    }

    static Formula product(Formula... factors) {
        return new Product(Arrays.asList(factors));
    }

    /** An amount at a rate, or the amount alone where both sides are one currency. */
    static Formula converted(Money amount, FxRate rate) {
        return amount.currency().equals(rate.to()) ? of(amount) : product(of(amount), rate(rate));
    }

    /** Printed with as many digits as the result needs. */
    default String text(Money result) {
        return text(digitsFor(result));
    }

    default Digits digitsFor(Money result) {
        var shown = Numbers.rounded(result);
        var half = BigDecimal.valueOf(5, result.currency().fractionDigits() + 1);
        var off = value(Digits.CENTS).subtract(shown).abs();
        return off.compareTo(half) <= 0 ? Digits.CENTS : Digits.EXACT;
    }

    /** An amount of money. */
    record Amount(Money money, boolean named) implements Formula {
        @Override
        public BigDecimal value(Digits digits) {
            return digits == Digits.EXACT ? money.amount() : Numbers.rounded(money);
        }

        @Override
        public String text(Digits digits) {
            var cents = named ? Numbers.amount(money) : Numbers.plain(money);
            boolean lossy = Numbers.rounded(money).compareTo(money.amount()) != 0;
            return digits == Digits.EXACT && lossy ? cents + " (exactly " + Numbers.exact(money) + ")" : cents;
        }
    }

    /** A rate, a price, a count: printed as it is. */
    record Plain(BigDecimal number, String printed) implements Formula {
        @Override
        public BigDecimal value(Digits digits) {
            return number;
        }

        @Override
        public String text(Digits digits) {
            return printed;
        }
    }

    record Sum(List<Formula> terms) implements Formula {
        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public BigDecimal value(Digits digits) {
            return terms.stream().map(t -> t.value(digits)).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        @Override
        public String text(Digits digits) {
            var out = new StringBuilder();
            for (var term : terms) {
                var text = term.text(digits);
                if (out.isEmpty()) {
                    out.append(text);
                } else if (text.startsWith("-") && !(term instanceof Product)) {
                    out.append(" - ").append(text.substring(1).replace("(exactly -", "(exactly "));
                } else {
                    out.append(" + ").append(text);
                }
            }
            return out.toString();
        }
    }

    record Difference(Formula from, Formula taken) implements Formula {
        @Override
        public BigDecimal value(Digits digits) {
            return from.value(digits).subtract(taken.value(digits));
        }

        @Override
        public String text(Digits digits) {
            var text = taken.text(digits);
            return from.text(digits) + " - " + (text.startsWith("-") ? "(" + text + ")" : text);
        }
    }

    record Product(List<Formula> factors) implements Formula {
        public Product {
            factors = List.copyOf(factors);
        }

        @Override
        public BigDecimal value(Digits digits) {
            return factors.stream().map(f -> f.value(digits)).reduce(BigDecimal.ONE, BigDecimal::multiply);
        }

        @Override
        public String text(Digits digits) {
            var out = new StringBuilder();
            for (var factor : factors) {
                out.append(out.isEmpty() ? "" : " * ");
                var text = factor.text(digits);
                out.append(factor instanceof Sum || factor instanceof Difference ? "(" + text + ")" : text);
            }
            return out.toString();
        }
    }
}
