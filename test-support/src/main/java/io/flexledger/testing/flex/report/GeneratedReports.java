package io.flexledger.testing.flex.report;

import io.flexledger.testing.statement.StatementSpec;
import io.flexledger.testing.statement.StatementSpec.Breakout;
import io.flexledger.testing.statement.account.MarketCalendar;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.section.FlexResponse;
import io.flexledger.testing.statement.section.Period;
import io.flexledger.testing.statement.simulation.SimulatedAccount;
import io.flexledger.testing.statement.xml.FlexText;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One account's life, told in any pieces: two reports agree on every day both of them cover. The life is played again for
 * each report, from its first day to the last one wanted.
 */
public final class GeneratedReports implements ReportSource {

    private static final int STATEMENTS_PER_SECOND = 4;

    private final StatementSpec spec;
    private final SimulatedAccount life;
    private final Span lifetime;

    private GeneratedReports(StatementSpec spec) {
        this.spec = spec;
        StatementSpec.Accounts accounts = spec.accounts();
        life = new SimulatedAccount(
                spec.seed(), 0, accounts.base(), accounts.euros(), spec.firstDay(), spec.days(), spec.trades());
        lifetime = new Span(spec.firstDay(), spec.lastDay());
    }

    /** Of the spec's first account over all its days; what a report selects is the query's, not the spec's. */
    public static GeneratedReports of(StatementSpec spec) {
        return new GeneratedReports(spec);
    }

    @Override
    public LocalDate lastDay(SimulatedQuery query, LocalDate published) {
        return published.isAfter(lifetime.to()) ? lifetime.to() : published;
    }

    @Override
    public Optional<Report> find(ReportOrder order) {
        List<LocalDate> days = order.span()
                .from()
                .datesUntil(order.span().to().plusDays(1))
                .filter(day -> lifetime.holds(day) && MarketCalendar.isReportDay(day))
                .toList();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        Span covered = new Span(days.getFirst(), days.getLast());
        LocalDateTime generated = order.generatedAt().atZone(FlexText.NEW_YORK).toLocalDateTime();
        return Optional.of(
                switch (order.query().role()) {
                    case CONFIRMS ->
                        new ConfirmReport(order.query(), spec.accounts().id(0), days(covered), generated);
                    case FULL, TRADES, NAV, CASH, EXERCISES, INTEREST ->
                        order.query().breakout() == Breakout.BY_DAY
                                ? out -> writeByDay(order, covered, days.size(), generated, out)
                                : out -> writeWhole(order, covered, generated, out);
                });
    }

    private void writeByDay(ReportOrder order, Span covered, int count, LocalDateTime generated, OutputStream out)
            throws IOException {
        try (FlexResponse response = new FlexResponse(out, order.query().name(), count)) {
            int written = 0;
            for (TradingDay day : days(covered)) {
                response.statement(
                        period(order, new Span(day.date(), day.date()), List.of(day)),
                        generated.plusSeconds(written / STATEMENTS_PER_SECOND),
                        new TreeSet<>(order.query().sections()));
                written++;
            }
        }
    }

    private void writeWhole(ReportOrder order, Span covered, LocalDateTime generated, OutputStream out)
            throws IOException {
        try (FlexResponse response = new FlexResponse(out, order.query().name(), 1)) {
            response.statement(
                    period(order, covered, days(covered)),
                    generated,
                    new TreeSet<>(order.query().sections()));
        }
    }

    private Period period(ReportOrder order, Span covered, Iterable<TradingDay> days) {
        return new Period(account(), order.query().period().label(), covered.from(), covered.to(), days);
    }

    private Period.Account account() {
        return new Period.Account(
                spec.accounts().id(0), spec.accounts().base(), spec.query().levels());
    }

    private Iterable<TradingDay> days(Span covered) {
        return () -> life.stream()
                .dropWhile(day -> day.date().isBefore(covered.from()))
                .takeWhile(day -> !day.date().isAfter(covered.to()))
                .iterator();
    }
}
