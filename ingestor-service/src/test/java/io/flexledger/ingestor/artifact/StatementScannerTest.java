package io.flexledger.ingestor.artifact;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static io.flexledger.ingestor.artifact.Scans.RECEIVED;
import static io.flexledger.ingestor.artifact.Scans.identified;
import static io.flexledger.ingestor.artifact.Scans.scanned;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.artifact.FoundStatement.Identified;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementScannerTest {

    @Nested
    class Places {

        @Test
        void areExactBehindTextOfSeveralBytes() throws IOException {
            var text = report().query("Größe € 😀")
                    .statement(statementOf(
                            "U1", "20250717", "20250718;042700", "<Trade symbol='é>' note=\"<\u20ac&gt;\"/>"))
                    .statement("U2", "20250718")
                    .toString()
                    .replace("<Trade symbol='é>' note=\"<€&gt;\"/>", "<Trade symbol='é>' note=\"€&gt;\"/>");

            assertThat(slices(text, UTF_8))
                    .containsExactly(
                            statementOf("U1", "20250717", "20250718;042700", "<Trade symbol='é>' note=\"€&gt;\"/>"),
                            statementOf("U2", "20250718", "20250719;042700", "<Trades />"));
        }

        @Test
        void areExactBehindAMarkOfUtf8() throws IOException {
            assertThat(slices("\ufeff" + report().statement("U1", "20250718"), UTF_8))
                    .containsExactly(statementOf("U1", "20250718", "20250719;042700", "<Trades />"));
        }

        @Test
        void areExactWithWindowsLineEnds() throws IOException {
            var statement = statementOf("U1", "20250718", "20250719;042700", "<Trades />")
                    .replace("\n", "\r\n");

            assertThat(slices(
                            report().declared("UTF-8")
                                    .statement(statement)
                                    .toString()
                                    .replace("\n", "\r\n")
                                    .replace("\r\r", "\r"),
                            UTF_8))
                    .containsExactly(statement);
        }

        @Test
        void ignoreWhatOnlyLooksLikeAStatement() throws IOException {
            var statement = "<FlexStatement accountId='U1' toDate='20250718' fromDate='20250718'>"
                    + "<!-- <FlexStatement></FlexStatement> --><![CDATA[<FlexStatement>]]>"
                    + "<Trade note='&lt;FlexStatement>'/></FlexStatement >";

            assertThat(slices(
                            report().statement("<!-- <FlexStatement/> -->" + statement)
                                    .toString(),
                            UTF_8))
                    .containsExactly(statement);
        }

        @Test
        void holdForAnEmptyStatement() throws IOException {
            var statement = "<FlexStatement accountId='U1' fromDate='20250718' toDate='20250718'\n />";

            assertThat(slices(report().statement(statement).toString(), UTF_8)).containsExactly(statement);
        }

        @Test
        void areExactFarIntoADocument() throws IOException {
            var rows = "<Trade description=\"ÄÖÜ €uro\" />\r\n".repeat(20_000);
            var text = report().statement(statementOf("U1", "20250717", "20250718", rows))
                    .statement("U1", "20250718");

            assertThat(slices(text.toString(), UTF_8).getLast())
                    .isEqualTo(statementOf("U1", "20250718", "20250719;042700", "<Trades />"));
        }

        private static List<String> slices(String text, Charset charset) throws IOException {
            var bytes = text.getBytes(charset);
            return scanned(bytes).statements().stream()
                    .map(FoundStatement::slice)
                    .map(slice -> new String(bytes, (int) slice.offset(), (int) slice.length(), charset))
                    .toList();
        }
    }

    @Nested
    class Statements {

        @Test
        void sayWhoseTheyAreAndWhatTheyCover() throws IOException {
            var text = report().query("NAV (1244257) MTD")
                    .statement("<FlexStatement accountId=\"U7654321\" fromDate=\"20250701\" toDate=\"20250718\""
                            + " period=\"MonthToDate\" whenGenerated=\"20250721;033012 EDT\"></FlexStatement>");

            assertThat(identified(text.toString()))
                    .extracting(
                            found -> found.account().value(),
                            Identified::from,
                            Identified::to,
                            Identified::periodKey,
                            Identified::period,
                            Identified::generatedAt)
                    .containsExactly(
                            "U7654321",
                            LocalDate.parse("2025-07-01"),
                            LocalDate.parse("2025-07-18"),
                            "2025-07-01/2025-07-18",
                            "MonthToDate",
                            Instant.parse("2025-07-21T07:30:12Z"));
        }

        @Test
        void areManyInOneFile() throws IOException {
            var text = report();
            for (int day = 1; day <= 23; day++) {
                text.statement("U1", "202507%02d".formatted(day));
            }

            assertThat(scanned(text.toString()).statements())
                    .extracting(found -> ((Identified) found).from().getDayOfMonth())
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23);
        }

        @Test
        void ofTwoAccountsStayApart() throws IOException {
            var text = report().statement("U1", "20250718").statement("U2", "20250718");

            assertThat(scanned(text.toString()).statements())
                    .extracting(found -> ((Identified) found).account().value())
                    .containsExactly("U1", "U2");
        }

        @Test
        void areCountedWhateverTheFileAnnounces() throws IOException {
            var text = report().statement("U1", "20250717")
                    .statement("U1", "20250718")
                    .toString()
                    .replace("count=\"2\"", "count=\"3\"");

            assertThat(scanned(text).statements()).hasSize(2);
            assertThat(scanned(text).remarks())
                    .containsExactly("the file announces 3 statements and holds 2; the count is not used");
        }

        @Test
        void mayBeTradeConfirmations() throws IOException {
            var text = report().statement("U1", "20250718").toString().replace("\"AF\"", "\"TCF\"");

            assertThat(scanned(text).envelope().kind()).isEqualTo("TCF");
        }

        @ParameterizedTest
        @CsvSource({
            "20250718;042700, 2025-07-18T08:27:00Z",
            "20250118;042700, 2025-01-18T09:27:00Z",
            "20250718;042700 EDT, 2025-07-18T08:27:00Z",
            "20251102;013000 EDT, 2025-11-02T05:30:00Z",
            "20251102;013000 EST, 2025-11-02T06:30:00Z",
            "2025-07-18;042700, 2025-07-18T08:27:00Z",
            "2025-07-18;04:27:00, 2025-07-18T08:27:00Z",
            "2025-07-18;04:27:00 EDT, 2025-07-18T08:27:00Z",
            "2025-07-18T04:27:00, 2025-07-18T08:27:00Z",
            "2025-07-18T04:27:00Z, 2025-07-18T04:27:00Z",
            "2025-07-18T04:27:00+08:00, 2025-07-17T20:27:00Z",
            "'2025-07-18, 04:27:00', 2025-07-18T08:27:00Z",
            "20250718 042700, 2025-07-18T08:27:00Z",
            "20250718 04:27:00, 2025-07-18T08:27:00Z",
            "20250718042700, 2025-07-18T08:27:00Z",
            "18-JUL-25;042700, 2025-07-18T08:27:00Z",
            "20250718, 2025-07-18T04:00:00Z"
        })
        void sayWhenTheyWereGenerated(String generated, String instant) throws IOException {
            var text = report().statement(statementOf("U1", "20250717", generated, ""));

            assertThat(identified(text.toString()).generatedAt()).isEqualTo(Instant.parse(instant));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "garbage", "20251399;042700", "20250718;042700 HKT"})
        void areGeneratedWhenReceivedIfTheyDoNotSay(String generated) throws IOException {
            var text = report().statement(statementOf("U1", "20250717", generated, ""))
                    .toString();

            assertThat(identified(text).generatedAt()).isEqualTo(RECEIVED);
            assertThat(scanned(text).remarks())
                    .containsExactly(
                            "statement 1 does not say when it was generated; the time of receipt stands for it");
        }

        @ParameterizedTest
        @ValueSource(strings = {"20250717", "2025-07-17", "07/17/25", "17/07/2025", "17-JUL-25", "17-jul-2025"})
        void coverDaysInAnyShape(String day) throws IOException {
            var text = report().statement(statementOf("U1", day, "20250718", ""));

            assertThat(identified(text.toString()).periodKey()).isEqualTo("2025-07-17");
        }
    }
}
