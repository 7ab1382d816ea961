package io.flexledger.ingestor.artifact;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static io.flexledger.ingestor.artifact.Scans.refusal;
import static io.flexledger.ingestor.artifact.Scans.scanned;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.artifact.FoundStatement.Identified;
import io.flexledger.ingestor.refusal.RefusalCode;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

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
                        bytes, (int) found.slice().offset(), (int) found.slice().length(), charset))
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
        var bytes =
                report().query("Größe").statement("U1", "20250718").toString().getBytes(ISO_8859_1);

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
