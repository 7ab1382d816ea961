package io.flexledger.ingestor.artifact;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.artifact.FoundStatement.Identified;
import io.flexledger.ingestor.artifact.FoundStatement.Unidentified;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.xml.ScanLimits;
import java.io.ByteArrayInputStream;
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

    private static final Instant RECEIVED = Instant.parse("2025-07-20T09:00:00Z");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

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
    class Encodings {

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "utf8", "ISO-8859-1", "iso-8859-1", "latin1", "windows-1252", "Cp1252"})
        void areReadAsDeclared(String encoding) throws IOException {
            var charset = Charset.forName(encoding);
            var statement = statementOf("Ü1", "20250718", "20250719", "<Trade description='Größe'/>");
            var bytes = report().declared(encoding)
                    .query("Täglich")
                    .statement(statement)
                    .toString()
                    .getBytes(charset);

            var report = scanned(bytes);

            assertThat(report.envelope()).isEqualTo(new Envelope("Täglich", "AF", charset.name()));
            var found = (Identified) report.statements().getFirst();
            assertThat(found.account().value()).isEqualTo("Ü1");
            assertThat(new String(
                            bytes,
                            (int) found.slice().offset(),
                            (int) found.slice().length(),
                            charset))
                    .isEqualTo(statement);
        }

        @Test
        void mayBeAscii() throws IOException {
            var bytes = report().declared("US-ASCII")
                    .statement("U1", "20250718")
                    .toString()
                    .getBytes(US_ASCII);

            assertThat(scanned(bytes).envelope().charset()).isEqualTo("US-ASCII");
        }

        @Test
        void mayHoldAEuroSignInWindows1252() throws IOException {
            var bytes = report().declared("windows-1252")
                    .query("€")
                    .statement("U1", "20250718")
                    .toString()
                    .getBytes(WINDOWS_1252);

            assertThat(scanned(bytes).envelope().query()).isEqualTo("€");
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-32", "Shift_JIS", "no-such-thing"})
        void areRefusedByNameWhenOthersAreDeclared(String encoding) throws IOException {
            var bytes = report().declared(encoding)
                    .statement("U1", "20250718")
                    .toString()
                    .getBytes(UTF_8);

            var refusal = refusal(bytes);

            assertThat(refusal.code()).isEqualTo(RefusalCode.UNSUPPORTED_ENCODING);
            assertThat(refusal.detail()).contains(encoding, "UTF-8, US-ASCII, ISO-8859-1 and windows-1252");
        }

        @Test
        void areRefusedWhenCharactersHaveTwoBytes() throws IOException {
            assertThat(refusal(report().statement("U1", "20250718").toString().getBytes(UTF_16))
                            .code())
                    .isEqualTo(RefusalCode.UNSUPPORTED_ENCODING);
        }

        @Test
        void areRefusedWhenBytesAreNotUtf8() throws IOException {
            var bytes = report().query("Größe")
                    .statement("U1", "20250718")
                    .toString()
                    .getBytes(ISO_8859_1);

            assertThat(refusal(bytes).code()).isEqualTo(RefusalCode.WRONG_ENCODING);
        }

        @Test
        void areRefusedWhenBytesAreNotAscii() throws IOException {
            var bytes = report().declared("US-ASCII")
                    .query("Größe")
                    .statement("U1", "20250718")
                    .toString()
                    .getBytes(UTF_8);

            assertThat(refusal(bytes).code()).isEqualTo(RefusalCode.WRONG_ENCODING);
        }

        @Test
        void areRefusedWhenTheMarkContradictsTheDeclaration() throws IOException {
            var text = "\ufeff" + report().declared("ISO-8859-1").statement("U1", "20250718");

            assertThat(refusal(text.getBytes(UTF_8)).code()).isEqualTo(RefusalCode.WRONG_ENCODING);
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

    @Nested
    class AmbiguousDates {

        @Test
        void areSettledByAnyDateOfTheFile() throws IOException {
            var text = report().statement(statementOf(
                    "U1", "04/07/25", "", "<Trade tradeDate='03/07/25;101500' reportDate='17/07/25'/>"));

            assertThat(identified(text.toString()).from()).isEqualTo("2025-07-04");
        }

        @Test
        void areSettledByTheOrderOfTheirDays() throws IOException {
            var text = report().statement(
                            "<FlexStatement accountId='U1' fromDate='05/01/25' toDate='04/02/25' whenGenerated='20250720'/>");

            assertThat(identified(text.toString()).periodKey()).isEqualTo("2025-01-05/2025-02-04");
        }

        @Test
        void areSettledByTheTimeOfGeneration() throws IOException {
            var text = report().statement(
                            "<FlexStatement accountId='U1' fromDate='04/05/25' toDate='04/05/25' whenGenerated='20250406'/>");

            assertThat(identified(text.toString()).from()).isEqualTo("2025-04-05");
        }

        @Test
        void areRejectedWhenNothingSettlesThem() throws IOException {
            var text = report().statement(
                            "<FlexStatement accountId='U1' fromDate='04/05/25' toDate='04/05/25' whenGenerated='20250720'/>");

            assertThat(unidentified(text.toString()).code()).isEqualTo(RefusalCode.AMBIGUOUS_DATE);
        }

        @Test
        void areHarmlessWhenBothReadingsAgree() throws IOException {
            var text = report().statement(
                            "<FlexStatement accountId='U1' fromDate='05/05/25' toDate='05/05/25' whenGenerated='20250720'/>");

            assertThat(identified(text.toString()).from()).isEqualTo("2025-05-05");
        }
    }

    @Nested
    class Accounts {

        @ParameterizedTest
        @ValueSource(strings = {"accountId=''", "accountId='-'", ""})
        void comeFromTheirOwnSectionFirst(String attribute) throws IOException {
            var text = report().statement(
                            "<FlexStatement " + attribute + " fromDate='20250718' toDate='20250718'>"
                                    + "<Trade accountId='-'/><Trade accountId='U1'/><AccountInformation accountId='U2'/></FlexStatement>");

            assertThat(identified(text.toString()).account().value()).isEqualTo("U2");
            assertThat(scanned(text.toString()).remarks().getFirst())
                    .isEqualTo("statement 1 names no account; filed under U2, the first of U2, U1 its rows name");
        }

        @Test
        void comeFromTheFirstRowElse() throws IOException {
            var text = report().statement(
                            "<FlexStatement fromDate='20250718' toDate='20250718' whenGenerated='20250719'>"
                                    + "<Trade accountId=''/><Trade accountId='U3'/></FlexStatement>");

            assertThat(identified(text.toString()).account().value()).isEqualTo("U3");
            assertThat(scanned(text.toString()).remarks())
                    .containsExactly("statement 1 names no account; its rows belong to U3");
        }

        @Test
        void thatNobodyNamesRejectTheStatementAlone() throws IOException {
            var text = report().statement(
                            "<FlexStatement accountId='' fromDate='20250718' toDate='20250718'><Trade/></FlexStatement>")
                    .statement("U1", "20250718");

            var found = scanned(text.toString()).statements();

            assertThat(((Unidentified) found.getFirst()).refusal().code()).isEqualTo(RefusalCode.MISSING_ACCOUNT);
            assertThat(found.getLast()).isInstanceOf(Identified.class);
        }

        @Test
        void withoutEndAreRejected() throws IOException {
            var text = report().statement("U".repeat(65), "20250718");

            assertThat(unidentified(text.toString()).detail()).contains("65 characters", "at most 64");
        }
    }

    @Nested
    class Periods {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "fromDate='garbage' toDate='20250718'",
                    "fromDate='20250718' toDate='20250717'",
                    "fromDate='20250230' toDate='20250230'"
                })
        void thatMakeNoSenseRejectTheStatement(String dates) throws IOException {
            var text = report().statement("<FlexStatement accountId='U1' " + dates + "/>");

            assertThat(unidentified(text.toString()).code()).isEqualTo(RefusalCode.MISSING_PERIOD);
        }

        @Test
        void withOneEndAreOneDay() throws IOException {
            var text = report().statement("<FlexStatement accountId='U1' toDate='20250718'/>");

            assertThat(identified(text.toString()).periodKey()).isEqualTo("2025-07-18");
        }
    }

    private static Scan.Report scanned(String text) throws IOException {
        return scanned(text.getBytes(UTF_8));
    }

    private static Scan.Report scanned(byte[] bytes) throws IOException {
        var scan = scan(bytes);
        assertThat(scan).isInstanceOf(Scan.Report.class);
        return (Scan.Report) scan;
    }

    private static Refusal refusal(byte[] bytes) throws IOException {
        var scan = scan(bytes);
        assertThat(scan).isInstanceOf(Scan.Refused.class);
        return ((Scan.Refused) scan).refusal();
    }

    private static Identified identified(String text) throws IOException {
        var found = scanned(text).statements().getFirst();
        assertThat(found).isInstanceOf(Identified.class);
        return (Identified) found;
    }

    private static Refusal unidentified(String text) throws IOException {
        var found = scanned(text).statements().getFirst();
        assertThat(found).isInstanceOf(Unidentified.class);
        return ((Unidentified) found).refusal();
    }

    private static Scan scan(byte[] bytes) throws IOException {
        return StatementScanner.scan(new ByteArrayInputStream(bytes), RECEIVED, ScanLimits.DEFAULT);
    }
}
