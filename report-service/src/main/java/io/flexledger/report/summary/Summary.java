package io.flexledger.report.summary;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The days of a period, and what they come to.
 *
 * @param flow      sum of the rows
 * @param gross     sum of the rows
 * @param commissions sum of the rows
 * @param net       sum of the rows
 * @param twr       time-weighted return over the rows, as a fraction
 */
public record Summary(List<SummaryRow> rows, Money flow, Money gross, Money commissions, Money net, BigDecimal twr) {

    public Summary {
        rows = List.copyOf(rows);
    }

    /**
     * What is known of one day.
     *
     * @param opening the broker's starting value
     * @param closing the broker's total, else the best there is
     * @param standing whose closing value it is
     * @param stated   the broker's own return of the day, as a fraction
     */
    public record Day(
            LocalDate date,
            @Nullable Money opening,
            Money closing,
            NavSnapshot.Kind standing,
            EntryTotals totals,
            @Nullable BigDecimal stated) {}

    /** Rows in the order given; a day without an opening value starts where the one before it ended. */
    public static Summary of(AccountId account, CurrencyCode base, List<Day> days) {
        var rows = new ArrayList<SummaryRow>();
        for (var day : days) {
            var before = rows.isEmpty() ? null : rows.getLast().closing();
            var opening = day.opening() != null ? day.opening() : before;
            rows.add(row(account, base, day, opening == null ? Money.zero(base) : opening));
        }
        var returns = rows.stream()
                .map(SummaryRow::netReturn)
                .filter(Objects::nonNull)
                .toList();
        return new Summary(
                rows,
                rows.stream().map(SummaryRow::flow).reduce(Money.zero(base), Money::plus),
                rows.stream().map(SummaryRow::gross).reduce(Money.zero(base), Money::plus),
                rows.stream().map(SummaryRow::commissions).reduce(Money.zero(base), Money::plus),
                rows.stream().map(SummaryRow::net).reduce(Money.zero(base), Money::plus),
                TimeWeightedReturn.period(returns));
    }

    private static SummaryRow row(AccountId account, CurrencyCode base, Day day, Money opening) {
        var totals = day.totals();
        var flow = Money.of(totals.flow(), base);
        var commissions = Money.of(totals.commissions(), base);
        var change = day.closing().minus(opening);
        var net = change.minus(flow);
        return new SummaryRow(
                account,
                day.date(),
                opening,
                flow,
                net.minus(commissions),
                commissions,
                net,
                TimeWeightedReturn.day(opening.amount(), day.closing().amount(), totals.flow())
                        .orElse(null),
                day.stated(),
                day.closing(),
                day.standing() == NavSnapshot.Kind.OFFICIAL ? change.minus(Money.of(totals.impact(), base)) : null,
                marks(totals),
                day.standing());
    }

    private static String marks(EntryTotals totals) {
        var assigned = totals.assignments() > 0 ? "A" : "";
        return totals.exercises() > 0 ? (assigned + " Ex").strip() : assigned;
    }
}
