package io.flexledger.ledger.book;

import io.flexledger.contracts.event.TradeEvent.BrokerFigures;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.Lot;
import io.flexledger.contracts.journal.Posting;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.ledger.book.Booking.BookedLeg;
import io.flexledger.ledger.lot.LotBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The books of one account while one report day is folded. Confined to that fold: opened from an
 * {@link AccountState}, changed movement by movement, and closed into the next one.
 */
public final class Books {

    private final Balances cash;
    private final Balances notional;
    private final Balances accruals;
    private final SortedMap<InstrumentId, Position> positions = new TreeMap<>();
    private final Balances stated;

    private Books(AccountState state) {
        this.cash = Balances.of(state.cash());
        this.notional = Balances.of(state.notional());
        this.accruals = Balances.of(state.accruals());
        this.stated = Balances.of(state.stated());
        state.holdings().forEach(h -> positions.put(h.instrument().id(), Position.of(h.instrument(), h.book())));
    }

    public static Books open(AccountState state) {
        return new Books(state);
    }

    /** Books one movement; its postings sum to zero per commodity. */
    public Booking book(Movement movement) {
        return switch (movement) {
            case Movement.Execution execution
            when execution.fill().instrument().isCurrencyPair() -> exchange(movement, execution.fill());
            case Movement.Execution execution -> trade(movement, execution.fill());
            case Movement.Expiry expiry -> trade(movement, expiry.fill());
            case Movement.Cancellation cancellation -> cancel(cancellation);
            case Movement.Delivery delivery -> deliver(delivery);
            case Movement.Cash flow -> cash(flow);
        };
    }

    private Booking trade(Movement movement, Fill fill) {
        var tally = new Tally(this);
        tally.take(fill, LotSide.execution(fill, Money.zero(fill.price().currency())), false);
        return tally.booking(movement, List.of());
    }

    /** Takes the lot back that the cancelled fill opened; what that fill closed stays closed, and a new lot is opened. */
    private Booking cancel(Movement.Cancellation cancellation) {
        var cancel = cancellation.cancel();
        var original = cancellation.original();
        var fill = new Fill(
                cancel.fact(),
                cancel.ids(),
                cancel.instrument(),
                false,
                cancel.reportDate(),
                null,
                cancel.quantity(),
                cancel.price(),
                cancel.proceeds(),
                cancel.commission(),
                cancel.taxes(),
                cancel.fxRate(),
                null,
                List.of(),
                new BrokerFigures(null, null, null, null, null));
        var tally = new Tally(this);
        var match = tally.take(fill, LotSide.cancellation(fill, original), false);
        var caveats = new ArrayList<Caveat>();
        if (original == null) {
            caveats.add(new Caveat("CANCELLED_FILL_UNKNOWN", "the execution it takes back was never stated"));
        } else if (match.disposals().stream().anyMatch(d -> !d.lot().equals(original.id()))
                || !match.opened().isZero()) {
            caveats.add(new Caveat(
                    "CANCELLED_FILL_MATCHED",
                    "the execution it takes back had closed lots or was closed since; those results stand"));
        }
        return tally.booking(cancellation, caveats);
    }

    private Booking deliver(Movement.Delivery delivery) {
        var tally = new Tally(this);
        var premium = Money.zero(delivery.options().getFirst().price().currency());
        for (var option : delivery.options()) {
            var match = tally.take(option, LotSide.execution(option, premium.minus(premium)), true);
            // What the option brought in, net of its own commissions, becomes part of the shares' basis.
            for (var disposal : match.disposals()) {
                premium = premium.minus(disposal.basis());
            }
            premium = premium.plus(LotSide.charges(option));
        }
        var caveats = new ArrayList<Caveat>();
        if (delivery.shares() != null) {
            tally.take(delivery.shares(), LotSide.execution(delivery.shares(), premium), false);
        } else if (!premium.isZero()) {
            caveats.add(new Caveat(
                    "SHARES_NOT_FOUND",
                    "no share booking fits this option; its premium " + premium + " stays with the option"));
        }
        return tally.booking(delivery, caveats);
    }

    private Booking cash(Movement.Cash movement) {
        var flow = movement.flow();
        cash.add(flow.amount());
        var type = CashType.of(flow.cashType());
        var postings =
                new Postings().move(flow.amount(), cashAccount(flow.amount().currency()), type.counterAccount());
        var caveats = type == CashType.OTHER
                ? List.of(new Caveat("CASH_TYPE_UNKNOWN", "'" + flow.cashType() + "' is booked as other income"))
                : List.<Caveat>of();
        return new Booking(movement, List.of(), postings.balanced(), List.of(), List.of(flow.amount()), caveats);
    }

    /** A currency pair: both legs are cash. Quantity is in the first currency of the symbol, proceeds in the second. */
    private Booking exchange(Movement movement, Fill fill) {
        var bought = Money.of(
                fill.quantity().units(),
                CurrencyCode.of(fill.instrument().symbol().split("[./]", 2)[0]));
        var postings = new Postings()
                .move(bought, cashAccount(bought.currency()), Accounts.EXCHANGE)
                .move(fill.proceeds(), cashAccount(fill.proceeds().currency()), Accounts.EXCHANGE);
        var impacts = Balances.of(List.of(bought, fill.proceeds()));
        cash.add(bought);
        cash.add(fill.proceeds());
        charge(fill, postings, impacts);
        return new Booking(
                movement,
                List.of(new BookedLeg(fill, Quantity.ZERO, Quantity.ZERO)),
                postings.balanced(),
                List.of(),
                impacts.list(),
                List.of());
    }

