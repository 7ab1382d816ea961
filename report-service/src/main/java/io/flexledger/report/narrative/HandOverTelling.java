package io.flexledger.report.narrative;

import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Kind;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Figure;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.live.HandOver;
import io.flexledger.report.live.NavStep;
import io.flexledger.report.narrative.Block.BridgeRow;
import io.flexledger.report.narrative.Block.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what became of the gateway's value: rates, marks, units, cash, accruals, and what is left, each a line. */
final class HandOverTelling {

    private final LedgerDay day;
    private final FigureBook book;
    private final Clocks clocks;
    private final List<BridgeRow> rows = new ArrayList<>();

    HandOverTelling(LedgerDay day, FigureBook book, Clocks clocks) {
        this.day = day;
        this.book = book;
        this.clocks = clocks;
    }

    /** Empty unless the gateway, the ledger and the broker each had their word on the day. */
    Optional<Section> section() {
        var live = day.lastLive().orElse(null);
        var calculated = day.calculated();
        var official = day.official();
        if (live == null || calculated == null || official == null) {
            return Optional.empty();
        }
        return Optional.of(new Section.HandOver(
                "Hand-over: from the Gateway's Value to the Broker's",
                List.of(block(HandOver.between(live, calculated, official), live))));
    }

    private Block.HandedOver block(HandOver handOver, NavSnapshot live) {
        var from = book.stated(
                "Last live net asset value",
                handOver.live(),
                Kind.LIVE,
                false,
                "the gateway's total as of " + clocks.precise(live.asOf()),
                "hand-over",
                "live");
        var to = book.stated(
                "Official closing net asset value",
                handOver.official(),
                Kind.OFFICIAL,
                false,
                "the broker's total of the day",
                "hand-over",
                "official");
        handOver.steps().forEach(step -> row(step.kind().name(), text(step), step.amount(), step.formula()));
        row("BESIDE", "What the gateway's total held beside its cash, positions and accruals", handOver.beside(), null);
        row(
                "UNEXPLAINED",
                "What the broker's total holds beside the ledger's cash, positions and accruals",
                handOver.unexplained(),
                null);
        var difference = book.sum(
                "Official minus live",
                to.shown().minus(from.shown()),
                handOver.difference(),
                Formula.difference(Formula.bare(to.shown()), Formula.bare(from.shown()))
                                .text(Formula.Digits.CENTS) + " = "
                        + Numbers.amount(to.shown().minus(from.shown())),
                List.of(to, from),
                "hand-over",
                "difference");
        round(difference.shown());
        return new Block.HandedOver(heading(live), from, to, difference, rows, lines(from, to, difference, live));
    }

    private Heading heading(NavSnapshot live) {
        var at = live.asOf();
        return new Heading(
                "hand-over",
                "Hand-Over",
                clocks.span(at, at),
                clocks.heading(at, at, day.date()),
                "",
                clocks.at(at),
                clocks.at(at));
    }

    private List<Line> lines(Figure from, Figure to, Figure difference, NavSnapshot live) {
        return List.of(
                Line.main("Last live NAV")
                        .value(from, Numbers.amount(from.shown()))
                        .words(" as of " + clocks.precise(live.asOf()) + ", stated by the gateway")
                        .end(),
                Line.main("Official Closing NAV")
                        .figure(from, Numbers.plain(from.shown()))
                        .words(difference.shown().signum() < 0 ? " - " : " + ")
                        .figure(difference, Numbers.plain(difference.shown()).replace("-", ""))
                        .words(" = ")
                        .value(to, Numbers.amount(to.shown()))
                        .words(rows.isEmpty() ? "" : ", which the lines below itemise")
                        .end());
    }

    private static String text(NavStep step) {
        return switch (step.kind()) {
            case UNITS -> step.subject() + ": units told since, or told otherwise";
            case UNMARKED -> step.subject() + ": no mark from the gateway, so its value was not itemised";
            case MARK -> step.subject() + ": closing mark less the gateway's";
            case CASH -> step.subject() + " cash stated since, commissions included";
            case ACCRUALS -> "Accruals by the statement, less the gateway's";
            case RATE -> "Official rate of " + step.subject() + " on the gateway's balances";
        };
    }

    private void row(String kind, String text, Money amount, @Nullable Formula formula) {
        if (amount.rounded().isZero()) {
            return;
        }
        var printed = formula == null
                ? Numbers.exact(amount) + " " + amount.currency()
                : FigureBook.equation(formula, amount);
        var figure = book.stated(
                text,
                amount,
                List.of(Kind.LIVE, Kind.CALCULATED, Kind.OFFICIAL),
                printed,
                "hand-over",
                Integer.toString(rows.size() + 1),
                "amount");
        rows.add(new BridgeRow(kind, text, formula == null ? null : formula.text(amount), figure, null, List.of()));
    }

    /** The lines are rounded one by one, the difference once. */
    private void round(Money difference) {
        var shown = rows.stream().map(row -> row.amount().shown()).reduce(Money.zero(day.base()), Money::plus);
        row("ROUNDING", "Rounding of the lines above", difference.minus(shown), null);
    }
}
