package io.flexledger.report.narrative;

import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.EntryDetail.Delivered;
import io.flexledger.contracts.journal.EntryDetail.DeliveryKind;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.bridge.Marks;
import io.flexledger.report.figure.Derivation.Factor;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.narrative.Block.BookingRow;
import io.flexledger.report.narrative.Block.Heading;
import io.flexledger.report.story.Happening;
import io.flexledger.report.story.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what the broker booked by itself: deliveries, expiries, cash, cancellations. */
final class BookingTelling {

    private final FigureBook book;
    private final Clocks clocks;

    BookingTelling(FigureBook book, Clocks clocks) {
        this.book = book;
        this.clocks = clocks;
    }

    Block.Delivery delivery(Heading heading, Told told, Happening.Delivery happening, Figure before) {
        var detail = happening.detail();
        var impact = impact(told, happening.entry());
        var after = nav(told, before, impact);
        var shares = detail.shares();
        var lines = List.of(
                Line.main("Event")
                        .words(deliveryWords(detail))
                        .marks(Marks.of(happening.entry()))
                        .end(),
                exchanged(impact),
                after(before, impact, after));
        return new Block.Delivery(
                heading,
                detail.delivery().name(),
                detail.options().stream()
                        .map(leg -> row(leg, happening.entry()))
                        .toList(),
                shares == null ? null : row(shares, happening.entry()),
                detail.recognition().name(),
                impact,
                before,
                after,
                lines);
    }

    private static String deliveryWords(Delivered detail) {
        boolean assigned = detail.delivery() == DeliveryKind.ASSIGNMENT;
        var options = TradeWords.and(detail.options().stream()
                .map(leg -> TradeWords.held(leg.quantity().negated(), leg.instrument()))
                .toList());
        boolean several = detail.options().size() > 1;
        var first = "Your " + options + (several ? " are " : " is ") + (assigned ? "assigned. " : "exercised. ");
        var shares = detail.shares();
        if (shares == null) {
            return first + "No shares were booked for it.";
        }
        var price = TradeWords.dollars(shares.price()) + "/share";
        if (shares.opened().isZero()) {
            return first + "It closes " + TradeWords.units(shares.quantity().units(), shares.instrument()) + " at "
                    + price + ".";
        }
        var side = shares.quantity().signum() < 0 ? "short" : "long";
        var opened = shares.quantity().signum() < 0 ? shares.opened().negated() : shares.opened();
        var position = "a " + Numbers.count(opened.units()) + " share " + side + " position in "
                + shares.instrument().spoken() + " at a cost basis of " + price;
        var closing = shares.closed().isZero()
                ? ""
                : ", after closing " + TradeWords.units(shares.closed().units(), shares.instrument());
        return first + "Your option " + (assigned ? "liability" : "right") + " is replaced with " + position + closing
                + ".";
    }

    Block.Expiration expiry(Heading heading, Told told, Happening.Expiry happening, Figure before) {
        var impact = impact(told, happening.entry());
        var after = nav(told, before, impact);
        var leg = happening.detail().leg();
        var lines = new ArrayList<Line>();
        lines.add(Line.main("Event")
                .words("Your " + TradeWords.held(leg.quantity().negated(), leg.instrument()) + " expires worthless. "
                        + ended(leg))
                .marks(Marks.of(happening.entry()))
                .end());
        lines.add(realizedLine(told, happening, leg));
        lines.add(after(before, impact, after));
        return new Block.Expiration(
                heading,
                row(leg, happening.entry()),
                happening.detail().recognition().name(),
                impact,
                before,
                after,
                lines);
    }

    private static String ended(Leg leg) {
        return leg.quantity().signum() > 0
                ? "The premium is now fully realized."
                : "What was paid for it is now fully realized as a loss.";
    }

    private Line realizedLine(Told told, Happening.Expiry happening, Leg leg) {
        var realized = realized(happening.entry(), leg);
        var figure = book.from(
                "Realized by the broker's count",
                realized,
                "fifoPnlRealized = " + Numbers.amount(realized),
                List.of(),
                FigureBook.ids(List.of(happening.entry())),
                place(told, "realized"));
        return Line.main("Realized")
                .change(figure, Numbers.signed(figure.shown()))
                .words(", premium less commissions, by the broker's count"
                        + (told.impact().isZero() ? "; no impact here, since the marks hold it" : ""))
                .end();
    }

    private static Money realized(JournalEntry entry, Leg leg) {
        var stated = leg.brokerRealized();
        return stated != null
                ? stated
                : entry.disposals().stream()
                        .map(Disposal::realizedBroker)
                        .reduce(Money.zero(leg.proceeds().currency()), Money::plus);
    }

