package io.flexledger.ingestor.artifact;

import static io.flexledger.ingestor.artifact.Scans.refusal;
import static io.flexledger.ingestor.artifact.Scans.scan;
import static io.flexledger.ingestor.artifact.Scans.stream;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.xml.ScanLimits;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer is checked like a report before it is read. */
class BrokerAnswerTest {

    private static final String ANSWER =
            "<FlexStatementResponse timestamp='28 August, 2025 10:37 AM EDT'><Status>Warn</Status>"
                    + "<ErrorCode>1019</ErrorCode><ErrorMessage>Größe € &amp; 😀</ErrorMessage></FlexStatementResponse>";

    static IntStream lengths() {
        return IntStream.range(25, ANSWER.getBytes(UTF_8).length);
    }

    @Test
    void isReadWhenWhole() throws IOException {
        assertThat(scan(stream(ANSWER), ScanLimits.DEFAULT)).isInstanceOfSatisfying(Scan.Answer.class, found -> {
            assertThat(found.answer().status()).isEqualTo("Warn");
            assertThat(found.answer().code()).isEqualTo("1019");
            assertThat(found.answer().message()).isEqualTo("Größe € & 😀");
        });
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void isRefusedWhereverItBreaksOff(int length) throws IOException {
        var cut = Arrays.copyOf(ANSWER.getBytes(UTF_8), length);

        assertThat(refusal(cut).code()).isEqualTo(RefusalCode.TRUNCATED_XML);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><FlexStatementResponse><Status>&b;</Status></FlexStatementResponse> | DTD_REFUSED",
                "<FlexStatementResponse><Status>&xxe;</Status></FlexStatementResponse> | MALFORMED_XML",
                "<FlexStatementResponse><Other>&xxe;</Other></FlexStatementResponse> | MALFORMED_XML",
                "<FlexStatementResponse><Status>AT&T</Status></FlexStatementResponse> | MALFORMED_XML",
                "<FlexStatementResponse><Status></FlexStatementResponse></Status> | MALFORMED_XML",
                "<FlexStatementResponse/><FlexStatementResponse/> | MALFORMED_XML"
            })
    void isRefusedWhenItIsNotPlainXml(String text, RefusalCode code) throws IOException {
        assertThat(refusal(text).code()).isEqualTo(code);
    }

    @Test
    void isRefusedWhenItHasBytesOfAnotherEncoding() throws IOException {
        var bytes = "<FlexStatementResponse><Other>?</Other></FlexStatementResponse>".getBytes(UTF_8);
        bytes[new String(bytes, UTF_8).indexOf('?')] = (byte) 0xe4;

        assertThat(refusal(bytes).code()).isEqualTo(RefusalCode.WRONG_ENCODING);
    }

    @Test
    void isRefusedWhenItIsLarge() throws IOException {
        var padding = 64 * 1024 - "<FlexStatementResponse></FlexStatementResponse>".length();
        var largest = "<FlexStatementResponse>" + " ".repeat(padding) + "</FlexStatementResponse>";

        assertThat(scan(stream(largest), ScanLimits.DEFAULT)).isInstanceOf(Scan.Answer.class);
        assertThat(refusal(largest + " ").code()).isEqualTo(RefusalCode.XML_LIMIT_EXCEEDED);
        assertThat(refusal(largest + " ").detail()).contains("more than 65536 bytes");
    }

    @Test
    void isRefusedWhenItNestsWithoutEnd() throws IOException {
        var deep =
                "<FlexStatementResponse>" + "<Status>".repeat(40) + "</Status>".repeat(40) + "</FlexStatementResponse>";

        assertThat(refusal(deep).detail()).contains("nested more than 32 deep");
    }
}
