package io.flexledger.report.narrative;

import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.story.FillFigures;
import io.flexledger.report.story.Happening.TradeGroup;
import io.flexledger.report.story.Realized;
import io.flexledger.report.story.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a group realised: one line per origin of the closed units, and their sum where there is more than one. */
final class RealizedTelling {

    private static final int TERMS_SHOWN = 6;

    private final FigureBook book;
    private final Told told;
    private final TradeGroup group;
    private final String label;

    RealizedTelling(FigureBook book, Told told, TradeGroup group) {
        this.book = book;
        this.told = told;
        this.group = group;
        this.label = group.realized().signum() < 0 ? "Realized Loss" : "Realized Gain";
    }

    /**
     * A line to be.
     *
     * @param formula absent where the amount has no arithmetic to show
     * @param tail    words after the amount
     */
    private record Part(
            String label, Money amount, @Nullable Formula formula, String tail, List<EventId> entries, boolean known) {}

    List<Line> lines(Figure realized, Formula.Digits digits) {
        var parts = parts();
        var lines = new ArrayList<Line>();
        for (var part : parts) {
            lines.add(line(part, parts.size() == 1 ? realized : figure(part, lines.size() + 1), digits));
        }
        if (lines.size() > 1) {
            lines.add(Line.part(label + " in all")
                    .change(realized, Formula.of(group.realized()).text(digits))
                    .end());
        }
        return lines;
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (var fill : group.fills()) {
            for (var realized : fill.realized()) {
                if (realized instanceof Realized.CarriedIn carried) {
                    parts.add(carried(fill, carried));
                }
            }
        }
        var today = having(Realized.OpenedToday.class);
        if (!today.isEmpty()) {
            var amounts = today.stream().map(FillFigures::realized).flatMap(List::stream);
            parts.add(openedToday(
                    amounts.filter(Realized.OpenedToday.class::isInstance)
                            .map(Realized::amount)
                            .toList(),
                    today));
        }
        var moved = having(Realized.PriceMove.class);
        if (!moved.isEmpty()) {
            parts.add(new Part(
                    "Price move of closed units since they were last valued",
                    group.realized(),
                    null,
                    "",
                    ids(moved),
                    true));
        }
        return parts;
    }

    private List<FillFigures> having(Class<? extends Realized> kind) {
        return group.fills().stream()
                .filter(fill -> fill.realized().stream().anyMatch(kind::isInstance))
                .toList();
    }

    private static List<EventId> ids(List<FillFigures> fills) {
        return FigureBook.ids(fills.stream().map(FillFigures::entry).toList());
    }

    private Part openedToday(List<Money> amounts, List<FillFigures> fills) {
        var sum = amounts.stream().reduce(Money.zero(group.currency()), Money::plus);
        boolean terms = amounts.size() > 1 && amounts.size() <= TERMS_SHOWN;
        var formula = terms ? Formula.sum(amounts.stream().map(Formula::bare).toList()) : null;
        return new Part(label, sum, formula, ", the broker's figure, net of both sides' commissions", ids(fills), true);
    }

    /** A short gains when it is bought back lower, so its prices are told the other way round. */
    private Part carried(FillFigures fill, Realized.CarriedIn part) {
        boolean isShort = part.quantity().signum() < 0;
        var move = isShort
                ? Formula.difference(Formula.price(part.from()), Formula.price(part.to()))
                : Formula.difference(Formula.price(part.to()), Formula.price(part.from()));
        var units = part.quantity().abs().units();
        boolean single = part.multiplier().compareTo(BigDecimal.ONE) == 0;
        var formula = single
                ? Formula.product(move, Formula.number(units, unit(fill.leg())))
                : Formula.product(move, Formula.number(units, ""), Formula.number(part.multiplier(), ""));
        var words = part.basisKnown()
                ? ""
                : "not known, because " + fill.leg().instrument().spoken() + " was opened before the first statement";
        return new Part(label, part.amount(), formula, words, ids(List.of(fill)), part.basisKnown());
    }

    private static String unit(Leg leg) {
        return leg.instrument().assetCategory().equals("STK") ? "shares" : "";
    }

    private Figure figure(Part part, int number) {
        var formula = part.formula();
        return book.from(
                "Realized, part " + number,
                part.amount(),
                formula == null ? Numbers.amount(part.amount()) : FigureBook.equation(formula, part.amount()),
                List.of(),
                part.entries(),
                "story",
                Integer.toString(told.number()),
                "realized",
                Integer.toString(number));
    }

    private static Line line(Part part, Figure figure, Formula.Digits digits) {
        var line = Line.part(part.label());
        if (!part.known()) {
            return line.words(part.tail()).end();
        }
        var formula = part.formula();
        return line.words(formula == null ? "" : formula.text(part.amount()) + " = ")
                .change(figure, Formula.of(part.amount()).text(digits))
                .words(part.tail())
                .end();
    }
}