    void charge(Fill fill, Postings postings, Balances impacts) {
        var charges = fill.charges();
        for (var charge : charges.each()) {
            cash.add(charge);
            impacts.add(charge);
        }
        postings.move(charges.commission(), cashAccount(charges.commission().currency()), Accounts.COMMISSION);
        postings.move(charges.taxes(), cashAccount(charges.taxes().currency()), Accounts.TAX);
    }

    static String cashAccount(CurrencyCode currency) {
        return Accounts.CASH + ":" + currency;
    }

    /** What was changed outside a movement: at the opening, or at the close of a day. */
    public record Change(List<Posting> postings, List<Money> impacts) {}

    /** Balances before the first statement. */
    public Change open(List<Money> openingCash, List<Money> openingAccruals, List<AccountState.Holding> holdings) {
        var postings = new Postings();
        for (var amount : openingCash) {
            cash.add(amount);
            postings.move(amount, cashAccount(amount.currency()), Accounts.OPENING);
        }
        for (var amount : openingAccruals) {
            accruals.add(amount);
            postings.move(amount, Accounts.ACCRUED_INTEREST, Accounts.OPENING);
        }
        for (var holding : holdings) {
            var id = holding.instrument().id();
            positions.put(id, Position.of(holding.instrument(), holding.book()));
            for (var lot : holding.book().lots()) {
                if (Tally.isMarginSettled(holding.instrument())) {
                    var unpaid = lot.grossCost().negated();
                    notional.add(unpaid);
                    postings.move(unpaid, Accounts.NOTIONAL + ":" + unpaid.currency(), Accounts.OPENING);
                }
                postings.units(id, lot.quantity()).move(lot.grossCost(), Accounts.cost(id), Accounts.OPENING);
                postings.move(lot.value().minus(lot.grossCost()), Accounts.unrealized(id), Accounts.UNREALIZED);
            }
        }
        return new Change(postings.balanced(), List.of());
    }

    /** Value that only the broker states, such as an opening that no delivered row itemises. */
    public Change state(Money amount) {
        stated.add(amount);
        var postings = new Postings().move(amount, Accounts.STATED, Accounts.STATED_INCOME);
        return new Change(postings.balanced(), List.of(amount));
    }

    public Change accrue(Money amount) {
        accruals.add(amount);
        var postings = new Postings().move(amount, Accounts.ACCRUED_INTEREST, Accounts.INTEREST_ACCRUED);
        return new Change(postings.balanced(), List.of(amount));
    }

    /** What rates alone did; in base, beside the balances they did it to. */
    public static Change translation(Money amount) {
        var postings = new Postings().move(amount, Accounts.TRANSLATION, Accounts.FX_TRANSLATION);
        return new Change(postings.balanced(), List.of(amount));
    }

    /** Carries a position at a new mark. */
    public Change mark(InstrumentId id, Money mark) {
        var position = Objects.requireNonNull(positions.get(id));
        var marked = position.book().markedAt(mark);
        var change = value(marked, mark).minus(value(position.book(), mark));
        positions.put(id, position.with(marked));
        var postings = new Postings().move(change, Accounts.unrealized(id), Accounts.UNREALIZED);
        return new Change(postings.balanced(), List.of(change));
    }

    private static Money value(LotBook book, Money sample) {
        return book.lots().stream().map(Lot::value).reduce(Money.zero(sample.currency()), Money::plus);
    }

    /** What is open now, the oldest lot first. */
    public List<Position> openPositions() {
        return positions.values().stream()
                .filter(p -> !p.book().isEmpty())
                .sorted(Comparator.comparing(
                        (Position p) -> p.book().lots().getFirst().openedAt()))
                .toList();
    }

    /** Every position held at the start of the day or touched since, closed ones included. */
    public List<Position> allPositions() {
        return List.copyOf(positions.values());
    }

    public List<Money> cashBalances() {
        return cash.list();
    }

    public List<Money> notionalBalances() {
        return notional.list();
    }

    public List<Money> accrualBalances() {
        return accruals.list();
    }

    public List<Money> statedBalances() {
        return stated.list();
    }

    /** All that counts for the net asset value in one currency. */
    public Money worth(CurrencyCode currency) {
        var sum = cash.get(currency)
                .plus(notional.get(currency))
                .plus(accruals.get(currency))
                .plus(stated.get(currency));
        for (var position : positions.values()) {
            if (position.instrument().currency().equals(currency)) {
                sum = sum.plus(value(position.book(), sum));
            }
        }
        return sum;
    }

    SortedMap<InstrumentId, Position> positions() {
        return positions;
    }

    Balances cash() {
        return cash;
    }

    Balances notional() {
        return notional;
    }

    Balances stated() {
        return stated;
    }
}
