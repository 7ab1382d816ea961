package io.flexledger.ledger.day;

import io.flexledger.contracts.event.BrokerClaim.NavChangeStated;
import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.CashEvent.InterestAccrual;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.journal.Posting;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.book.AccountState;
import io.flexledger.ledger.book.Assembly;
import io.flexledger.ledger.book.Booking;
import io.flexledger.ledger.book.Books;
import io.flexledger.ledger.book.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One report day of one account: the day's facts on the state of the day before give the day's journal, its positions
 * and its net asset value. Pure: the same state and facts give the same result, whenever and however often.
 */
public final class DayFold {

    private final AccountState before;
    private final DayFacts facts;
    private final Books books;
    private final DayRates rates;
    private final Journal journal;
    private final List<Caveat> caveats = new ArrayList<>();
    private final SequencedMap<EventId, Caveat> leftOut;

    /**
     * @param entries in order, numbered from 1
     * @param leftOut provisional fills the day cannot be folded with, and why
     */
    public record Result(
            AccountState after,
            List<JournalEntry> entries,
            List<PositionUpdate> positions,
            List<NavSnapshot> snapshots,
            SequencedMap<EventId, Caveat> leftOut) {}

    private DayFold(AccountState before, DayFacts facts, LedgerPolicy policy, SequencedMap<EventId, Caveat> leftOut) {
        this.before = before;
        this.facts = facts;
        this.books = Books.open(before);
        this.rates = DayRates.of(before.base(), facts, before.rates(), policy.configuredRates());
        this.journal =
                new Journal(before.account(), facts.date(), policy.close().apply(facts.date()), before.base());
        this.leftOut = leftOut;
    }

    /**
     * @param surroundings of this day and those around it
     * @param navBefore    the broker's net asset value of the day before, for the first day only
     */
    public static Result fold(
            AccountState before,
            DayFacts facts,
            Surroundings surroundings,
            @Nullable NavStated navBefore,
            LedgerPolicy policy) {
        return Admission.fold(facts, (admitted, leftOut) -> {
            var fold = new DayFold(before, admitted, policy, leftOut);
            if (before.day() == null && !admitted.movesAnything()) {
                return fold.onlyOfficial();
            }
            return fold.run(surroundings.without(leftOut.keySet()), navBefore);
        });
    }

    /** The row of the day before the first statement: a value to start from, and nothing to fold. */
    private Result onlyOfficial() {
        var official = Snapshots.official(before.account(), facts, journal.close());
        return new Result(
                before.with(rates.all()),
                List.of(),
                List.of(),
                official.stream().toList(),
                leftOut);
    }

    private Result run(Surroundings surroundings, @Nullable NavStated navBefore) {
        var opening = before.day() == null
                ? Optional.of(OpeningBalances.of(before.base(), navBefore, facts, rates, surroundings))
                : Optional.<OpeningBalances>empty();
        var openingPostings = new ArrayList<Posting>();
        opening.ifPresent(o -> openingPostings.addAll(
                books.open(o.cash(), o.accruals(), o.holdings()).postings()));
        var openingWorth = Totals.byCurrency(books);
        var bookings = movements(surroundings).stream().map(books::book).toList();
        rateFromCash();
        var openingRates = opening.map(OpeningBalances::rates).orElse(before.rates());
        var openingTotal =
                opening.map(o -> open(o, openingWorth, openingPostings)).orElse(before.total());
        var unitemized = Unitemized.of(
                before.base(),
                facts,
                rates,
                accrualTranslation(opening.map(OpeningBalances::accruals).orElse(before.accruals()), openingRates));
        bookings = Stream.concat(
                        bookings.stream(), unitemized.inferred().stream().map(this::bookInferred))
                .toList();
        bookings.forEach(booking -> journal.movement(booking, rates));
        var close = new DayClose(books, facts, rates, journal);
        close.run(unitemized, before.base(), openingRates);
        caveats.addAll(unitemized.caveats());
        caveats.addAll(PositionCheck.differences(books, facts));
        caveats.addAll(facts.provisional().caveats());
        caveats.addAll(leftOut.values());
        return result(openingTotal, close);
    }

