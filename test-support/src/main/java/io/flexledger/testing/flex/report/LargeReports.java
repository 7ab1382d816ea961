package io.flexledger.testing.flex.report;

import io.flexledger.testing.statement.GeneratedStatement;
import io.flexledger.testing.statement.StatementSpec;
import io.flexledger.testing.statement.account.MarketCalendar;
import io.flexledger.testing.statement.section.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;

/**
 * Valid reports of about a given size, whatever the period: the days are filled with as many trades as that takes. Nothing
 * larger than a day is ever in memory. Unlike {@link GeneratedReports}, two periods are two accounts' lives.
 *
 * @param account whose reports; days and trades of the spec do not matter
 */
public record LargeReports(StatementSpec account, long bytes) implements ReportSource {

    private static final int FEW = 2_000;
    private static final int MANY = 4_000;

    @Override
    public Optional<Report> find(ReportOrder order) {
        Span span = order.span();
        long days = span.from()
                .datesUntil(span.to().plusDays(1))
                .filter(MarketCalendar::isReportDay)
                .count();
        if (days == 0) {
            return Optional.empty();
        }
        StatementSpec spec = account.withDays(span.from(), Math.toIntExact(days));
        return Optional.of(out -> GeneratedReports.of(sized(spec, order.query().sections()))
                .find(order)
                .orElseThrow()
                .writeTo(out));
    }

    /** Along the line through two small sizes. */
    private StatementSpec sized(StatementSpec spec, Set<Section> sections) throws IOException {
        StatementSpec selected = spec.withSections(sections);
        long few = length(selected.withTrades(FEW));
        long many = length(selected.withTrades(MANY));
        long trades = FEW + (bytes - few) * (MANY - FEW) / Math.max(1, many - few);
        return selected.withTrades(Math.toIntExact(Math.max(0, trades)));
    }

    private static long length(StatementSpec spec) throws IOException {
        Count count = new Count();
        GeneratedStatement.write(spec, count);
        return count.bytes;
    }

    private static final class Count extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }
}
