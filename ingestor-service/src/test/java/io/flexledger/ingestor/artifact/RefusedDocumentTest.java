package io.flexledger.ingestor.artifact;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.xml.ScanLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedDocumentTest {

    private static final String DOCUMENT = report().declared("UTF-8")
            .query("Größe €")
            .statement(statementOf("U1", "20250717", "20250718;042700", "<Trade symbol=\"é\" />\n".repeat(30)))
            .statement(statementOf("U1", "20250718", "20250719;042700", "<Trade symbol='😀' />\n".repeat(30)))
            .toString()
            .strip();

    @Test
    void emptyFileIsNamed() throws IOException {
        assertThat(refusal("").code()).isEqualTo(RefusalCode.EMPTY_FILE);
        assertThat(refusal(" \r\n\t ").code()).isEqualTo(RefusalCode.EMPTY_FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>Log in</body></html>",
                "\n\n<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<HTML>",
                "<html>",
                "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>"
            })
    void webPageIsNamed(String page) throws IOException {
        assertThat(refusal(page).code()).isEqualTo(RefusalCode.HTML_PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ClientAccountID\",\"AccountAlias\",\"Model\"\n\"U1\",\"\",\"\"\n",
                "ClientAccountID;AccountAlias;Model\nU1;;\n",
                "\ufeffBOF,U1,Daily,1\n"
            })
    void csvIsNamed(String csv) throws IOException {
        assertThat(refusal(csv).code()).isEqualTo(RefusalCode.CSV_NOT_SUPPORTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7, and, more | is a PDF document",
                "{\"a\": 1, \"b\": 2, \"c\": 3} | looks like JSON",
                "Please log in | begins with 'Please log in' instead of '<'"
            })
    void whatIsNotXmlIsNamedAsFarAsKnown(String text, String said) throws IOException {
        assertThat(refusal(text).code()).isEqualTo(RefusalCode.NOT_XML);
        assertThat(refusal(text).detail()).contains(said);
    }

    @Test
    void otherXmlIsNamedByItsRoot() throws IOException {
        assertThat(refusal("<Trades><Trade/></Trades>").code()).isEqualTo(RefusalCode.NOT_A_STATEMENT);
        assertThat(refusal("<Trades><Trade/></Trades>").detail()).contains("<Trades>");
    }

    @Test
    void reportWithoutStatementsIsNamed() throws IOException {
        assertThat(refusal(report().toString()).code()).isEqualTo(RefusalCode.NO_STATEMENTS);
    }

    @Nested
    class AnswerOfTheBroker {

        @Test
        void isNamedWithCodeMessageAndWhatToDo() throws IOException {
            var refusal =
                    refusal("<FlexStatementResponse timestamp='28 August, 2025 10:37 AM EDT'><Status>Warn</Status>"
                            + "<ErrorCode>1019</ErrorCode><ErrorMessage>Statement generation in\n progress.</ErrorMessage>"
                            + "</FlexStatementResponse>");

            assertThat(refusal.code()).isEqualTo(RefusalCode.FLEX_ERROR_ANSWER);
            assertThat(refusal.detail())
                    .isEqualTo("The broker answered with error 1019 instead of a report: Statement generation in"
                            + " progress. The report was still being made when it was fetched.");
            assertThat(refusal.nextStep()).isEqualTo("Wait a minute and download the report again.");
        }

        @Test
        void isNamedWhateverTheOrderOfItsElements() throws IOException {
            var refusal = refusal("<FlexStatementResponse><ErrorMessage>Token has expired.</ErrorMessage>"
                    + "<ErrorCode> 1012 </ErrorCode><Status>Fail</Status></FlexStatementResponse>");

            assertThat(refusal.detail())
                    .isEqualTo("The broker answered with error 1012 instead of a report: Token has expired.");
            assertThat(refusal.nextStep()).startsWith("Make a new token");
        }

        @Test
        void isNamedWhenNobodyKnowsItsCode() throws IOException {
            var refusal = refusal("<FlexStatementResponse><Status>Fail</Status><ErrorCode>1002</ErrorCode>"
                    + "</FlexStatementResponse>");

            assertThat(refusal.detail()).isEqualTo("The broker answered with error 1002 instead of a report.");
            assertThat(refusal.nextStep()).contains("guide");
        }

        @Test
        void isNotAnErrorWhenItIsAReceipt() throws IOException {
            var refusal = refusal("<FlexStatementResponse><Status>Success</Status><ReferenceCode>1</ReferenceCode>"
                    + "<Url>https://example.org</Url></FlexStatementResponse>");

            assertThat(refusal.code()).isEqualTo(RefusalCode.NOT_A_STATEMENT);
            assertThat(refusal.detail()).contains("receipt");
        }
    }

    @Nested
    class TruncatedFile {

        static IntStream percent() {
            return IntStream.range(1, 100);
        }

        @ParameterizedTest
        @MethodSource("percent")
        void isRefusedWhereverItBreaksOff(int percent) throws IOException {
            var whole = DOCUMENT.getBytes(UTF_8);
            var cut = Arrays.copyOf(whole, whole.length * percent / 100);

            var refusal = refusal(new ByteArrayInputStream(cut));

            assertThat(refusal.code()).isEqualTo(RefusalCode.TRUNCATED_XML);
            assertThat(refusal.offset()).isEqualTo(cut.length);
        }

        @ParameterizedTest
        @MethodSource("percent")
        void isRefusedInAnotherEncoding(int percent) throws IOException {
            var whole = DOCUMENT.replace("UTF-8", "ISO-8859-1")
                    .replaceAll("[€😀]", "")
                    .getBytes(ISO_8859_1);
            var cut = Arrays.copyOf(whole, whole.length * percent / 100);

            assertThat(refusal(new ByteArrayInputStream(cut)).code()).isEqualTo(RefusalCode.TRUNCATED_XML);
        }

        @Test
        void isTakenUncut() throws IOException {
            assertThat(scan(new ByteArrayInputStream(DOCUMENT.getBytes(UTF_8)), ScanLimits.DEFAULT))
                    .isInstanceOf(Scan.Report.class);
        }

        @Test
        void saysWhichStatementWasTheLastWholeOne() throws IOException {
            var cut = DOCUMENT.substring(0, DOCUMENT.lastIndexOf("</FlexStatement>"));
            long end = cut.substring(0, cut.indexOf("</FlexStatement>") + "</FlexStatement>".length())
                    .getBytes(UTF_8)
                    .length;

            assertThat(refusal(cut).detail())
                    .endsWith("The last complete statement is number 1, ending at byte " + end + ".");
        }
    }

    @Nested
    class BrokenXml {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<FlexQueryResponse><FlexStatements><FlexStatement a='1' a='2'></FlexStatement></FlexStatements></FlexQueryResponse>",
                    "<FlexQueryResponse><FlexStatements></FlexQueryResponse></FlexStatements>      ",
                    "<FlexQueryResponse><Trade description='AT&T'/></FlexQueryResponse>",
                    "<FlexQueryResponse><Trade description='a<b'/></FlexQueryResponse>",
                    "<FlexQueryResponse></FlexQueryResponse>more",
                    "<FlexQueryResponse></FlexQueryResponse><FlexQueryResponse></FlexQueryResponse>"
                })
        void isRefusedWithItsPlace(String text) throws IOException {
            assertThat(refusal(text).code()).isEqualTo(RefusalCode.MALFORMED_XML);
            assertThat(refusal(text).offset()).isNotNull();
        }
    }

    @Test
    void loneAmpersandIsNamed() throws IOException {
        var text = report().statement(statementOf("U1", "20250718", "20250719", "<Trade d='AT&T' at='20250718;1'/>"));

        assertThat(refusal(text.toString()).detail()).isEqualTo("The XML is broken: an '&' is not written as &amp;.");
    }

    @Nested
    class TypeDeclaration {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<!DOCTYPE FlexQueryResponse SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                    "<!DOCTYPE FlexQueryResponse [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                    "<!DOCTYPE FlexQueryResponse [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
                })
        void isRefused(String declaration) throws IOException {
            var refusal = refusal(declaration + report().statement(statementOf("&c;", "20250718", "", "&x;")));

            assertThat(refusal.code()).isEqualTo(RefusalCode.DTD_REFUSED);
            assertThat(refusal.detail()).doesNotContain("root:");
        }

        @Test
        void isNotNeededToRefuseAnEntity() throws IOException {
            var refusal = refusal(
                    report().statement(statementOf("&xxe;", "20250718", "", "")).toString());

            assertThat(refusal.code()).isEqualTo(RefusalCode.MALFORMED_XML);
            assertThat(refusal.detail()).contains("the entity &xxe; is not declared");
        }
    }

    @Nested
    class Limits {

        private static final ScanLimits SMALL = new ScanLimits(6, 10_000, 20, 100, 3);

        @Test
        void boundDepth() throws IOException {
            assertExceeded("<a>".repeat(10) + "</a>".repeat(10), "nested more than 6 deep");
        }

        @Test
        void boundAttributes() throws IOException {
            var attributes =
                    IntStream.range(0, 21).mapToObj(i -> " a" + i + "=''").reduce("", String::concat);

            assertExceeded("<Trade" + attributes + "/>", "more than 20 attributes");
        }

        @Test
        void boundASingleTag() throws IOException {
            assertExceeded("<Trade a='" + "x".repeat(30_000) + "'/>", "more than 10000 bytes");
        }

        @Test
        void boundNames() throws IOException {
            var rows = IntStream.range(0, 101).mapToObj(i -> "<r" + i + "/>").reduce("", String::concat);

            assertExceeded(rows, "more than 100 different names");
        }

        @Test
        void boundPrefixes() throws IOException {
            var rows = IntStream.range(0, 101)
                    .mapToObj(i -> "<r xmlns:p" + i + "='u'/>")
                    .reduce("", String::concat);

            assertExceeded(rows, "more than 100 different names");
        }

        @Test
        void boundStatements() throws IOException {
            var text = report();
            for (int day = 10; day < 14; day++) {
                text.statement("U1", "202507" + day);
            }

            var refusal = refusal(stream(text.toString()), SMALL);

            assertThat(refusal.code()).isEqualTo(RefusalCode.XML_LIMIT_EXCEEDED);
            assertThat(refusal.detail()).contains("more than 3 statements");
        }

        @Test
        void boundWhatTravelsOn() throws IOException {
            var refusal = refusal(
                    report().query("q".repeat(501)).statement("U1", "20250718").toString());

            assertThat(refusal.code()).isEqualTo(RefusalCode.XML_LIMIT_EXCEEDED);
            assertThat(refusal.detail()).contains("more than 500 characters");
        }

        @Test
        void letAnEndlessTagPassNoFurther() throws IOException {
            var endless = new Endless("<FlexQueryResponse><FlexStatement accountId='");

            assertThat(refusal(endless, ScanLimits.DEFAULT).code()).isEqualTo(RefusalCode.XML_LIMIT_EXCEEDED);
            assertThat(endless.read).isLessThan(2_000_000);
        }

        private static void assertExceeded(String rows, String said) throws IOException {
            var refusal = refusal(
                    stream(report().statement(statementOf("U1", "20250718", "", rows))
                            .toString()),
                    SMALL);

            assertThat(refusal.code()).isEqualTo(RefusalCode.XML_LIMIT_EXCEEDED);
            assertThat(refusal.detail()).contains(said);
        }
    }

    /** A start, and then the letter x for ever. */
    private static final class Endless extends InputStream {

        private final byte[] start;
        private long read;

        Endless(String start) {
            this.start = start.getBytes(UTF_8);
        }

        @Override
        public int read() {
            read++;
            return read <= start.length ? start[(int) read - 1] : 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            for (int i = 0; i < length; i++) {
                target[offset + i] = (byte) read();
            }
            return length;
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static Refusal refusal(String text) throws IOException {
        return refusal(stream(text));
    }

    private static Refusal refusal(InputStream document) throws IOException {
        return refusal(document, ScanLimits.DEFAULT);
    }

    private static Refusal refusal(InputStream document, ScanLimits limits) throws IOException {
        var scan = scan(document, limits);
        assertThat(scan).isInstanceOf(Scan.Refused.class);
        return ((Scan.Refused) scan).refusal();
    }

    private static Scan scan(InputStream document, ScanLimits limits) throws IOException {
        return StatementScanner.scan(document, Instant.parse("2025-07-20T09:00:00Z"), limits);
    }
}
