package io.flexledger.ledger.day;

import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.event.CashEvent.InterestAccrual;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.MarkSource;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.book.Books;
import io.flexledger.ledger.book.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is booked at the close: accruals, components only the broker states, marks, and what rates alone did. */
final class DayClose {

    private final Books books;
    private final DayFacts facts;
    private final DayRates rates;
    private final Journal journal;
    private final Map<InstrumentId, MarkSource> markSources = new HashMap<>();

    DayClose(Books books, DayFacts facts, DayRates rates, Journal journal) {
        this.books = books;
        this.facts = facts;
        this.rates = rates;
        this.journal = journal;
    }

    void run(Unitemized unitemized, CurrencyCode base, List<FxRate> openingRates) {
        accruals();
        for (var component : unitemized.components()) {
            journal.atClose(
                    new EntryDetail.StatedOnly(component.name(), component.amount()),
                    "stated",
                    component.name(),
                    books.state(component.amount()),
                    rates.get(component.amount().currency()),
                    facts.navChange().map(n -> n.fact().source()).stream().toList());
        }
        books.openPositions().forEach(this::mark);
        translate(base, openingRates);
    }

    Map<InstrumentId, MarkSource> markSources() {
        return Map.copyOf(markSources);
    }

    private void accruals() {
        boolean perCurrency = facts.accruals().stream().anyMatch(accrual -> accrual.currency() != null);
        for (var accrual : facts.accruals()) {
            if (perCurrency == (accrual.currency() != null)) {
                accrue(accrual);
            }
        }
    }

    private void accrue(InterestAccrual accrual) {
        // In base alone, the effect of rates cannot be told from the currency balances, so it is taken as stated.
        var translation = accrual.currency() == null
                ? accrual.translation()
                : Money.zero(accrual.accrued().currency());
        var change = accrual.accrued().plus(accrual.reversal()).plus(translation);
        if (change.isZero()) {
            return;
        }
        var rate = rates.get(change.currency());
        journal.atClose(
                new EntryDetail.InterestAccrued(accrual.accrued(), accrual.reversal(), accrual.ending(), rate),
                "accrual",
                change.currency().code(),
                books.accrue(change),
                rate,
                List.of(accrual.fact().source()));
    }

    private void mark(Position position) {
        var id = position.instrument().id();
        var stated = facts.positions().stream()
                .filter(p -> p.instrument().id().equals(id) && p.mark() != null)
                .findFirst();
        var from = position.book().lots().getFirst().carry();
        var mark = stated.map(PositionStated::mark).orElse(null);
        var source = MarkSource.OPEN_POSITIONS;
        if (mark == null) {
            mark = firstOf(position.closePrice(), position.lastPrice(), from);
            source = position.closePrice() != null
                    ? MarkSource.CLOSE_PRICE
                    : position.lastPrice() != null ? MarkSource.LAST_TRADE : MarkSource.PREVIOUS;
        }
        markSources.put(id, source);
        var rate = rates.get(position.instrument().currency());
        journal.atClose(
                new EntryDetail.Marked(position.instrument(), position.book().quantity(), from, mark, rate, source),
                "mark",
                id.value(),
                books.mark(id, mark),
                rate,
                stated.map(p -> p.fact().source()).stream().toList());
    }

    private static Money firstOf(@Nullable Money first, @Nullable Money second, Money last) {
        return first != null ? first : second != null ? second : last;
    }

    /**
     * Whatever a currency's worth in base changed by beyond the day's entries is the work of rates: the opening balance
     * at the new rate, and entries whose own row had another rate than the day.
     */
    private void translate(CurrencyCode base, List<FxRate> openingRates) {
        var currencies = new TreeSet<>(Totals.currencies(books));
        journal.entries()
                .forEach(e -> e.impacts().forEach(i -> currencies.add(i.amount().currency())));
        currencies.remove(base);
        for (var currency : currencies) {
            var closing = books.worth(currency);
            var opening = closing.minus(journal.impacts(currency));
            var to = rates.get(currency);
            var from = openingRates.stream()
                    .filter(rate -> rate.from().equals(currency))
                    .findFirst()
                    .orElse(to);
            var amount = to.convert(closing).minus(from.convert(opening)).minus(journal.impactsInBase(currency));
            if (amount.isZero() && opening.isZero()) {
                continue;
            }
            journal.atClose(
                    new EntryDetail.Translated(opening, from, to, amount),
                    "translation",
                    currency.code(),
                    Books.translation(amount),
                    FxRate.identity(base),
                    List.of());
        }
    }
}