    Block.CashMovement cash(Heading heading, Told told, Happening.Cash happening, Figure before) {
        var detail = happening.detail();
        var entries = FigureBook.ids(List.of(happening.entry()));
        var amount = book.from(
                detail.cashType(),
                detail.amount(),
                "as booked: " + Numbers.exact(detail.amount()) + " "
                        + detail.amount().currency(),
                List.of(),
                entries,
                place(told, "amount"));
        var formula = Formula.converted(detail.amount(), detail.rate());
        var impact = book.from(
                "Impact",
                told.impact(),
                FigureBook.equation(formula, told.impact()),
                List.of(Factor.of(amount), FigureBook.rate(detail.rate())),
                entries,
                place(told, "impact"));
        var after = nav(told, before, impact);
        var converted = !detail.rate().from().equals(detail.rate().to());
        var line = Line.main(detail.external() ? "Cash flow" : "NAV Impact");
        if (converted) {
            line.figure(amount, formula.text(told.impact())).words(" = ");
        }
        var lines = List.of(
                Line.main("Event").words(cashWords(happening)).end(),
                (detail.external()
                                ? line.value(impact, Numbers.signed(impact.shown()))
                                : line.result(impact, Numbers.signed(impact.shown())))
                        .marks(Marks.of(happening.entry(), detail.rate()))
                        .end(),
                becomes(before, impact, after));
        return new Block.CashMovement(
                heading,
                detail.cashType(),
                amount,
                TradeTelling.rate(detail.rate()),
                detail.external(),
                impact,
                before,
                after,
                lines);
    }

    private static String cashWords(Happening.Cash cash) {
        var amount = cash.detail().amount();
        var size = Numbers.amount(amount.signum() < 0 ? amount.negated() : amount);
        var description = cash.detail().description();
        var tail = description == null || description.isBlank() ? "." : ": " + description.strip() + ".";
        if (cash.detail().external()) {
            return (amount.signum() < 0 ? "You withdraw " : "You deposit ") + size + tail;
        }
        var type = cash.detail().cashType();
        var word = type.toLowerCase(Locale.ROOT);
        if (word.contains("withholding")) {
            return (amount.signum() < 0 ? "Tax of " + size + " is withheld" : "Tax of " + size + " is returned") + tail;
        }
        return (amount.signum() < 0 ? "You pay " : "You receive ") + size + " (" + type + ")" + tail;
    }

    Block.Cancellation cancellation(Heading heading, Told told, Happening.Cancellation happening, Figure before) {
        var leg = happening.detail().leg();
        var impact = book.from(
                "Impact",
                told.impact(),
                "change of cash and marked value = " + Numbers.amount(told.impact()),
                List.of(FigureBook.rate(leg.rate())),
                FigureBook.ids(List.of(happening.entry())),
                place(told, "impact"));
        var after = nav(told, before, impact);
        var lines = List.of(
                Line.main("Event")
                        .words("The broker takes back a trade of "
                                + TradeWords.units(leg.quantity().units(), leg.instrument()) + " at "
                                + TradeWords.dollars(leg.price()) + ".")
                        .marks(Marks.of(happening.entry(), leg.rate()))
                        .end(),
                Line.main("NAV Impact")
                        .result(impact, Numbers.signed(impact.shown()))
                        .end(),
                becomes(before, impact, after));
        return new Block.Cancellation(heading, row(leg, happening.entry()), impact, before, after, lines);
    }

    private Figure impact(Told told, JournalEntry entry) {
        return book.from(
                "Impact",
                told.impact(),
                told.impact().isZero()
                        ? "told with no impact"
                        : "change of cash and marked value = " + Numbers.amount(told.impact()),
                List.of(),
                FigureBook.ids(List.of(entry)),
                place(told, "impact"));
    }

    private Figure nav(Told told, Figure before, Figure impact) {
        return book.nav(before, impact, told.after().shown(), told.after().exact(), place(told, "nav"));
    }

    private static Line exchanged(Figure impact) {
        var line = Line.main("NAV Impact");
        return impact.shown().isZero()
                ? line.words("This asset exchange has no immediate P&L impact.").end()
                : line.words("Against the last marks this asset exchange changes the value by ")
                        .result(impact, Numbers.signed(impact.shown()))
                        .end();
    }

    private static Line after(Figure before, Figure impact, Figure after) {
        return impact.shown().isZero()
                ? Line.main("NAV remains")
                        .value(after, Numbers.amount(after.shown()))
                        .end()
                : becomes(before, impact, after);
    }

    private static Line becomes(Figure before, Figure impact, Figure after) {
        return Line.main("NAV becomes")
                .figure(before, Numbers.plain(before.shown()))
                .words(impact.shown().signum() < 0 ? " - " : " + ")
                .figure(impact, Numbers.plain(impact.shown()).replace("-", ""))
                .words(" = ")
                .value(after, Numbers.amount(after.shown()))
                .end();
    }

    private static String[] place(Told told, String name) {
        return new String[] {"story", Integer.toString(told.number()), name};
    }

    private BookingRow row(Leg leg, JournalEntry entry) {
        return new BookingRow(
                leg.ids().transactionId(),
                leg.ids().tradeId(),
                clocks.at(entry.occurredAt()),
                leg.instrument().spoken(),
                leg.quantity().toString(),
                leg.price().amount().toPlainString(),
                leg.commission().amount().toPlainString(),
                plain(leg.brokerRealized()),
                plain(leg.brokerMarkToMarket()));
    }

    private static @Nullable String plain(@Nullable Money money) {
        return money == null ? null : money.amount().toPlainString();
    }
}
