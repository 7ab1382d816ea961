package io.flexledger.testing.flex;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.flex.report.FolderReports;
import io.flexledger.testing.flex.report.LargeReports;
import io.flexledger.testing.flex.report.Report;
import io.flexledger.testing.flex.report.ReportOrder;
import io.flexledger.testing.flex.report.ReportSource;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.report.Span;
import io.flexledger.testing.statement.GeneratedStatement;
import io.flexledger.testing.statement.StatementSpec;
import io.flexledger.testing.statement.identity.StatementIdentities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportSourcesTest {

    private static final SimulatedQuery QUERY = SimulatedQuery.full("1234567");

    private static LocalDate july(int day) {
        return LocalDate.of(2025, 7, day);
    }

    private static Optional<Report> find(ReportSource source, int from, int to) {
        return source.find(new ReportOrder(QUERY, new Span(july(from), july(to)), Instant.EPOCH));
    }

    private static byte[] bytes(Optional<Report> report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.orElseThrow().writeTo(out);
        return out.toByteArray();
    }

    @Nested
    class Folder {

        @TempDir
        private Path directory;

        private byte[] put(String name, int from, int days) throws IOException {
            byte[] report = GeneratedStatement.bytes(
                    StatementSpec.seeded(1).withDays(july(from), days).withTrades(0));
            Files.write(directory.resolve(name), report);
            return report;
        }

        @Test
        void givesTheFileThatReachesFurthestWithinThePeriod() throws IOException {
            put("full-1.xml", 1, 3);
            byte[] second = put("full-2.xml", 1, 8);
            put("1234567.xml", 10, 1);
            put("full-3.xml", 1, 14);
            put("fuller.xml", 1, 12);
            Files.writeString(directory.resolve("full-4.xml"), "<FlexStatementResponse/>");
            Files.writeString(directory.resolve("full-5.xml"), "no XML");

            assertThat(bytes(find(new FolderReports(directory), 1, 16))).isEqualTo(second);
        }

        @Test
        void prefersTheFileThatBeginsWhereThePeriodDoes() throws IOException {
            put("full-1.xml", 1, 8);
            byte[] day = put("1234567_day.xml", 10, 1);

            assertThat(bytes(find(new FolderReports(directory), 10, 10))).isEqualTo(day);
        }

        @Test
        void hasNothingForDaysInNoFile() throws IOException {
            put("full.xml", 1, 8);

            assertThat(find(new FolderReports(directory), 14, 18)).isEmpty();
        }

        @Test
        void isNeverNewerThanItsFiles() throws IOException {
            put("full.xml", 1, 8);

            assertThat(new FolderReports(directory).lastDay(QUERY, july(18))).isEqualTo(july(10));
            assertThat(new FolderReports(directory)
                            .lastDay(SimulatedQuery.full("9").with(QUERY.period()), july(1)))
                    .isEqualTo(july(1));
        }
    }

    @Nested
    class Large {

        private final LargeReports source = new LargeReports(StatementSpec.seeded(1), 20_000_000);

        @Test
        void isAboutAsLargeAsWanted() throws IOException {
            assertThat(bytes(find(source, 1, 18)).length).isBetween(14_000_000, 28_000_000);
        }

        @Test
        void isAReportLikeAnyOther() throws IOException {
            byte[] report = bytes(find(new LargeReports(StatementSpec.seeded(1), 5_000_000), 1, 3));

            assertThat(StatementIdentities.check(report)).isEmpty();
        }
    }
}
