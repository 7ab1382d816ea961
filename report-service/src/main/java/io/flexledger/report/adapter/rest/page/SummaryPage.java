package io.flexledger.report.adapter.rest.page;

import io.flexledger.contracts.money.Money;
import io.flexledger.report.figure.FigureId;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.summary.Summary;
import io.flexledger.report.summary.SummaryRow;
import io.flexledger.report.summary.TimeWeightedReturn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The summary, ready for its template. */
record SummaryPage(
        String account,
        String currency,
        List<DayRow> rows,
        SpanView flow,
        SpanView gross,
        SpanView commissions,
        SpanView net,
        SpanView twr,
        List<ReturnGap> gaps,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** A day whose return is not the broker's. */
    record ReturnGap(LocalDate date, String ours, String brokers) {
        static Optional<ReturnGap> of(SummaryRow row) {
            var ours = row.netReturn();
            var brokers = row.statedReturn();
            return ours == null || brokers == null || row.returnGap().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ReturnGap(row.date(), percent(ours), percent(brokers)));
        }
    }

    record DayRow(
            LocalDate date,
            SpanView opening,
            SpanView flow,
            SpanView gross,
            SpanView commissions,
            SpanView net,
            SpanView netReturn,
            SpanView closing,
            SpanView unexplained,
            boolean isOff,
            String marks,
            boolean provisional) {

        static DayRow of(SummaryRow row) {
            var unexplained = row.unexplained();
            var netReturn = row.netReturn();
            return new DayRow(
                    row.date(),
                    span(row, "opening", Numbers.plain(row.opening())).neutral(),
                    span(row, "flow", signed(row.flow())).neutral(),
                    span(row, "gross", signed(row.gross())),
                    span(row, "commissions", signed(row.commissions())),
                    span(row, "net", signed(row.net())),
                    span(row, "net", netReturn == null ? "" : percent(netReturn)),
                    span(row, "closing", Numbers.plain(row.closing())).neutral(),
                    unexplained == null
                            ? plain("")
                            : span(row, "unexplained", signed(unexplained)).neutral(),
                    unexplained != null && !unexplained.rounded().isZero(),
                    row.marks(),
                    row.isProvisional());
        }

        private static SpanView span(SummaryRow row, String column, String text) {
            var figure = FigureId.of(row.account(), row.date(), "summary", column);
            return new SpanView(
                    text, SpanView.traceOf(figure.value()), plain(text).style());
        }
    }

    static SummaryPage of(String account, Summary summary, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new SummaryPage(
                account,
                summary.net().currency().code(),
                summary.rows().stream().map(DayRow::of).toList(),
                plain(signed(summary.flow())).neutral(),
                plain(signed(summary.gross())),
                plain(signed(summary.commissions())),
                plain(signed(summary.net())),
                plain(percent(summary.twr())),
                summary.rows().stream()
                        .map(ReturnGap::of)
                        .flatMap(Optional::stream)
                        .toList(),
                from,
                to);
    }

    private static String signed(Money money) {
        return Numbers.signedPlain(money);
    }

    private static String percent(BigDecimal fraction) {
        return Numbers.percent(TimeWeightedReturn.percent(fraction));
    }

    private static SpanView plain(String text) {
        var style = text.startsWith("+") ? "gain" : text.startsWith("-") ? "loss" : "";
        return new SpanView(text, null, style);
    }
}
