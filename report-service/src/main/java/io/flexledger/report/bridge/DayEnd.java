package io.flexledger.report.bridge;

import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.Marked;
import io.flexledger.contracts.journal.EntryDetail.Translated;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.report.bridge.BridgeLine.Kind;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.figure.Formula;
import io.flexledger.report.figure.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of the close, which the story leaves to its last line: one bridge line each. */
final class DayEnd {

    private DayEnd() {}

    static List<BridgeLine> lines(LedgerDay day) {
        var lines = new ArrayList<BridgeLine>();
        for (var entry : day.entries()) {
            var line = line(day, entry);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static @Nullable BridgeLine line(LedgerDay day, JournalEntry entry) {
        var amount = day.economic(entry);
        return switch (entry.detail()) {
            case EntryDetail.InterestAccrued accrued ->
                new BridgeLine(
                        Kind.INTEREST_ACCRUAL,
                        accruedText(accrued),
                        amount,
                        converted(entry, amount),
                        List.of(entry.id()),
                        Marks.of(entry, accrued.rate()));
            case EntryDetail.StatedOnly stated ->
                new BridgeLine(
                        Kind.STATED_ONLY,
                        "ChangeInNAV " + stated.component() + ", which no delivered row itemises",
                        amount,
                        null,
                        List.of(entry.id()),
                        Marks.of(entry));
            case Marked mark ->
                new BridgeLine(
                        Kind.MARK_TO_MARKET,
                        "Mark-to-market " + mark.instrument().spoken(),
                        amount,
                        marked(mark, entry, amount),
                        List.of(entry.id()),
                        Marks.marked(entry, mark));
            case Translated translated ->
                new BridgeLine(
                        Kind.TRANSLATION,
                        translatedText(translated, amount),
                        amount,
                        translated(translated, amount),
                        List.of(entry.id()),
                        Marks.of(entry, translated.to()));
            case EntryDetail.Opening _ -> null;
            case EntryDetail.Traded _ -> null;
            case EntryDetail.Cancelled _ -> null;
            case EntryDetail.Expired _ -> null;
            case EntryDetail.Delivered _ -> null;
            case EntryDetail.CashBooked _ -> null;
        };
    }

    private static String accruedText(EntryDetail.InterestAccrued accrued) {
        var currency = accrued.accrued().currency();
        if (accrued.reversal().isZero()) {
            return "Interest accrual in " + currency;
        }
        return accrued.accrued().isZero()
                ? "Interest accrual in " + currency + " taken back, because it was paid"
                : "Interest accrual in " + currency + ", what was paid taken back";
    }

    private static String translatedText(Translated translated, Money amount) {
        var more = translated(translated, amount) == null ? ", and rows at other rates than the day's" : "";
        return "FX on " + translated.balance().currency() + " balances" + more;
    }

    /** From mark to mark where that is the whole amount; a position opened at several prices has no single start. */
    private static @Nullable Formula marked(Marked mark, JournalEntry entry, Money amount) {
        var units = Formula.units(mark.quantity());
        var move = Formula.difference(Formula.price(mark.to()), Formula.price(mark.from()));
        var multiplier = mark.instrument().multiplier();
        var value = multiplier.compareTo(BigDecimal.ONE) == 0
                ? Formula.product(units, move)
                : Formula.product(units, Formula.number(multiplier, ""), move);
        var formula = isBase(mark.rate()) ? value : withRate(value, mark.rate());
        return gives(formula, amount) ? formula : converted(entry, amount);
    }

    private static Formula withRate(Formula value, FxRate rate) {
        var factors = new ArrayList<>(((Formula.Product) value).factors());
        factors.add(Formula.rate(rate));
        return new Formula.Product(factors);
    }

    private static @Nullable Formula translated(Translated translated, Money amount) {
        var formula = Formula.product(
                Formula.of(translated.balance()),
                Formula.difference(Formula.rate(translated.to()), Formula.rate(translated.from())));
        return gives(formula, amount) ? formula : null;
    }

    private static @Nullable Formula converted(JournalEntry entry, Money amount) {
        if (entry.impacts().size() != 1) {
            return null;
        }
        Impact only = entry.impacts().getFirst();
        var formula = Formula.converted(only.amount(), only.rate());
        return isBase(only.rate()) || !gives(formula, amount) ? null : formula;
    }

    private static boolean isBase(FxRate rate) {
        return rate.from().equals(rate.to());
    }

    private static boolean gives(Formula formula, Money amount) {
        var value = Money.of(formula.value(Formula.Digits.EXACT), amount.currency());
        return Numbers.rounded(value).compareTo(Numbers.rounded(amount)) == 0;
    }
}
