package io.flexledger.report.narrative;

import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.bridge.Marks;
import io.flexledger.report.figure.Derivation.Factor;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.narrative.Block.FillRow;
import io.flexledger.report.narrative.Block.Heading;
import io.flexledger.report.story.FillFigures;
import io.flexledger.report.story.Happening.TradeGroup;
import io.flexledger.report.story.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells one group of fills: what was done, what it made line by line, what the value becomes. */
final class TradeTelling {

    private final FigureBook book;
    private final Clocks clocks;
    private final Told told;
    private final TradeGroup group;
    private final Money zero;
    private final ExchangeTelling exchange;

    TradeTelling(FigureBook book, Clocks clocks, Told told, TradeGroup group, Money zero) {
        this.book = book;
        this.clocks = clocks;
        this.told = told;
        this.group = group;
        this.zero = zero;
        this.exchange = new ExchangeTelling(book, told, group);
    }

    Block.Trades tell(Heading heading, Figure before) {
        var entries = FigureBook.ids(group.entries());
        var realized = part("Realized", group.realized(), f -> f.realizedTotal(), "realized");
        var premium = part("Premium", group.premium(), FillFigures::premium, "premium");
        var commissions = part("Commissions", group.charges(), FillFigures::charges, "commissions");
        var total = book.sum(
                "Total in " + group.currency(),
                group.total(),
                group.total(),
                FigureBook.equation(parts(), group.total()),
                List.of(realized, premium, commissions),
                place("total"));
        var factors = new ArrayList<>(exchange.factors());
        factors.add(Factor.of(total));
        group.rates().forEach(rate -> factors.add(FigureBook.rate(rate)));
        if (!otherCharges().isZero()) {
            factors.add(Factor.of("commissions in " + zero.currency(), Numbers.exact(otherCharges())));
        }
        var impact = book.from(
                "P&L impact",
                told.impact(),
                FigureBook.equation(impactFormula(), told.impact()),
                factors,
                entries,
                place("impact"));
        var after = book.nav(before, impact, told.after().shown(), told.after().exact(), place("nav"));
        return new Block.Trades(
                heading,
                group.fills().stream().map(this::row).toList(),
                realized,
                premium,
                commissions,
                total,
                group.rates().stream().map(TradeTelling::rate).toList(),
                impact,
                before,
                after,
                FigureBook.navLine(before.shown(), impact.shown(), after.shown()),
                lines(realized, premium, commissions, total, impact, before, after));
    }

    private String[] place(String name) {
        return new String[] {"story", Integer.toString(told.number()), name};
    }

    private Figure part(String name, Money amount, Function<FillFigures, Money> of, String place) {
        var terms = group.fills().stream().filter(f -> !of.apply(f).isZero()).toList();
        var formula = Formula.sum(
                terms.isEmpty()
                        ? List.of(Formula.of(amount))
                        : terms.stream().map(f -> Formula.of(of.apply(f))).toList());
        var factors = terms.stream()
                .map(f -> Factor.of(f.leg().instrument().spoken(), Numbers.exact(of.apply(f))))
                .toList();
        return book.from(
                name,
                amount,
                FigureBook.equation(formula, amount),
                factors,
                FigureBook.ids(terms.stream().map(FillFigures::entry).toList()),
                place(place));
    }

    private Money otherCharges() {
        return group.otherCharges(zero.currency());
    }

    private Formula parts() {
        return Formula.sum(Stream.of(group.realized(), group.premium(), group.charges())
                .filter(amount -> !amount.isZero() || group.total().isZero())
                .map(Formula::of)
                .toList());
    }

    private Formula impactFormula() {
        var terms = new ArrayList<>(exchange.terms());
        boolean exchanges = !terms.isEmpty();
        group.rates().stream()
                .filter(rate -> !exchanges || !group.totalAt(rate).isZero())
                .forEach(rate -> terms.add(Formula.converted(group.totalAt(rate), rate)));
        if (!otherCharges().isZero()) {
            terms.add(Formula.of(otherCharges()));
        }
        return Formula.sum(terms);
    }

    private List<Line> lines(
            Figure realized,
            Figure premium,
            Figure commissions,
            Figure total,
            Figure impact,
            Figure before,
            Figure after) {
        var digits = parts().digitsFor(group.total());
        var lines = new ArrayList<Line>();
        lines.add(Line.main(group.fills().size() > 1 ? "Events" : "Event")
                .words(TradeWords.events(group))
                .end());
        lines.add(resultLine());
        lines.addAll(new RealizedTelling(book, told, group).lines(realized, digits));
        lines.addAll(exchange.lines());
        if (!group.premium().isZero()) {
            var formula = premiumFormula();
            lines.add(Line.part("Premium")
                    .words(formula == null ? "" : formula.text(group.premium()) + " = ")
                    .change(premium, Formula.of(group.premium()).text(digits))
                    .words(", of options that end worthless today")
                    .end());
        }
        lines.add(Line.part("Commissions")
                .change(commissions, Formula.of(group.charges()).text(digits))
                .end());
        if (!otherCharges().isZero()) {
            lines.add(Line.part("Commissions in " + zero.currency())
                    .words(Numbers.amount(otherCharges()))
                    .end());
        }
        lines.add(totalLine(total, impact));
        lines.add(navLine(before, impact, after));
        return lines;
    }

