package io.flexledger.ledger.day;

import io.flexledger.contracts.event.BrokerClaim.NavChangeStated;
import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.EntryDetail.MarkSource;
import io.flexledger.contracts.journal.Lot;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Balance;
import io.flexledger.contracts.journal.NavSnapshot.Holding;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.book.Books;
import io.flexledger.ledger.book.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a report day is worth: in the broker's words, and from the books. */
final class Snapshots {

    private static final String CASH = "cash";
    private static final String STATED = "stated";
    private static final String ACCRUALS = "interestAccruals";

    private Snapshots() {}

    /**
     * The broker's value: the total of EquitySummary, else the end of ChangeInNAV. A sum of selected components is not
     * taken for it, since nothing says that all were selected.
     */
    static Optional<NavSnapshot> official(AccountId account, DayFacts facts, Instant close) {
        var nav = facts.nav();
        var change = facts.navChange();
        var total = nav.map(NavStated::total).or(() -> change.map(NavChangeStated::ending));
        return total.map(amount -> new NavSnapshot(
                account,
                facts.date(),
                Kind.OFFICIAL,
                close,
                0,
                amount,
                change.map(NavChangeStated::starting).orElse(null),
                nav.map(NavStated::components).orElseGet(TreeMap::new),
                change.map(NavChangeStated::components).orElseGet(TreeMap::new),
                change.map(NavChangeStated::twrPercent).orElse(null),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                Stream.concat(
                                nav.map(n -> n.fact().source()).stream(),
                                change.map(c -> c.fact().source()).stream())
                        .toList()));
    }

    /** The ledger's value, but for what the close of the day adds. */
    interface Calculation {
        NavSnapshot of(Money total, Money opening, Map<InstrumentId, MarkSource> marks, List<Caveat> caveats);
    }

    static Calculation calculated(AccountId account, LocalDate date, Instant close, Books books, DayRates rates) {
        return (total, opening, marks, caveats) -> {
            var cash = balances(books.cashBalances(), rates);
            var accruals = balances(books.accrualBalances(), rates);
            var holdings = books.openPositions().stream()
                    .map(position -> holding(position, marks, rates))
                    .toList();
            var components = new TreeMap<String, Money>();
            cash.forEach(balance -> components.merge(CASH, balance.base(), Money::plus));
            accruals.forEach(balance -> components.merge(ACCRUALS, balance.base(), Money::plus));
            holdings.forEach(h -> components.merge(component(h), h.base(), Money::plus));
            balances(books.notionalBalances(), rates)
                    .forEach(balance -> components.merge("futures", balance.base(), Money::plus));
            balances(books.statedBalances(), rates)
                    .forEach(balance -> components.merge(STATED, balance.base(), Money::plus));
            return new NavSnapshot(
                    account,
                    date,
                    Kind.CALCULATED,
                    close,
                    0,
                    total,
                    opening,
                    components,
                    new TreeMap<>(),
                    null,
                    cash,
                    accruals,
                    holdings,
                    null,
                    caveats,
                    List.<Source>of());
        };
    }

    /** Column of EquitySummary that holds instruments of this category. */
    private static String component(Holding holding) {
        return switch (holding.instrument().assetCategory()) {
            case "OPT", "FOP", "WAR" -> "options";
            case "BOND", "BILL" -> "bonds";
            case "FUND" -> "funds";
            case "FUT" -> "futures";
            case "CMDTY" -> "commodities";
            default -> "stock";
        };
    }

    private static List<Balance> balances(List<Money> amounts, DayRates rates) {
        return amounts.stream()
                .map(amount -> new Balance(amount, rates.get(amount.currency())))
                .toList();
    }

    private static Holding holding(Position position, Map<InstrumentId, MarkSource> marks, DayRates rates) {
        var instrument = position.instrument();
        var lots = position.book().lots();
        return new Holding(
                instrument,
                position.book().quantity(),
                lots.getFirst().carry(),
                marks.getOrDefault(instrument.id(), MarkSource.PREVIOUS),
                sum(lots.stream().map(Lot::value), instrument.currency()),
                sum(lots.stream().map(Lot::basis), instrument.currency()),
                rates.get(instrument.currency()));
    }

    private static Money sum(Stream<Money> amounts, CurrencyCode currency) {
        return amounts.reduce(Money.zero(currency), Money::plus);
    }

    /** The state of every position that was open at any time of the day. */
    static List<PositionUpdate> positions(AccountId account, LocalDate date, Instant close, Books books) {
        return books.allPositions().stream()
                .map(position -> new PositionUpdate(
                        account,
                        position.instrument(),
                        date,
                        close,
                        0,
                        position.book().quantity(),
                        position.book().lots(),
                        position.book().isEmpty()
                                ? null
                                : position.book().lots().getFirst().carry()))
                .toList();
    }
}
