package io.flexledger.report.narrative;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.id.EventId;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a group realised: one line per origin of the closed units, and their sum where there is more than one. */
final class RealizedTelling {

    private static final int TERMS_SHOWN = 6;

    private final FigureBook book;
    private final Told told;
    private final TradeGroup group;

    RealizedTelling(FigureBook book, Told told, TradeGroup group) {
        this.book = book;
        this.told = told;
        this.group = group;
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
            lines.add(Line.part(label(group.realized()) + " in all")
                    .change(realized, Formula.of(group.realized()).text(digits))
                    .end());
        }
        return lines;
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        merged().forEach((alike, fills) -> parts.add(carried(alike, fills)));
        var today = having(Realized.OpenedToday.class);
        if (!today.isEmpty()) {
            parts.add(openedToday(today));
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
        return FigureBook.ids(fills.stream().map(FillFigures::entry).distinct().toList());
    }

    private static String label(Money amount) {
        return amount.signum() < 0 ? "Realized Loss" : "Realized Gain";
    }

    private Part openedToday(List<FillFigures> fills) {
        var today = fills.stream()
                .flatMap(fill -> fill.realized().stream())
                .filter(Realized.OpenedToday.class::isInstance)
                .map(Realized.OpenedToday.class::cast)
                .toList();
        var sum = today.stream().map(Realized::amount).reduce(Money.zero(group.currency()), Money::plus);
        boolean terms = today.size() > 1 && today.size() <= TERMS_SHOWN;
        var formula = terms
                ? Formula.sum(
                        today.stream().map(Realized::amount).map(Formula::bare).toList())
                : null;
        var whose = today.stream().allMatch(Realized.OpenedToday::stated)
                ? ", the broker's figure"
                : ", by the ledger's own count where the broker states none";
        return new Part(label(sum), sum, formula, whose + ", net of both sides' commissions", ids(fills), true);
    }

    /** Units carried at one price and closed at one price, by however many fills. */
    private record Alike(Instrument instrument, Money from, Money to, boolean isShort, boolean known) {
        static Alike of(FillFigures fill, Realized.CarriedIn part) {
            boolean isShort = part.quantity().signum() < 0;
            return new Alike(fill.leg().instrument(), part.from(), part.to(), isShort, part.basisKnown());
        }
    }

    private Map<Alike, List<FillFigures>> merged() {
        var merged = new LinkedHashMap<Alike, List<FillFigures>>();
        for (var fill : group.fills()) {
            carriedIn(fill)
                    .map(part -> Alike.of(fill, part))
                    .distinct()
                    .forEach(alike -> merged.computeIfAbsent(alike, _ -> new ArrayList<>())
                            .add(fill));
        }
        return merged;
    }

    private static Stream<Realized.CarriedIn> carriedIn(FillFigures fill) {
        return fill.realized().stream()
                .filter(Realized.CarriedIn.class::isInstance)
                .map(Realized.CarriedIn.class::cast);
    }

    private Part carried(Alike alike, List<FillFigures> fills) {
        var parts = fills.stream()
                .flatMap(fill ->
                        carriedIn(fill).filter(part -> Alike.of(fill, part).equals(alike)))
                .toList();
        var units = parts.stream().map(part -> part.quantity().abs().units()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var amount = parts.stream().map(Realized::amount).reduce(Money.zero(group.currency()), Money::plus);
        var words = alike.known()
                ? ""
                : "not known, because " + alike.instrument().spoken() + " was opened before the first statement";
        return new Part(label(amount), amount, product(alike, units), words, ids(fills), alike.known());
    }

    /** A short gains when it is bought back lower, so its prices are told the other way round. */
    private static Formula product(Alike alike, BigDecimal units) {
        var move = alike.isShort()
                ? Formula.difference(Formula.price(alike.from()), Formula.price(alike.to()))
                : Formula.difference(Formula.price(alike.to()), Formula.price(alike.from()));
        var multiplier = alike.instrument().multiplier();
        boolean one = units.compareTo(BigDecimal.ONE) == 0;
        if (multiplier.compareTo(BigDecimal.ONE) == 0) {
            boolean shares = alike.instrument().assetCategory().equals("STK");
            return Formula.product(move, Formula.number(units, shares ? (one ? "share" : "shares") : ""));
        }
        return one
                ? Formula.product(move, Formula.number(multiplier, ""))
                : Formula.product(move, Formula.number(units, ""), Formula.number(multiplier, ""));
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