    private Line navLine(Figure before, Figure impact, Figure after) {
        boolean early = told.session().isBeforeOpen();
        var when = "NAV at " + clocks.observed(told.end()) + " (immediately after the "
                + (group.fills().size() > 1 ? "trades" : "trade") + ")";
        if (impact.shown().isZero()) {
            return Line.main(early ? when : "NAV remains")
                    .value(after, Numbers.amount(after.shown()))
                    .end();
        }
        return Line.main(early ? when : "NAV becomes")
                .figure(before, Numbers.plain(before.shown()))
                .words(impact.shown().signum() < 0 ? " - " : " + ")
                .figure(impact, Numbers.plain(impact.shown()).replace("-", ""))
                .words(" = ")
                .value(after, Numbers.amount(after.shown()))
                .end();
    }

    private Line resultLine() {
        boolean covers = group.fills().stream().allMatch(FillFigures::closesDelivered);
        if (!group.premium().isZero() && group.realized().isZero()) {
            return Line.main("P&L Impact (Premium Received)")
                    .words("The premium counts now, because these options end with this day.")
                    .end();
        }
        if (covers) {
            return Line.main("P&L Impact")
                    .words("This realizes the total " + (group.realized().signum() < 0 ? "loss" : "gain")
                            + " since the strike of the delivery.")
                    .end();
        }
        boolean realizes = group.fills().stream().anyMatch(f -> !f.realized().isEmpty());
        boolean exchanges = group.fills().stream()
                .allMatch(f -> f.leg().opened().isZero() && f.leg().closed().isZero());
        var result = !realizes
                ? exchanges
                        ? group.exchanged().isEmpty()
                                ? "Nothing is realized; the balances are valued at the close."
                                : "Nothing is realized; each side of the exchange counts at its rate."
                        : "Nothing is realized yet; what was opened is valued at the close."
                : "The net result of " + (group.fills().size() > 1 ? "these trades" : "this trade") + " is a realized "
                        + (group.realized().signum() < 0 ? "loss." : "gain.");
        return Line.main("Net P&L Impact").words(result).end();
    }

    private Line totalLine(Figure total, Figure impact) {
        var marks = Stream.concat(
                        group.rates().stream().flatMap(rate -> Marks.of(rate).stream()),
                        group.entries().stream().flatMap(entry -> Marks.of(entry).stream()))
                .distinct()
                .toList();
        var line = Line.total("Total P&L Impact");
        boolean converted = group.rates().stream().anyMatch(rate -> !rate.from().equals(rate.to()));
        if (converted || !otherCharges().isZero() || !group.exchanged().isEmpty()) {
            line.figure(total, impactFormula().text(told.impact())).words(" = ");
        }
        return line.result(impact, Numbers.signed(impact.shown())).marks(marks).end();
    }

    /** Prices of the options times units and multiplier, where that is all of it. */
    private @Nullable Formula premiumFormula() {
        var legs = group.fills().stream()
                .filter(f -> !f.premium().isZero())
                .map(FillFigures::leg)
                .toList();
        var first = legs.getFirst();
        boolean alike = legs.stream()
                .allMatch(leg -> leg.quantity().abs().equals(first.quantity().abs())
                        && leg.instrument()
                                        .multiplier()
                                        .compareTo(first.instrument().multiplier())
                                == 0);
        Formula formula = alike
                ? scaled(Formula.sum(legs.stream().map(TradeTelling::received).toList()), first)
                : Formula.sum(
                        legs.stream().map(leg -> scaled(received(leg), leg)).toList());
        return formula.value(Formula.Digits.EXACT).compareTo(group.premium().amount()) == 0 ? formula : null;
    }

    private static Formula received(Leg leg) {
        return Formula.price(
                leg.quantity().signum() < 0 ? leg.price() : leg.price().negated());
    }

    private static Formula scaled(Formula price, Leg leg) {
        var multiplier = Formula.number(leg.instrument().multiplier(), "");
        return leg.quantity().abs().units().compareTo(BigDecimal.ONE) == 0
                ? Formula.product(price, multiplier)
                : Formula.product(price, Formula.number(leg.quantity().abs().units(), ""), multiplier);
    }

    private FillRow row(FillFigures fill) {
        var leg = fill.leg();
        var effect = (leg.closed().isZero() ? "" : "C")
                + (leg.closed().isZero() || leg.opened().isZero() ? "" : ";")
                + (leg.opened().isZero() ? "" : "O");
        var realized = leg.brokerRealized();
        return new FillRow(
                fill.entry().id().toString(),
                leg.ids().transactionId(),
                leg.ids().tradeId(),
                clocks.at(fill.entry().occurredAt()),
                leg.instrument().spoken(),
                leg.quantity().signum() < 0 ? "SELL" : "BUY",
                effect,
                leg.quantity().toString(),
                leg.price().amount().toPlainString(),
                leg.proceeds().amount().toPlainString(),
                leg.commission().amount().toPlainString(),
                leg.proceeds().plus(fill.charges()).amount().toPlainString(),
                realized == null ? null : realized.amount().toPlainString(),
                leg.proceeds().currency().code(),
                leg.rate().rate().toPlainString(),
                leg.rate().source().name());
    }

    static Block.Rate rate(FxRate rate) {
        return new Block.Rate(rate.rate().toPlainString(), rate.source().name());
    }
}