    private List<Movement> movements(Surroundings surroundings) {
        var movements = new ArrayList<>(Assembly.assemble(facts.allFills(), surroundings.optionEvents()));
        facts.cancellations().forEach(c -> movements.add(new Movement.Cancellation(c, surroundings.original(c))));
        facts.cashFlows().forEach(flow -> movements.add(new Movement.Cash(flow, false)));
        movements.sort(Assembly.ORDER);
        return movements;
    }

    private Booking bookInferred(CashFlow flow) {
        return books.book(new Movement.Cash(flow, true));
    }

    /** Writes the opening; what the broker's starting value has beyond it is kept as one sum. */
    private Money open(OpeningBalances opening, List<Money> worth, List<Posting> postings) {
        caveats.addAll(opening.caveats());
        var total = Money.zero(before.base());
        for (var amount : worth) {
            var rate = opening.rates().stream()
                    .filter(r -> r.from().equals(amount.currency()))
                    .findFirst();
            total = total.plus(
                    rate.orElseGet(() -> rates.get(amount.currency())).convert(amount));
        }
        var stated = facts.navChange().map(NavChangeStated::starting).orElse(total);
        if (!stated.equals(total)) {
            postings.addAll(books.state(stated.minus(total)).postings());
        }
        journal.opening(opening, postings);
        return stated;
    }

    /** What the day's rates did to interest that was accrued before. */
    private Money accrualTranslation(List<Money> accruals, List<FxRate> openingRates) {
        // Rows in base alone are booked with the translation they state.
        var sum = facts.accruals().stream().allMatch(accrual -> accrual.currency() == null)
                ? facts.accruals().stream()
                        .map(InterestAccrual::translation)
                        .reduce(Money.zero(before.base()), Money::plus)
                : Money.zero(before.base());
        for (var rate : openingRates) {
            for (var accrual : accruals) {
                if (accrual.currency().equals(rate.from())) {
                    sum = sum.plus(rates.get(rate.from()).convert(accrual)).minus(rate.convert(accrual));
                }
            }
        }
        return sum;
    }

    /** Without a stated rate, the broker's cash in base tells it. */
    private void rateFromCash() {
        Totals.cashInBase(books.cashBalances(), before.base(), facts.nav().orElse(null))
                .filter(both -> !rates.isStated(both.foreign().currency()))
                .flatMap(Totals.CashInBase::rate)
                .ifPresent(rates::offer);
    }

    private Result result(Money openingTotal, DayClose close) {
        var total = Totals.inBase(books, rates, before.base());
        var official = Snapshots.official(before.account(), facts, journal.close());
        var calculated = Snapshots.calculated(before.account(), facts.date(), journal.close(), books, rates)
                .of(total, openingTotal, close.markSources(), allCaveats());
        var after = new AccountState(
                before.account(),
                before.base(),
                facts.date(),
                books.cashBalances(),
                books.notionalBalances(),
                books.accrualBalances(),
                books.statedBalances(),
                books.openPositions().stream()
                        .map(p -> new AccountState.Holding(p.instrument(), p.book()))
                        .toList(),
                rates.all(),
                total,
                official.map(NavSnapshot::total).orElse(null));
        return new Result(
                after,
                journal.entries(),
                Snapshots.positions(before.account(), facts.date(), journal.close(), books),
                Stream.concat(official.stream(), Stream.of(calculated)).toList(),
                leftOut);
    }

    private List<Caveat> allCaveats() {
        Totals.currencies(books).forEach(currency -> {
            var rate = rates.get(currency);
            if (rate.source().isProvisional()) {
                caveats.add(new Caveat("FX_RATE_" + rate.source(), provisional(rate)));
            }
        });
        return caveats;
    }

    private static String provisional(FxRate rate) {
        var why = switch (rate.source()) {
            case CARRIED -> "carried over from an earlier day";
            case GATEWAY -> "the Gateway's";
            case CONFIGURED -> "the configured one";
            case IDENTITY, ROW, CONVERSION_RATES, DERIVED ->
                throw new IllegalArgumentException("not provisional: " + rate);
        };
        return rate.from() + " to " + rate.to() + " " + rate.rate().toPlainString() + " is " + why
                + ": no statement of the day has a rate";
    }
}
