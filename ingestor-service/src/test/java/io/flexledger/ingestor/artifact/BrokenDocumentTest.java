package io.flexledger.ingestor.artifact;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static io.flexledger.ingestor.artifact.Scans.refusal;
import static io.flexledger.ingestor.artifact.Scans.scan;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.xml.ScanLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenDocumentTest {

    private static final String DOCUMENT = report().declared("UTF-8")
            .query("Größe €")
            .statement(statementOf("U1", "20250717", "20250718;042700", "<Trade symbol=\"é\" />\n".repeat(30)))
            .statement(statementOf("U1", "20250718", "20250719;042700", "<Trade symbol='😀' />\n".repeat(30)))
            .toString()
            .strip();

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

            var refusal = refusal(cut);

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

            assertThat(refusal(cut).code()).isEqualTo(RefusalCode.TRUNCATED_XML);
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
}
